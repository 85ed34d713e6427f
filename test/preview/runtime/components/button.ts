import { builtin } from './builtin.ts'
import { formAround } from './form-fields.ts'
import { HOVER_PROPERTIES, showPresses } from './hover.ts'

/** What WeChat does natively for an open-type; here sharing has something to show, and agreeing is taken at its word. */
const OPEN_TYPES = new Set(['', 'share', 'agreePrivacyAuthorization'])

export const button = builtin({
  properties: {
    ...HOVER_PROPERTIES,
    hoverClass: { type: String, value: 'button-hover' },
    size: { type: String, value: 'default' },
    type: { type: String, value: 'default' },
    plain: Boolean,
    disabled: Boolean,
    loading: Boolean,
    formType: String,
    openType: String,
  },
  created: (host) => {
    showPresses(host)
    host.element.setAttribute('role', 'button')
    host.on('tap', () => {
      const { disabled, formType, openType } = host.data
      if (disabled) return
      const form = formType === '' ? undefined : formAround(host.element)
      if (formType === 'submit') form?.submit()
      if (formType === 'reset') form?.reset()
      if (openType === 'agreePrivacyAuthorization') host.emit('agreeprivacyauthorization')
      if (openType === 'share') host.element.dispatchEvent(new CustomEvent('previewshare', { bubbles: true }))
    })
  },
  changed: {
    'size, type, plain, loading': ({ data, element }) => {
      element.setAttribute('size', data.size)
      element.setAttribute('type', data.type)
      element.toggleAttribute('plain', data.plain)
      element.toggleAttribute('loading', data.loading)
    },
    disabled: ({ data, element }) => {
      element.toggleAttribute('disabled', data.disabled)
      element.setAttribute('aria-disabled', String(data.disabled))
      element.tabIndex = data.disabled ? -1 : 0
    },
    openType: ({ data }) => {
      if (!OPEN_TYPES.has(data.openType))
        throw new Error(`<button open-type="${data.openType}"> is not supported in the preview`)
    },
  },
})
