import { type Host, builtin } from './builtin.ts'

export const scrollView = builtin({
  properties: {
    scrollX: Boolean,
    scrollY: Boolean,
    scrollTop: null,
    scrollLeft: null,
    scrollIntoView: String,
    scrollWithAnimation: Boolean,
    upperThreshold: { type: Number, value: 50 },
    lowerThreshold: { type: Number, value: 50 },
    enhanced: Boolean,
    bounces: Boolean,
    showScrollbar: { type: Boolean, value: true },
    enableFlex: Boolean,
    enableBackToTop: Boolean,
    pagingEnabled: Boolean,
    type: String,
  },
  created: (host) => watchEdges(host),
  changed: {
    'scrollX, scrollY, enableFlex, showScrollbar': ({ data, element }) => {
      element.toggleAttribute('scroll-x', data.scrollX)
      element.toggleAttribute('scroll-y', data.scrollY)
      element.toggleAttribute('enable-flex', data.enableFlex)
      element.toggleAttribute('bare', !data.showScrollbar)
    },
    'scrollTop, scrollLeft': ({ data, element }) => {
      const { top, left } = { top: toNumber(data.scrollTop), left: toNumber(data.scrollLeft) }
      if (top === undefined && left === undefined) return
      const behavior = data.scrollWithAnimation ? 'smooth' : 'instant'
      setTimeout(() =>
        element.scrollTo({ ...(top === undefined ? {} : { top }), ...(left === undefined ? {} : { left }), behavior }),
      )
    },
    scrollIntoView: (host) => {
      const id = host.data.scrollIntoView
      if (id === '') return
      const behavior = host.data.scrollWithAnimation ? 'smooth' : 'instant'
      setTimeout(() =>
        host.element.querySelector(`#${CSS.escape(id)}`)?.scrollIntoView({ behavior, block: 'start', inline: 'start' }),
      )
    },
  },
})

interface EdgeData {
  upperThreshold: number
  lowerThreshold: number
}

/** scroll, and scrolltoupper / scrolltolower once per arrival. */
function watchEdges(host: Host<EdgeData>): void {
  const box = host.element
  let last = { top: 0, left: 0 }
  let atUpper = true
  let atLower = false
  box.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = box
    host.emit('scroll', {
      scrollTop,
      scrollLeft,
      scrollHeight,
      scrollWidth,
      deltaY: last.top - scrollTop,
      deltaX: last.left - scrollLeft,
    })
    last = { top: scrollTop, left: scrollLeft }
    const sideways = scrollWidth > clientWidth && scrollHeight <= clientHeight
    const before = sideways ? scrollLeft : scrollTop
    const after = sideways ? scrollWidth - clientWidth - scrollLeft : scrollHeight - clientHeight - scrollTop
    if (before <= host.data.upperThreshold && !atUpper)
      host.emit('scrolltoupper', { direction: sideways ? 'left' : 'top' })
    if (after <= host.data.lowerThreshold && !atLower)
      host.emit('scrolltolower', { direction: sideways ? 'right' : 'bottom' })
    atUpper = before <= host.data.upperThreshold
    atLower = after <= host.data.lowerThreshold
  })
}

function toNumber(value: unknown): number | undefined {
  if (value === null || value === undefined || value === '') return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}
