import { conditionOf } from '../../../../shared/child/conditions.ts'
import { isOutdated, weightAt } from '../../../../shared/dosing/body-weight.ts'
import { isOutsideBand } from '../../../../shared/dosing/weight-band.ts'
import type { DateText } from '../../../../shared/time/date.ts'
import { dateText, zoneOf, type Zone } from '../../../../shared/time/zone.ts'
import { grams, toJin, toKg } from '../../../../shared/units/weight.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { Chip } from '../../../components/chips/chips.ts'
import { childRecordOf } from '../../../stores/records/child-record.ts'
import { roleOf, type Child } from '../../../stores/records/family.ts'
import { ageText } from '../../../views/age.ts'
import { listRow, type ListRow } from '../../../views/list-row.ts'
import { factBadge } from '../../fact-state.ts'
import { childTexts, type ChildTexts } from '../../texts/child.ts'
import { conditionName } from '../conditions/conditions.view.ts'
import { draftOf, isSame, type ChildDraft } from './child-draft.ts'
import { bothUnits, isTooMuch, weightOf, type WeightDraft } from './weight-draft.ts'

/** What stands on the page besides the record. */
export interface ChildPage {
  /** null: a child that is not there yet. */
  readonly id: string | null
  /** What has been changed and not saved; null: nothing. */
  readonly draft: ChildDraft | null
  /** The weight being written down; null: no sheet. */
  readonly weight: (WeightDraft & { readonly id: string | null }) | null
  readonly isSaved: boolean
}

export interface WeightSheet {
  readonly title: string
  readonly figure: string
  readonly other: string
  readonly hint: string
  readonly units: readonly Chip[]
  readonly unit: string
  readonly unitLabel: string
  readonly onLabel: string
  readonly on: string
  readonly canSave: boolean
  readonly isEdit: boolean
}

const LABELS = [
  'name',
  'nameHint',
  'birthDate',
  'birthDateWhy',
  'sex',
  'zone',
  'weights',
  'weightAdd',
  'remove',
  'save',
  'backspace',
] as const satisfies readonly (keyof ChildTexts)[]
type Label = (typeof LABELS)[number]

export interface ChildView {
  readonly isLarge: boolean
  readonly gone: { readonly title: string; readonly text: string } | null
  readonly labels: Readonly<Record<Label, string>>
  readonly isNew: boolean
  readonly badge: string
  readonly conflict: string
  readonly draft: ChildDraft
  readonly birthDateText: string
  readonly age: string
  readonly today: string
  readonly sexes: readonly Chip[]
  readonly zones: readonly string[]
  readonly zoneIndex: number
  readonly zoneText: string
  readonly saveText: string
  readonly canSave: boolean
  readonly weights: readonly ListRow[]
  readonly weightNote: string
  readonly conditions: readonly ListRow[]
  readonly canRemove: boolean
  readonly sheet: WeightSheet | null
  readonly cancelText: string
  readonly deleteText: string
}

/** `here`: this phone's zone. `fresh`: how a child begins of whom nobody has told. */
export function childView(state: ScreenState, page: ChildPage, here: Zone, fresh: ChildDraft): ChildView {
  const { family, preferences, now, texts } = state
  const words = childTexts(preferences.language)
  const child = family.children.find(({ id }) => id === page.id) ?? null
  const kept = child ? draftOf(child) : fresh
  const draft = page.draft ?? kept
  const zone = zoneOf(draft.zone === 'phone' ? null : draft.zone, here)
  const zones = zonesOf(draft)
  const isChanged = child === null || !isSame(draft, kept)
  const isSaved = page.isSaved && !isChanged
  return {
    isLarge: preferences.isLarge,
    gone: page.id !== null && child === null ? words.gone : null,
    labels: Object.fromEntries(LABELS.map((label) => [label, words[label]])) as ChildView['labels'],
    isNew: page.id === null,
    badge: child ? factBadge(child, family, words) : '',
    conflict: child && child.conflicts.length > 0 ? words.conflictText : '',
    draft,
    birthDateText: draft.birthDate === '' ? words.birthDateEmpty : draft.birthDate,
    age: draft.birthDate === '' ? '' : ageText(draft.birthDate, now, zone, texts),
    today: dateText(now, zone),
    sexes: (['male', 'female', 'unknown'] as const).map((value) => ({ value, name: words.sexes[value] })),
    zones: zones.map((name) => zoneName(name, words)),
    zoneIndex: zones.indexOf(draft.zone),
    zoneText: zoneName(draft.zone, words),
    saveText: isSaved ? words.saved : draft.name.trim() === '' ? words.needsName : words.save,
    canSave: isChanged && draft.name.trim() !== '',
    ...(child ? ownOf(child, state, words, zone) : { weights: [], weightNote: '', conditions: [] }),
    canRemove: child !== null && state.open !== null && roleOf(family, state.open) === 'owner',
    sheet: child && page.weight ? sheetOf(page.weight, child, words) : null,
    cancelText: texts.common.cancel,
    deleteText: texts.common.delete,
  }
}

