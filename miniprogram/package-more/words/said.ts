import type { EntryContent } from '../../../shared/contract/schemas/entry.schema.ts'
import type { FactContent } from '../../../shared/contract/schemas/fact.schema.ts'
import type { FactRecord } from '../../../shared/contract/schemas/records.schema.ts'
import { entryFromJson } from '../../../shared/record/entry-json.ts'
import { parseStamp, type Instant } from '../../../shared/time/instant.ts'
import { fixedZone, zoneOf, type Zone } from '../../../shared/time/zone.ts'
import { grams, toJin } from '../../../shared/units/weight.ts'
import { conditionName } from '../../../shared/words/condition.ts'
import { formName } from '../../../shared/words/medicine.ts'
import { momentText } from '../../../shared/words/time.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import { productOf } from '../../stores/records/child-record.ts'
import type { ProductRecord } from '../../stores/records/family.ts'
import { entryWords } from '../../views/entry-words.ts'
import { strengthsOf } from '../../views/strengths.ts'
import { reviewTexts } from '../texts/review.ts'

/** Where a child's clocks are; of nobody in particular, those of the child on the screens. */
export function zoneFor(childId: string | null, { family, current }: ScreenState): Zone {
  const here = current?.zone ?? fixedZone(0)
  const child = family.children.find(({ id }) => id === childId)
  return child ? zoneOf(child.timeZone, here) : here
}

export const momentOf = (stamp: string, zone: Zone, { now, preferences }: ScreenState): string =>
  momentText((parseStamp(stamp)?.at ?? 0) as Instant, now, zone, preferences.language)

export const nameOf = (accountId: string | null, { family, texts }: ScreenState): string =>
  family.members.find(({ id }) => id === accountId)?.name ?? texts.common.unknownAuthor

/** `38.5 ℃ 腋温 · 03:10`: an entry in one line. */
export function entryText(content: EntryContent, childId: string | null, state: ScreenState): string {
  const { family, preferences, texts } = state
  const products = [...family.products, ...family.formerProducts].map(productOf)
  const { title, detail } = entryWords(entryFromJson({ ...content, id: '' }), products, preferences, texts)
  return [[title, detail].filter((part) => part !== '').join(' '), momentOf(content.at, zoneFor(childId, state), state)]
    .filter((part) => part !== '')
    .join(' · ')
}

/** `14.2 kg（28.4 斤） · 2026-01-10 称`: a fact in one line. */
export function factText(content: FactContent, state: ScreenState): string {
  const { texts, preferences, family } = state
  const words = texts.family
  switch (content.kind) {
    case 'child': {
      const { name, sex, birthDate } = content
      const born = birthDate === null ? '' : words.birthDate(birthDate)
      return joined(name, sex === null ? '' : words.sex[sex], born)
    }
    case 'weight': {
      const kg = String(content.weightKg)
      return joined(
        nameOfChild(content.childId, state),
        words.weightText(kg, String(toJin(grams(content.weightKg)))),
        words.weightOn(content.on),
      )
    }
    case 'condition': {
      const name = conditionName(content.code, preferences.language)
      return joined(
        nameOfChild(content.childId, state),
        content.present ? name : words.conditionAbsent(name),
        content.note ?? '',
      )
    }
    case 'product': {
      const { name, form, minAgeMonths, maxDosesPerDay } = content
      const product = productOf({ ...content, id: '' } as unknown as ProductRecord)
      const label = [
        ...(minAgeMonths === null ? [] : [words.labelAge(minAgeMonths)]),
        ...(maxDosesPerDay === null ? [] : [words.labelDoses(maxDosesPerDay)]),
      ]
      return joined(
        name,
        formName(form, preferences.language),
        ...strengthsOf(product, preferences.language, texts),
        label.length === 0 ? '' : words.label(label),
      )
    }
  }

  function nameOfChild(childId: string, { preferences: { language } }: ScreenState): string {
    if (family.children.length < 2) return ''
    return family.children.find(({ id }) => id === childId)?.name ?? reviewTexts(language).deleted
  }
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ')

/** What a fact says as it stands. */
export const contentOf = (fact: FactRecord): FactContent => ({ ...fact, kind: fact.type }) as unknown as FactContent
