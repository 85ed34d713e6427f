import { type Host, builtin } from './builtin.ts'

interface PickerViewData {
  value: unknown[]
  indicatorStyle: string
}

const ROW_PX = 40
const views = new WeakMap<Element, Host<PickerViewData>>()

/** Columns that snap to a row; the value counts only when a column has come to rest. */
export const pickerView = builtin({
  properties: {
    value: Array,
    indicatorStyle: String,
    indicatorClass: String,
    maskStyle: String,
    maskClass: String,
    immediateChange: Boolean,
  },
  created: (host) => {
    views.set(host.element, host)
  },
  changed: {
    value: (host) => setTimeout(() => scrollColumns(host)),
  },
})

export const pickerViewColumn = builtin({
  properties: {},
  created: ({ element }) => {
    let settled: ReturnType<typeof setTimeout> | undefined
    element.addEventListener('scroll', () => {
      clearTimeout(settled)
      settled = setTimeout(() => settle(element), 120)
    })
  },
})

function settle(column: HTMLElement): void {
  const view = column.closest('wx-picker-view')
  const host = view === null ? undefined : views.get(view)
  if (host === undefined) return
  const value = columnsOf(host.element).map((each) => Math.round(each.scrollTop / ROW_PX))
  if (value.every((row, index) => row === host.data.value[index])) return
  host.set({ value })
  host.emit('change', { value })
}

function scrollColumns(host: Host<PickerViewData>): void {
  columnsOf(host.element).forEach((column, index) => {
    column.scrollTop = Number(host.data.value[index] ?? 0) * ROW_PX
  })
}

function columnsOf(view: HTMLElement): HTMLElement[] {
  return [...view.querySelectorAll<HTMLElement>('wx-picker-view-column')]
}