/** Those of the list, and the child's own where it is another. */
export function zonesOf({ zone }: Pick<ChildDraft, 'zone'>): readonly string[] {
  const names = Object.keys(childTexts('zh').zones)
  return names.includes(zone) ? names : [...names, zone]
}

const zoneName = (zone: string, { zones }: ChildTexts): string =>
  zone in zones ? zones[zone as keyof typeof zones] : zone

function ownOf(child: Child, state: ScreenState, words: ChildTexts, zone: Zone) {
  const { family, now, preferences } = state
  const record = childRecordOf(family, child)
  const latest = weightAt(record, now, zone)
  const own = family.weights.filter(({ childId }) => childId === child.id)
  const conditions = family.conditions.filter(({ childId }) => childId === child.id)
  const isLatest = (on: string, kg: number): boolean => latest?.on === on && toKg(latest.weight) === kg
  const weights = [...own]
    .sort((a, b) => (a.on < b.on ? 1 : -1))
    .map((weight) => {
      const { id, on, weightKg, confirmed } = weight
      const isOdd = isOutsideBand({ on: on as DateText, weight: grams(weightKg) }, record.child)
      const check = confirmed ? words.weightConfirmed : ''
      return listRow({
        key: id,
        title: bothUnits(grams(weightKg), words),
        badge: factBadge(weight, family, words) || check || (isLatest(on, weightKg) ? words.weightLatest : ''),
        side: on,
        note: isOdd && !confirmed ? words.weightCheck : '',
      })
    })
  const said = [...conditions]
    .sort((a, b) => Number(b.present) - Number(a.present))
    .map(({ code, present }) => {
      const name = conditionName(code, preferences.language, words)
      return present ? name : words.absentOf(conditionOf(code)?.[preferences.language] ?? name)
    })
  return {
    weights,
    weightNote: latest ? (isOutdated(latest, record, now, zone) ? words.weightOld : '') : words.weightNone,
    conditions: [
      listRow({
        key: 'conditions',
        icon: 'note',
        title: words.conditions,
        text: said.length === 0 ? words.conditionsNone : words.list(said),
      }),
    ],
  }
}

function sheetOf(draft: NonNullable<ChildPage['weight']>, child: Child, words: ChildTexts): WeightSheet {
  const weight = weightOf(draft)
  const isKg = draft.unit === 'kg'
  const other =
    weight === null
      ? ''
      : isKg
        ? words.weightBoth.jin(String(toJin(weight)))
        : words.weightBoth.kg(String(toKg(weight)))
  return {
    title: words.weightTitle(child.name),
    figure: `${draft.typed === '' ? '–' : draft.typed} ${isKg ? 'kg' : words.weightUnits.jin}`,
    other,
    hint: isTooMuch(draft) ? words.weightTooMuch : '',
    units: (['kg', 'jin'] as const).map((value) => ({ value, name: words.weightUnits[value] })),
    unit: draft.unit,
    unitLabel: words.weightUnit,
    onLabel: words.weightOn,
    on: draft.on,
    canSave: weight !== null,
    isEdit: draft.id !== null,
  }
}
