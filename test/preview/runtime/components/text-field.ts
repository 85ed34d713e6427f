import type { Host } from './builtin.ts'
import { registerField } from './form-fields.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

/** What input and textarea share. Some of it only steers WeChat's own keyboard and has no effect here. */
export const FIELD_PROPERTIES = {
  name: String,
  value: String,
  placeholder: String,
  placeholderStyle: String,
  placeholderClass: String,
  disabled: Boolean,
  maxlength: { type: Number, value: 140 },
  focus: Boolean,
  autoFocus: Boolean,
  confirmType: String,
  confirmHold: Boolean,
  cursor: { type: Number, value: -1 },
  cursorSpacing: Number,
  cursorColor: String,
  selectionStart: { type: Number, value: -1 },
  selectionEnd: { type: Number, value: -1 },
  adjustPosition: { type: Boolean, value: true },
  holdKeyboard: Boolean,
} as const

interface FieldData {
  name: string
  value: string
  placeholder: string
  placeholderStyle: string
  disabled: boolean
  maxlength: number
  focus: boolean
  autoFocus: boolean
  confirmType: string
}

/** A DOM field inside the element; its own events stay inside, the page hears WeChat's. */
export function createField(host: Host<FieldData>, field: Field): void {
  let first: string | undefined
  registerField(host.element, {
    name: () => host.data.name,
    value: () => field.value,
    reset: () => host.set({ value: first ?? host.data.value }),
  })
  field.addEventListener('input', () => {
    first ??= host.data.value
    host.set({ value: field.value })
    host.emit('input', { value: field.value, cursor: field.selectionStart ?? field.value.length, keyCode: 0 })
  })
  field.addEventListener('focus', () => host.emit('focus', { value: field.value, height: 0 }))
  field.addEventListener('blur', () => host.emit('blur', { value: field.value, cursor: field.selectionStart ?? 0 }))
  host.element.append(field)
  // Styles on the tag reach the field by inheritance; a tap beside the text focuses it.
  host.element.addEventListener('click', () => field.focus())
}

export function fieldIn(element: HTMLElement): Field {
  return element.querySelector<Field>('input, textarea')!
}

export const FIELD_CHANGES: Record<string, (host: Host<FieldData>) => void> = {
  value: ({ data, element }) => {
    const field = fieldIn(element)
    if (field.value !== data.value) field.value = data.value
  },
  placeholder: ({ data, element }) => {
    fieldIn(element).placeholder = data.placeholder
  },
  placeholderStyle: ({ data, element }) => {
    const colour = /(?:^|;)\s*color\s*:\s*([^;]+)/.exec(data.placeholderStyle)?.[1]
    if (colour !== undefined) element.style.setProperty('--placeholder', colour)
  },
  disabled: ({ data, element }) => {
    fieldIn(element).disabled = data.disabled
  },
  maxlength: ({ data, element }) => {
    if (data.maxlength >= 0) fieldIn(element).maxLength = data.maxlength
    else fieldIn(element).removeAttribute('maxlength')
  },
  'focus, autoFocus': ({ data, element }) => {
    // After the element is on the page: a detached field can't take the focus.
    if (data.focus || data.autoFocus) setTimeout(() => fieldIn(element).focus())
  },
  confirmType: ({ data, element }) => {
    fieldIn(element).enterKeyHint = data.confirmType === '' ? 'done' : data.confirmType
  },
}
