import type { Phone } from '../phone-parts.ts'
import { addElement } from '../wx/overlay.ts'

interface ShareCard {
  title?: string
  path?: string
}

/** Asks the page for its card and shows where it would lead, since no friend can receive it here. */
export function showShareCard({ overlays, stack }: Phone): void {
  const card = (stack.top?.call('onShareAppMessage', { from: 'button' }) ?? {}) as ShareCard
  const mask = addElement(overlays, 'div', 'mask centred')
  const dialog = addElement(mask, 'div', 'dialog')
  dialog.setAttribute('role', 'alertdialog')
  dialog.setAttribute('aria-modal', 'true')
  addElement(dialog, 'h2', '', card.title ?? '')
  addElement(dialog, 'p', '', card.path ?? stack.top?.address.route ?? '')
  const close = addElement(addElement(dialog, 'footer'), 'button', 'confirm', '知道了')
  close.addEventListener('click', () => mask.remove())
  close.focus()
}
