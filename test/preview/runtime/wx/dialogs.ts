import { asyncApi } from './async-api.ts'
import { addElement } from './overlay.ts'
import type { ShowActionSheetOption, ShowModalOption } from '../wechat-options.d.ts'

/** wx.showModal and wx.showActionSheet: they wait for an answer. */
export function dialogApi(overlays: HTMLElement) {
  return {
    showModal: asyncApi('showModal', (options: ShowModalOption) => showModal(overlays, options)),
    showActionSheet: asyncApi('showActionSheet', (options: ShowActionSheetOption) =>
      showActionSheet(overlays, options),
    ),
  }
}

function showModal(overlays: HTMLElement, options: ShowModalOption) {
  return new Promise<{ confirm: boolean; cancel: boolean; content: string | null }>((resolve) => {
    const mask = addElement(overlays, 'div', 'mask centred')
    const dialog = addElement(mask, 'div', 'dialog')
    dialog.setAttribute('role', 'alertdialog')
    dialog.setAttribute('aria-modal', 'true')
    if (options.title) {
      const title = addElement(dialog, 'h2', '', options.title)
      dialog.setAttribute('aria-label', title.textContent)
    }
    const input = options.editable === true ? addElement(dialog, 'input') : undefined
    if (input !== undefined) {
      input.value = options.content ?? ''
      input.placeholder = options.placeholderText ?? ''
    } else if (options.content) addElement(dialog, 'p', '', options.content)
    const buttons = addElement(dialog, 'footer')
    const answer = (confirm: boolean) => (): void => {
      mask.remove()
      resolve({ confirm, cancel: !confirm, content: confirm ? (input?.value ?? null) : null })
    }
    if (options.showCancel !== false) {
      const cancel = addElement(buttons, 'button', 'cancel', options.cancelText ?? '取消')
      if (options.cancelColor !== undefined) cancel.style.color = options.cancelColor
      cancel.addEventListener('click', answer(false))
    }
    const confirm = addElement(buttons, 'button', 'confirm', options.confirmText ?? '确定')
    if (options.confirmColor !== undefined) confirm.style.color = options.confirmColor
    confirm.addEventListener('click', answer(true))
    ;(input ?? confirm).focus()
  })
}

function showActionSheet(overlays: HTMLElement, options: ShowActionSheetOption) {
  if (options.itemList.length > 6) throw new Error('parameter error: itemList should not be larger than 6')
  return new Promise<{ tapIndex: number }>((resolve, reject) => {
    const mask = addElement(overlays, 'div', 'mask')
    const sheet = addElement(mask, 'div', 'sheet')
    sheet.setAttribute('role', 'menu')
    if (options.alertText) addElement(sheet, 'p', '', options.alertText)
    options.itemList.forEach((text, tapIndex) => {
      const item = addElement(sheet, 'button', '', text)
      item.setAttribute('role', 'menuitem')
      if (options.itemColor !== undefined) item.style.color = options.itemColor
      item.addEventListener('click', () => {
        mask.remove()
        resolve({ tapIndex })
      })
    })
    const cancel = (): void => {
      mask.remove()
      reject(new Error('cancel'))
    }
    addElement(sheet, 'button', 'cancel', '取消').addEventListener('click', cancel)
    mask.addEventListener('click', (event) => {
      if (event.target === mask) cancel()
    })
    sheet.querySelector('button')?.focus()
  })
}
