import type { Limit } from '../evidence/source.ts'

const judged = (value: number, unit: Limit['unit'], source: string): Limit => ({
  value,
  unit,
  source,
  mark: 'judgement',
})

const END = 'clinical review §3.4, after the 24 h fever-free rule'
const TREND = 'Shouwen'
const RESPONSE = 'clinical review §3.3, after Vauzelle-Kervroëdan 1997 and PITCH'

/** Every figure of the curve rules, on one screen. No source defines an episode's end or a response: all are judgement. */
export const CURVE_LIMITS = {
  /** A fever is over after this long without fever or antipyretic, … */
  quiet: judged(24, 'h', END),
  /** … seen in two readings this far apart, … */
  quietReadingsApart: judged(6, 'h', END),
  /** … one of them this long after the last fever or antipyretic. */
  quietReadingAfter: judged(8, 'h', END),
  /** Without any reading for this long nobody knows. */
  unseen: judged(24, 'h', END),

  /** The trend compares readings of one site at most this far apart, … */
  trendApart: judged(2, 'h', TREND),
  /** … the latest at most this old; … */
  trendFresh: judged(2, 'h', TREND),
  /** … a smaller change is within what one thermometer differs by between two tries. */
  trendChange: judged(0.3, '℃', TREND),

  baselineBefore: judged(60, 'min', RESPONSE),
  baselineAfter: judged(10, 'min', RESPONSE),
  /** A response needs a reading later than this … */
  firstReadingAfter: judged(30, 'min', RESPONSE),
  /** … and by then. */
  firstReadingBy: judged(6, 'h', RESPONSE),
  /** How long readings after a dose are put down to it. */
  window: judged(8, 'h', RESPONSE),
  /** For how long another antipyretic blurs the response to a dose; those not named count like ibuprofen. */
  paracetamolLingers: judged(6, 'h', RESPONSE),
  ibuprofenLingers: judged(8, 'h', RESPONSE),
  fall: judged(0.5, '℃', RESPONSE),
  bracketWithin: judged(2, 'h', RESPONSE),
  bracketHigher: judged(0.2, '℃', RESPONSE),
  backToBaseline: judged(0.3, '℃', RESPONSE),
  /** The second threshold of the time below, whatever the site. */
  high: judged(38.5, '℃', 'Vauzelle-Kervroëdan 1997'),
  /** Fewer doses than this tell nothing about a child. */
  historyDoses: judged(3, 'doses', RESPONSE),
} as const satisfies Readonly<Record<string, Limit>>
