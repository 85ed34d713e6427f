import { conditionOf } from '../../../shared/child/conditions.ts'
import { isOutdated, weightAt } from '../../../shared/dosing/body-weight.ts'
import { zoneOf, type Zone } from '../../../shared/time/zone.ts'
import { toJin, toKg } from '../../../shared/units/weight.ts'
import type { ScreenState } from '../../behaviors/screen.ts'
import { childRecordOf } from '../../stores/records/child-record.ts'
import type { Child } from '../../stores/records/family.ts'
import { ageText } from '../../views/age.ts'

/** What the family has told of one child. */
export interface ChildCard {
  readonly id: string
  readonly initial: string
  readonly name: string
  /** `3 岁 2 个月 · 男 · 2022-11-03 生` */
  readonly about: string
  readonly weightName: string
  readonly weight: string
  readonly weighed: string
  /** What the checks lack: no weight at all, or an old one. */
  readonly weightNote: string
  readonly conditionsName: string
  readonly conditions: string
}

export function childView(child: Child, state: ScreenState, here: Zone): ChildCard {
  const { now, texts, family } = state
  const zone = zoneOf(child.timeZone, here)
  const record = childRecordOf(family, child)
  const weight = weightAt(record, now, zone)
  const about = [
    ageText(child.birthDate, now, zone, texts),
    child.sex === null ? '' : texts.family.sex[child.sex],
    child.birthDate === null ? '' : texts.family.birthDate(child.birthDate),
  ]
  return {
    id: child.id,
    initial: child.name.slice(0, 1),
    name: child.name,
    about: about.filter((part) => part !== '').join(' · '),
    weightName: texts.family.weight,
    weight: weight ? texts.family.weightText(String(toKg(weight.weight)), String(toJin(weight.weight))) : '',
    weighed: weight ? texts.family.weightOn(weight.on) : '',
    weightNote: weight
      ? isOutdated(weight, record, now, zone)
        ? texts.family.weightOld
        : ''
      : texts.family.weightMissing,
    conditionsName: texts.family.conditions,
    conditions: conditionsText(child, state),
  }
}

/** What there is first, then what was asked about and is not there. */
function conditionsText(child: Child, { family, texts, preferences }: ScreenState): string {
  const own = family.conditions.filter(({ childId }) => childId === child.id)
  const nameOf = (code: string): string => conditionOf(code)?.[preferences.language] ?? code
  const there = own.filter(({ present }) => present).map(({ code }) => nameOf(code))
  const absent = own.filter(({ present }) => !present).map(({ code }) => texts.family.conditionAbsent(nameOf(code)))
  const all = [...there, ...absent]
  return all.length === 0 ? texts.family.conditionsNone : texts.common.list(all)
}
