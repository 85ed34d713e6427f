/** A control that has a name and a value inside a form. */
export interface FormField {
  name(): string
  value(): unknown
  reset(): void
}

export interface FormBox {
  submit(): void
  reset(): void
}

const fields = new WeakMap<Element, FormField>()
const forms = new WeakMap<Element, FormBox>()

export function registerField(element: Element, field: FormField): void {
  fields.set(element, field)
}

export function registerForm(element: Element, form: FormBox): void {
  forms.set(element, form)
}

/** The named controls inside a form, in the order they stand there. */
export function fieldsIn(form: Element): FormField[] {
  const all = [...form.querySelectorAll('*')].map((element) => fields.get(element))
  return all.filter((field): field is FormField => field !== undefined && field.name() !== '')
}

export function formAround(element: Element): FormBox | undefined {
  const form = element.closest('wx-form')
  return form === null ? undefined : forms.get(form)
}
