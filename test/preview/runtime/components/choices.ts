import { type AnyBuiltin, type Host, builtin } from './builtin.ts'
import { registerField } from './form-fields.ts'

const CHOICE = {
  value: String,
  checked: Boolean,
  disabled: Boolean,
  color: { type: String, value: '#09BB07' },
} as const

interface ChoiceData {
  value: string
  checked: boolean
  disabled: boolean
  color: string
}

const choices = new WeakMap<Element, Host<ChoiceData>>()
const groups = new WeakMap<Element, () => void>()

/** checkbox and radio: a mark and its words; the group around them says what is chosen. */
function choice(role: 'checkbox' | 'radio'): AnyBuiltin {
  return builtin({
    properties: CHOICE,
    created: (host) => {
      choices.set(host.element, host)
      host.element.setAttribute('role', role)
      host.on('tap', () => {
        if (host.data.disabled || (role === 'radio' && host.data.checked)) return
        const group = host.element.closest(`wx-${role}-group`)
        if (role === 'radio' && group !== null) for (const other of choicesIn(group)) other.set({ checked: false })
        host.set({ checked: !host.data.checked })
        if (group !== null) groups.get(group)?.()
      })
    },
    changed: {
      'checked, disabled, color': ({ data, element }) => {
        element.setAttribute('aria-checked', String(data.checked))
        element.setAttribute('aria-disabled', String(data.disabled))
        element.tabIndex = data.disabled ? -1 : 0
        element.style.setProperty('--on', data.color)
      },
    },
  })
}

function choiceGroup(value: (chosen: string[]) => unknown, role: string): AnyBuiltin {
  return builtin({
    properties: { name: String },
    created: (host) => {
      const current = () =>
        value(
          choicesIn(host.element)
            .filter((each) => each.data.checked)
            .map((each) => each.data.value),
        )
      host.element.setAttribute('role', role)
      groups.set(host.element, () => host.emit('change', { value: current() }))
      registerField(host.element, {
        name: () => host.data.name,
        value: current,
        reset: () => {
          for (const each of choicesIn(host.element)) each.set({ checked: false })
        },
      })
    },
  })
}

function choicesIn(group: Element): Host<ChoiceData>[] {
  return [...group.querySelectorAll('wx-checkbox, wx-radio')].flatMap((element) => choices.get(element) ?? [])
}

export const checkbox = choice('checkbox')
export const radio = choice('radio')
export const checkboxGroup = choiceGroup((chosen) => chosen, 'group')
export const radioGroup = choiceGroup((chosen) => chosen[0] ?? '', 'radiogroup')
