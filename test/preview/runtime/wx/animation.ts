interface Timing {
  duration?: number
  timingFunction?: string
  delay?: number
  transformOrigin?: string
}

/** One step of wx.createAnimation as CSS: what it changes, and how long that takes. */
export interface AnimationStep {
  css: string
  duration: number
}

const STYLES = new Set(['opacity', 'backgroundColor', 'width', 'height', 'left', 'right', 'top', 'bottom'])
const LENGTHS = /^translate/
const ANGLES = /^(rotate|skew)/

/** wx.createAnimation: the steps are exported to the `animation` attribute, which plays them. */
export function createAnimation(defaults: Timing = {}) {
  let styles: string[] = []
  let transforms: string[] = []
  let steps: AnimationStep[] = []
  const animation: Record<string, (...args: never[]) => unknown> = {
    step: (timing: Timing = {}) => {
      const {
        duration = 400,
        timingFunction = 'linear',
        delay = 0,
        transformOrigin = '50% 50% 0',
      } = { ...defaults, ...timing }
      const transform = transforms.length > 0 ? [`transform:${transforms.join(' ')}`] : []
      const css = [
        `transition:all ${duration}ms ${timingFunction} ${delay}ms`,
        `transform-origin:${transformOrigin}`,
        ...transform,
        ...styles,
      ]
      steps.push({ css: css.join(';'), duration: duration + delay })
      styles = []
      transforms = []
      return proxy
    },
    export: () => {
      const exported = { steps }
      steps = []
      return exported
    },
  }
  const proxy: object = new Proxy(animation, {
    get: (own, name: string) =>
      own[name] ??
      ((...args: (string | number)[]) => {
        if (STYLES.has(name))
          styles.push(`${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${length(name, args[0]!)}`)
        else transforms.push(`${name}(${args.map((each) => unit(name, each)).join(',')})`)
        return proxy
      }),
  })
  return proxy
}

function length(name: string, value: string | number): string {
  return typeof value === 'number' && name !== 'opacity' ? `${value}px` : String(value)
}

function unit(name: string, value: string | number): string {
  if (typeof value !== 'number') return value
  return `${value}${LENGTHS.test(name) ? 'px' : ANGLES.test(name) ? 'deg' : ''}`
}
