import type { FactContentOf } from '../../../../shared/contract/schemas/fact.schema.ts'
import type { Sex } from '../../../../shared/record/child.ts'
import type { Child } from '../../../stores/records/family.ts'

/** A child's own data being written down. */
export interface ChildDraft {
  readonly name: string
  /** '' while nobody has said. */
  readonly birthDate: string
  readonly sex: Sex | 'unknown'
  /** IANA name; `phone`: that of whichever phone looks. */
  readonly zone: string
}

export const draftOf = ({ name, birthDate, sex, timeZone }: Child): ChildDraft => ({
  name,
  birthDate: birthDate ?? '',
  sex: sex ?? 'unknown',
  zone: timeZone ?? 'phone',
})

const CHINA_MINUTES = 480

/** Of a child nobody has told of: it lives where the phone is. */
export const newDraft = (phoneOffsetMinutes: number): ChildDraft => ({
  name: '',
  birthDate: '',
  sex: 'unknown',
  zone: phoneOffsetMinutes === CHINA_MINUTES ? 'Asia/Shanghai' : 'phone',
})

export const childContent = ({ name, birthDate, sex, zone }: ChildDraft): FactContentOf<'child'> => ({
  kind: 'child',
  name: name.trim(),
  birthDate: birthDate === '' ? null : birthDate,
  sex: sex === 'unknown' ? null : sex,
  timeZone: zone === 'phone' ? null : zone,
})

export const isSame = (a: ChildDraft, b: ChildDraft): boolean =>
  a.name.trim() === b.name.trim() && a.birthDate === b.birthDate && a.sex === b.sex && a.zone === b.zone
