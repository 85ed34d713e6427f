import { addElement } from '../wx/overlay.ts'
import { optionText } from './option-text.ts'

interface Columns {
  title: string
  columns: unknown[][]
  rangeKey: string
  chosen: number[]
  columnChanged: (column: number, value: number) => void
  /** The chosen indexes, or undefined when cancelled. */
  done: (value: number[] | undefined) => void
}

/** The sheet of <picker mode="multiSelector">: one list per column, 取消 and 确定. */
export function chooseFromColumns({ title, columns, rangeKey, chosen, columnChanged, done }: Columns): void {
  const mask = addElement(document.getElementById('overlays')!, 'div', 'mask')
  const sheet = addElement(mask, 'div', 'sheet columns')
  sheet.setAttribute('role', 'dialog')
  if (title !== '') addElement(sheet, 'p', '', title)
  const row = addElement(sheet, 'div', 'row')
  const lists = columns.map((items, column) => {
    const list = addElement(row, 'select')
    list.setAttribute('aria-label', String(column + 1))
    list.append(...items.map((item, index) => new Option(optionText(item, rangeKey), String(index))))
    list.value = String(chosen[column] ?? 0)
    list.addEventListener('change', () => columnChanged(column, Number(list.value)))
    return list
  })
  const finish = (confirmed: boolean) => (): void => {
    mask.remove()
    done(confirmed ? lists.map((list) => Number(list.value)) : undefined)
  }
  addElement(sheet, 'button', 'cancel', '取消').addEventListener('click', finish(false))
  addElement(sheet, 'button', '', '确定').addEventListener('click', finish(true))
}
