import type { Mark, TooltipOption } from './chart-option.ts'
import type { Frame } from './chart-view.ts'

/** The words of the mark under the finger. Drawn as text, never as HTML: a name in it can do no harm, and no page is needed. */
export const tooltip = ({ palette, fontSize }: Frame, trigger: 'item' | 'axis'): TooltipOption => ({
  trigger,
  renderMode: 'richText',
  confine: true,
  // Above its mark: below it is the finger.
  position: 'top',
  hideDelay: 0,
  formatter: tipOf,
  backgroundColor: palette.card,
  borderColor: palette.hairline,
  borderWidth: 1,
  padding: 10,
  textStyle: { color: palette.ink, fontSize: fontSize + 1 },
  axisPointer: { type: 'line', snap: true, label: { show: false }, lineStyle: { color: palette.secondary, width: 1 } },
})

/** The tips of what ECharts hands over: one mark, or all marks at one place of the time axis. */
function tipOf(params: unknown): string {
  const marks = (Array.isArray(params) ? params : [params]) as readonly { readonly data?: Partial<Mark> }[]
  return marks
    .map(({ data }) => data?.tip ?? '')
    .filter((tip) => tip !== '')
    .join('\n')
}
