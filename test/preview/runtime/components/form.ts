import { builtin } from './builtin.ts'
import { fieldsIn, registerForm } from './form-fields.ts'

export const form = builtin({
  properties: { reportSubmit: Boolean },
  created: (host) => {
    registerForm(host.element, {
      submit: () => {
        const values = fieldsIn(host.element).map((field) => [field.name(), field.value()])
        host.emit('submit', { value: Object.fromEntries(values) as Record<string, unknown> })
      },
      reset: () => {
        for (const field of fieldsIn(host.element)) field.reset()
        host.emit('reset')
      },
    })
  },
})
