import { spokenElement } from './aria.ts'
import { builtin } from './builtin.ts'

const CONTROLS = 'wx-checkbox, wx-radio, wx-switch, wx-input, wx-textarea, wx-button, wx-picker'

/** A tap on the label is a tap on its control: the one named by `for`, else the first inside. */
export const label = builtin({
  properties: { for: String },
  created: (host) => {
    host.element.addEventListener('click', (event) => {
      const control =
        host.data.for === '' ? host.element.querySelector<HTMLElement>(CONTROLS) : host.sibling(host.data.for)
      if (!control || control.contains(event.target as Node)) return
      const native = control.querySelector<HTMLElement>('input, textarea, select')
      if (native?.matches('input:not([type=checkbox]), textarea') === true) native.focus()
      else (native ?? control).click()
    })
  },
  attached: ({ data, element }) => {
    const control = data.for === '' ? element.querySelector<HTMLElement>(CONTROLS) : null
    if (control === null) return
    const spoken = spokenElement(control)
    if (!spoken.hasAttribute('aria-label')) spoken.setAttribute('aria-label', element.textContent.trim())
  },
})
