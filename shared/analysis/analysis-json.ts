import type { Site } from '../record/entry.ts'
import type { Verdict } from '../dosing/verdict.ts'

/** The whole analysis of a record at a moment, as the tools and the API print it. Times are ISO 8601 in the child's zone. */
export interface AnalysisJson {
  now: string
  episodes: EpisodeJson[]
  latest: LatestJson | null
  trend: TrendJson
  responses: ResponseJson[]
  history: Record<string, Record<string, { n: number; minMinutes: number; maxMinutes: number | null }>>
  dosing: Record<string, DosingJson>
  redFlags: RedFlagJson[]
  duplicates: DuplicateJson[]
  implausible: ImplausibleJson[]
}

export interface EpisodeJson {
  start: string
  end: string | null
  status: 'ongoing' | 'ended' | 'unknown'
  maxCelsius: number
  maxAt: string
  maxSite: Site
  readings: number
  doses: number
  feverDays: number
}

export interface LatestJson {
  entryId: string
  celsius: number
  site: Site
  at: string
  grade: 'low' | 'moderate' | 'high' | 'hyperpyrexia' | 'fever' | 'none'
}

export interface TrendJson {
  state: 'falling' | 'steady' | 'rising' | 'unknown'
  reason: string | null
  changeCelsius: number | null
  fromEntryId: string | null
  toEntryId: string | null
}

export interface BelowJson {
  minMinutes: number
  maxMinutes: number | null
  censoredBy: 'nextDose' | 'window' | 'noReading' | null
}

export interface ResponseJson {
  doseId: string
  ingredient: string
  evaluable: boolean
  reason: 'no_baseline' | 'baseline_not_febrile' | 'too_few_readings' | null
  confounded?: boolean | undefined
  baseline?: { entryId: string; celsius: number } | undefined
  firstFall?: { afterMinutes: number; byMinutes: number } | null | undefined
  lowest?: { entryId: string; celsius: number; dropCelsius: number; bracketed: boolean } | undefined
  belowThreshold?: (BelowJson & { thresholdCelsius: number }) | null | undefined
  below38_5?: BelowJson | null | undefined
  roseAgain?: boolean | undefined
  backToBaseline?: boolean | undefined
}

export interface DosingJson {
  verdict: Verdict
  rules: readonly Verdict[]
  earliestAt: string | null
  dosesIn24h: number
  mgPerKgIn24h: number | null
}

export interface RedFlagJson {
  rule: string
  level: 'now' | 'same_day' | 'contact'
  entryIds: string[]
  source: string
  /** Stretches without a reading that the count went through; left out when there is none. */
  gaps?: { from: string; to: string }[] | undefined
  /** An amount that may be poisonous: 120 and poison advice come first. */
  advice?: 'poison' | undefined
}

interface DuplicateJson {
  kind: 'temperature' | 'dose'
  entryIds: string[]
}

interface ImplausibleJson {
  entryId: string
  reason: string
}
