import { builtin } from './builtin.ts'

export const progress = builtin({
  properties: {
    percent: Number,
    showInfo: Boolean,
    strokeWidth: { type: Number, value: 6 },
    activeColor: { type: String, value: '#09BB07' },
    backgroundColor: { type: String, value: '#EBEBEB' },
    borderRadius: Number,
    active: Boolean,
    duration: { type: Number, value: 30 },
  },
  created: ({ element }) => {
    const bar = document.createElement('div')
    bar.append(document.createElement('div'))
    element.append(bar, document.createElement('span'))
    element.setAttribute('role', 'progressbar')
  },
  changed: {
    'percent, showInfo, strokeWidth, activeColor, backgroundColor, borderRadius': ({ data, element }) => {
      const percent = Math.min(100, Math.max(0, data.percent))
      const bar = element.firstElementChild as HTMLElement
      const done = bar.firstElementChild as HTMLElement
      element.setAttribute('aria-valuenow', String(percent))
      Object.assign(bar.style, {
        height: `${data.strokeWidth}px`,
        background: data.backgroundColor,
        borderRadius: `${data.borderRadius}px`,
      })
      Object.assign(done.style, { width: `${percent}%`, background: data.activeColor })
      element.querySelector('span')!.textContent = data.showInfo ? `${percent}%` : ''
    },
  },
})
