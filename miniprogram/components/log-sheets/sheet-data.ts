import type { Instant } from '../../../shared/time/instant.ts'
import type { CurrentChild } from '../../stores/current-child.ts'
import { productOf } from '../../stores/records/child-record.ts'
import { textsIn } from '../../texts/texts.ts'
import type { SheetContext } from '../../views/sheet-context.ts'
import { clock, core } from '../../wiring.ts'
import type { Subject } from './subject.ts'
import { productCards, type ProductCard } from '../dose-sheet/product-card.ts'

/** What every sheet is told when it opens. */
export function contextOf({ current: { child, zone }, row }: Subject, now: Instant): SheetContext {
  const { language, unit } = core.preferences.get()
  return {
    childName: child.name,
    language,
    unit,
    now,
    zoneName: zone.name,
    offsetMinutes: zone.offsetMinutesAt(now),
    isEdit: row !== null,
    historyText: row && row.revision > 0 ? textsIn(language).row.history : '',
  }
}

/** The cabinet as the sheet for a dose shows it now. */
export function cardsOf({ record, zone }: CurrentChild): readonly ProductCard[] {
  const { language } = core.preferences.get()
  const frame = { now: clock.now(), zone, language, texts: textsIn(language) }
  return productCards(record, frame, core.family.get().products.map(productOf))
}

/** What stands around the sheets that have no words of their own. */
export function wordsOf({ child }: CurrentChild) {
  const { dose, intent, common } = textsIn(core.preferences.get().language)
  const intentTitle = intent.titleOf(child.name)
  return { checking: dose.checking, intentTitle, settled: intent.settled, close: common.close }
}
