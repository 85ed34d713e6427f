import { builtin } from './builtin.ts'
import { registerField } from './form-fields.ts'

/** Built in as `switch`; the word is taken in TypeScript. */
export const switchControl = builtin({
  properties: {
    name: String,
    checked: Boolean,
    disabled: Boolean,
    type: { type: String, value: 'switch' },
    color: { type: String, value: '#04BE02' },
  },
  created: (host) => {
    let first: boolean | undefined
    registerField(host.element, {
      name: () => host.data.name,
      value: () => host.data.checked,
      reset: () => host.set({ checked: first ?? host.data.checked }),
    })
    host.on('tap', () => {
      if (host.data.disabled) return
      first ??= host.data.checked
      host.set({ checked: !host.data.checked })
      host.emit('change', { value: host.data.checked })
    })
  },
  changed: {
    'checked, disabled, color, type': ({ data, element }) => {
      element.setAttribute('role', data.type === 'checkbox' ? 'checkbox' : 'switch')
      element.setAttribute('aria-checked', String(data.checked))
      element.setAttribute('aria-disabled', String(data.disabled))
      element.tabIndex = data.disabled ? -1 : 0
      element.style.setProperty('--on', data.color)
    },
  },
})
