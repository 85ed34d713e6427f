import type { SyncRecord } from '../../../shared/contract/schemas/records.schema.ts'
import { DAY, MINUTE, shift, type Instant } from '../../../shared/time/instant.ts'
import { dateText, isoIn, type Zone } from '../../../shared/time/zone.ts'
import type { Language } from '../../../shared/words/language.ts'
import { SAMPLE_NIGHT, type SampleEntry } from './sample-night.ts'

type Without<T> = T extends unknown ? Omit<T, 'seq'> : never

const WORDS = {
  zh: {
    family: '示例',
    child: '示例宝宝',
    mama: '妈妈',
    baba: '爸爸',
    ibuprofen: '布洛芬混悬液',
    paracetamol: '对乙酰氨基酚混悬液',
  },
  en: {
    family: 'Sample',
    child: 'Sample child',
    mama: 'Mum',
    baba: 'Dad',
    ibuprofen: 'Ibuprofen suspension',
    paracetamol: 'Paracetamol suspension',
  },
} as const

const FACT = { revision: 1, deleted: false, conflicts: [] }
const CHILD = 'sample-child'
const CHILD_DAYS = 3.2 * 365

/** A night that was nobody's, as it would stand in the record: it ended twenty minutes before `now`. */
export function sampleRecords(now: Instant, zone: Zone, language: Language): readonly SyncRecord[] {
  const words = WORDS[language]
  const dayBefore = (days: number): string => dateText(shift(now, -days * DAY), zone)
  const product = { type: 'product', form: 'liquid', minAgeMonths: null, maxDosesPerDay: 4, ...FACT } as const
  const records: Without<SyncRecord>[] = [
    { type: 'family', id: 'sample', name: words.family },
    { type: 'member', id: 'mama', name: words.mama, role: 'owner', removed: false },
    { type: 'member', id: 'baba', name: words.baba, role: 'caregiver', removed: false },
    {
      type: 'child',
      id: CHILD,
      name: words.child,
      birthDate: dayBefore(CHILD_DAYS),
      sex: null,
      timeZone: null,
      ...FACT,
    },
    { type: 'weight', id: 'weight', childId: CHILD, on: dayBefore(20), weightKg: 14.2, confirmed: false, ...FACT },
    { ...product, id: 'ibuprofen', name: words.ibuprofen, ingredients: [{ code: 'ibuprofen', mgPerMl: 20 }] },
    { ...product, id: 'paracetamol', name: words.paracetamol, ingredients: [{ code: 'paracetamol', mgPerMl: 32 }] },
    ...SAMPLE_NIGHT.map((entry, index) => entryRecord(entry, index, shift(now, -entry.minutesAgo * MINUTE), zone)),
  ]
  return records.map((record, index) => ({ ...record, seq: index + 1 }))
}

function entryRecord({ by, content }: SampleEntry, index: number, at: Instant, zone: Zone): Without<SyncRecord> {
  const stamp = isoIn(zone, at)
  return {
    type: 'entry',
    id: `entry-${index}`,
    childId: CHILD,
    revision: 1,
    content: { ...content, at: stamp },
    deleted: false,
    loggedBy: by,
    author: null,
    loggedAt: stamp,
    editedBy: null,
    editedAt: null,
    clockOffsetSeconds: null,
    conflicts: [],
    check: null,
  }
}
