import type { Instant } from '../../shared/time/instant.ts'
import { zoneOf, fixedZone, type Zone } from '../../shared/time/zone.ts'
import type { Language } from '../../shared/words/language.ts'
import type { TemperatureUnit } from '../../shared/words/measure.ts'
import { textsIn, type Texts } from '../texts/texts.ts'
import type { TimeChipsView, TimeChoice } from './time-choice.ts'
import { timeChipsView } from './time-choice.ts'

/** What every sheet is told when it opens, as plain data. The child stays the same until it closes. */
export interface SheetContext {
  readonly childName: string
  readonly language: Language
  readonly unit: TemperatureUnit
  readonly now: Instant
  readonly zoneName: string
  readonly offsetMinutes: number
  /** An entry that is there already is changed, and can be deleted. */
  readonly isEdit: boolean
  /** Of something that is not saved yet: the sheet only hands back what it is changed to. */
  readonly isDraft?: boolean
  /** What the link to its revisions says; there is none to what the server has never had. */
  readonly historyText?: string
}

/** A zone cannot be handed over between components, its name and offset can. */
export const zoneIn = ({ zoneName, offsetMinutes }: SheetContext): Zone => zoneOf(zoneName, fixedZone(offsetMinutes))

export const textsOf = ({ language }: SheetContext): Texts => textsIn(language)

/** What the button says that ends a sheet. */
export const saveTextOf = (context: SheetContext): string =>
  context.isDraft ? textsOf(context).common.done : textsOf(context).common.saveFor(context.childName)

export const timeChipsOf = (choice: TimeChoice, context: SheetContext): TimeChipsView =>
  timeChipsView(choice, { ...context, zone: zoneIn(context), texts: textsOf(context) })
