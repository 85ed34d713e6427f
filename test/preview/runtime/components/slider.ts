import { builtin } from './builtin.ts'
import { registerField } from './form-fields.ts'

export const slider = builtin({
  properties: {
    name: String,
    min: Number,
    max: { type: Number, value: 100 },
    step: { type: Number, value: 1 },
    value: Number,
    disabled: Boolean,
    showValue: Boolean,
    activeColor: { type: String, value: '#1aad19' },
    backgroundColor: { type: String, value: '#e9e9e9' },
    blockSize: { type: Number, value: 28 },
    blockColor: { type: String, value: '#ffffff' },
  },
  created: (host) => {
    const range = document.createElement('input')
    range.type = 'range'
    const shown = document.createElement('span')
    host.element.append(range, shown)
    range.addEventListener('input', () => {
      host.set({ value: Number(range.value) })
      host.emit('changing', { value: host.data.value })
    })
    range.addEventListener('change', () => host.emit('change', { value: host.data.value }))
    registerField(host.element, {
      name: () => host.data.name,
      value: () => host.data.value,
      reset: () => host.set({ value: host.data.min }),
    })
  },
  changed: {
    'min, max, step, value, disabled, showValue, activeColor': ({ data, element }) => {
      const range = element.querySelector('input')!
      range.min = String(data.min)
      range.max = String(data.max)
      range.step = String(data.step)
      range.value = String(data.value)
      range.disabled = data.disabled
      range.style.accentColor = data.activeColor
      element.querySelector('span')!.textContent = data.showValue ? String(data.value) : ''
    },
  },
})
