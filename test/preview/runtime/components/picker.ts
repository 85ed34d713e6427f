import { type Host, builtin } from './builtin.ts'
import { registerField } from './form-fields.ts'
import { chooseFromColumns } from './picker-columns.ts'
import { optionText } from './option-text.ts'

const PROPERTIES = {
  name: String,
  mode: { type: String, value: 'selector' },
  value: null,
  range: Array,
  rangeKey: String,
  start: String,
  end: String,
  fields: { type: String, value: 'day' },
  disabled: Boolean,
  headerText: String,
  ariaLabel: null,
} as const

/**
 * The browser's own chooser lies invisibly over what the page shows, so a keyboard, a screen reader and a test
 * can use it. Several columns need a sheet of our own.
 */
export const picker = builtin({
  properties: PROPERTIES,
  created: (host) => {
    registerField(host.element, {
      name: () => host.data.name,
      value: () => host.data.value,
      reset: () => host.set({ value: null }),
    })
    // The words under the chooser change as the page goes on.
    host.element.addEventListener('focusin', () => nameChooser(host))
    host.on('tap', () => {
      if (host.data.mode !== 'multiSelector' || host.data.disabled) return
      chooseFromColumns({
        title: host.data.headerText,
        columns: host.data.range as unknown[][],
        rangeKey: host.data.rangeKey,
        chosen: (host.data.value ?? []) as number[],
        columnChanged: (column, value) => host.emit('columnchange', { column, value }),
        done: (value) => {
          if (value === undefined) host.emit('cancel')
          else host.emit('change', { value })
        },
      })
    })
  },
  changed: {
    'mode, value, range, rangeKey, start, end, fields, disabled, headerText': (host) => {
      const { data, element } = host
      if (data.mode === 'multiSelector') {
        element.querySelector(':scope > .chooser')?.remove()
        return
      }
      const control = controlFor(element, data.mode, (value) => {
        host.emit('change', { value: data.mode === 'selector' ? Number(value) : value })
      })
      if (control instanceof HTMLSelectElement) {
        control.replaceChildren(
          ...data.range.map((item, index) => new Option(optionText(item, data.rangeKey), String(index))),
        )
        control.value = numberOrText(data.value, '0')
      } else {
        control.type = data.mode === 'time' ? 'time' : data.fields === 'month' ? 'month' : 'date'
        control.min = data.start
        control.max = data.end
        control.value = numberOrText(data.value, '')
      }
      control.disabled = data.disabled
    },
    // After those above: a chooser that was made anew needs its name again.
    'mode, ariaLabel, headerText': nameChooser,
  },
  attached: nameChooser,
})

interface NameData {
  ariaLabel: unknown
  headerText: string
}

/** Without a label the chooser is called by the words it lies over. */
function nameChooser({ data, element }: Host<NameData>): void {
  const name = typeof data.ariaLabel === 'string' ? data.ariaLabel : data.headerText
  element.querySelector(':scope > .chooser')?.setAttribute('aria-label', name || wordsIn(element))
}

function wordsIn(element: HTMLElement): string {
  const own = [...element.children].filter((child) => !child.classList.contains('chooser'))
  return own.map((child) => child.textContent.trim()).join(' ')
}

function controlFor(
  element: HTMLElement,
  mode: string,
  chosen: (value: string) => void,
): HTMLSelectElement | HTMLInputElement {
  if (!['selector', 'date', 'time'].includes(mode))
    throw new Error(`<picker mode="${mode}"> is not supported in the preview`)
  const tag = mode === 'selector' ? 'select' : 'input'
  const present = element.querySelector<HTMLSelectElement | HTMLInputElement>(':scope > .chooser')
  if (present?.localName === tag) return present
  present?.remove()
  const control = document.createElement(tag)
  control.className = 'chooser'
  control.addEventListener('change', () => chosen(control.value))
  element.append(control)
  return control
}

function numberOrText(value: unknown, fallback: string): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : fallback
}
