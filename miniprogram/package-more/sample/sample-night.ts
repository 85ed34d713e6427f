import type { EntryContent } from '../../../shared/contract/schemas/entry.schema.ts'

type Without<T> = T extends unknown ? Omit<T, 'at'> : never

export interface SampleEntry {
  readonly minutesAgo: number
  readonly by: 'mama' | 'baba'
  readonly content: Without<EntryContent>
}

const reading = (minutesAgo: number, by: SampleEntry['by'], celsius: number): SampleEntry => ({
  minutesAgo,
  by,
  content: { kind: 'temperature', celsius, site: 'axillary' },
})

const dose = (minutesAgo: number, by: SampleEntry['by'], productId: string, ml: number): SampleEntry => ({
  minutesAgo,
  by,
  content: { kind: 'dose', productId, ml },
})

const sign = (minutesAgo: number, by: SampleEntry['by'], code: string, present = true): SampleEntry => ({
  minutesAgo,
  by,
  content: { kind: 'symptom', code, present },
})

/** One night of a child of three, oldest first: two people, two medicines, and hours in which nobody measured. */
export const SAMPLE_NIGHT: readonly SampleEntry[] = [
  reading(720, 'mama', 38.1),
  sign(718, 'mama', 'appetite_down'),
  reading(640, 'mama', 38.7),
  dose(635, 'mama', 'ibuprofen', 4),
  reading(565, 'mama', 38.3),
  sign(560, 'mama', 'drinking'),
  sign(525, 'mama', 'urinated'),
  reading(490, 'mama', 38.2),
  reading(385, 'baba', 39.2),
  sign(384, 'baba', 'cold_hands_feet'),
  dose(380, 'baba', 'paracetamol', 4),
  reading(270, 'baba', 38.4),
  sign(268, 'baba', 'vomiting', false),
  reading(190, 'mama', 39.4),
  dose(185, 'mama', 'ibuprofen', 4),
  reading(120, 'mama', 38.8),
  sign(115, 'mama', 'drinking'),
  reading(70, 'baba', 38.4),
  sign(40, 'baba', 'urinated'),
  reading(22, 'baba', 38.1),
  sign(20, 'baba', 'spirits_good'),
]
