import { builtin } from './builtin.ts'
import { FIELD_CHANGES, FIELD_PROPERTIES, createField } from './text-field.ts'

export const textarea = builtin({
  properties: {
    ...FIELD_PROPERTIES,
    autoHeight: Boolean,
    fixed: Boolean,
    showConfirmBar: { type: Boolean, value: true },
    disableDefaultPadding: Boolean,
  },
  created: (host) => {
    const field = document.createElement('textarea')
    createField(host, field)
    field.addEventListener('input', () =>
      host.emit('linechange', { height: field.scrollHeight, lineCount: field.value.split('\n').length }),
    )
  },
  changed: {
    ...FIELD_CHANGES,
    autoHeight: ({ data, element }) => {
      element.toggleAttribute('auto-height', data.autoHeight)
    },
  },
})
