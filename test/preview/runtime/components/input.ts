import { builtin } from './builtin.ts'
import { FIELD_CHANGES, FIELD_PROPERTIES, createField, fieldIn } from './text-field.ts'

const KEYBOARDS: Record<string, string> = {
  '': 'text',
  text: 'text',
  nickname: 'text',
  number: 'numeric',
  idcard: 'text',
  digit: 'decimal',
  tel: 'tel',
}

export const input = builtin({
  properties: { ...FIELD_PROPERTIES, type: String, password: Boolean, alwaysEmbed: Boolean },
  created: (host) => {
    const field = document.createElement('input')
    createField(host, field)
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return
      host.emit('confirm', { value: field.value })
      field.blur()
    })
  },
  changed: {
    ...FIELD_CHANGES,
    'type, password': ({ data, element }) => {
      const keyboard = KEYBOARDS[data.type]
      if (keyboard === undefined) throw new Error(`<input type="${data.type}"> is not supported in the preview`)
      const field = fieldIn(element) as HTMLInputElement
      field.type = data.password ? 'password' : 'text'
      field.inputMode = keyboard
    },
  },
})
