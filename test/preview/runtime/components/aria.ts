/** WXML's accessibility attributes and the DOM attribute each becomes. */
const DOM_NAMES: Record<string, string> = {
  role: 'role',
  ariaRole: 'role',
  ariaLabel: 'aria-label',
  ariaHidden: 'aria-hidden',
  ariaDisabled: 'aria-disabled',
  ariaChecked: 'aria-checked',
  ariaSelected: 'aria-selected',
  ariaExpanded: 'aria-expanded',
  ariaPressed: 'aria-pressed',
  ariaCurrent: 'aria-current',
  ariaHaspopup: 'aria-haspopup',
  ariaModal: 'aria-modal',
  ariaLive: 'aria-live',
  ariaAtomic: 'aria-atomic',
  ariaBusy: 'aria-busy',
  ariaLabelledby: 'aria-labelledby',
  ariaDescribedby: 'aria-describedby',
  ariaControls: 'aria-controls',
  ariaValuemin: 'aria-valuemin',
  ariaValuemax: 'aria-valuemax',
  ariaValuenow: 'aria-valuenow',
  ariaValuetext: 'aria-valuetext',
}

export const ARIA_PROPERTIES: Record<string, null> = Object.fromEntries(
  Object.keys(DOM_NAMES).map((name) => [name, null]),
)

const OPERABLE = new Set(['button', 'link', 'tab', 'radio', 'checkbox', 'switch', 'option', 'menuitem'])

/** Writes one attribute; whatever is operable by its role can also be reached by keyboard. */
export function setAria(element: HTMLElement, property: string, value: unknown): void {
  const name = DOM_NAMES[property]!
  if (value === null || value === undefined || value === '') element.removeAttribute(name)
  else element.setAttribute(name, typeof value === 'string' ? value : JSON.stringify(value))
  if (name === 'role') followRole(element, String(value))
}

function followRole(element: HTMLElement, role: string): void {
  if (OPERABLE.has(role)) element.tabIndex = 0
  else element.removeAttribute('tabindex')
  // WeChat's headings have no level; under the page's title they are all second.
  if (role === 'heading') element.setAttribute('aria-level', '2')
  else element.removeAttribute('aria-level')
}

const NATIVE = ':scope > input, :scope > textarea, :scope > select'

/** The DOM control inside a built-in element, which is what a screen reader meets; else the element itself. */
export function spokenElement(element: HTMLElement): HTMLElement {
  return element.querySelector<HTMLElement>(NATIVE) ?? element
}
