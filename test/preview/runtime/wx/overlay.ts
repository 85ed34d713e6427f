/** Makes an element at the end of another; text never becomes markup. */
export function addElement<Tag extends keyof HTMLElementTagNameMap>(
  parent: HTMLElement,
  tag: Tag,
  className = '',
  text = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  if (className !== '') element.className = className
  if (text !== '') element.textContent = text
  if (element instanceof HTMLButtonElement) element.type = 'button'
  parent.append(element)
  return element
}
