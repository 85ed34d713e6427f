import type { Host } from './builtin.ts'

/** What every pressable element takes, whether it uses it or not. */
export const HOVER_PROPERTIES = {
  hoverClass: { type: String, value: 'none' },
  hoverStopPropagation: Boolean,
  hoverStartTime: { type: Number, value: 50 },
  hoverStayTime: { type: Number, value: 400 },
} as const

interface HoverData {
  hoverClass: string
  hoverStopPropagation: boolean
  hoverStayTime: number
  disabled?: boolean
}

/** Adds `hover-class` while the element is pressed and for a moment after. */
export function showPresses(host: Host<HoverData>): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const press = (event: Event): void => {
    const { hoverClass, disabled, hoverStopPropagation } = host.data
    if (hoverClass === 'none' || hoverClass === '' || disabled === true) return
    if (hoverStopPropagation) event.stopPropagation()
    clearTimeout(timer)
    host.setExtraClass(hoverClass)
  }
  const release = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => host.setExtraClass(''), Math.min(host.data.hoverStayTime, 150))
  }
  host.element.addEventListener('pointerdown', press)
  for (const end of ['pointerup', 'pointercancel', 'pointerleave']) host.element.addEventListener(end, release)
}
