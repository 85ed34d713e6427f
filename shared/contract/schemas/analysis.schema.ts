import * as z from 'zod'
import { SITES } from '../../record/entry.ts'
import { VERDICTS } from '../../dosing/verdict.ts'
import type { AnalysisJson } from '../../analysis/analysis-json.ts'
import { StampSchema } from './primitives.ts'

const site = z.enum(SITES)
const below = {
  minMinutes: z.number(),
  maxMinutes: z.number().nullable(),
  censoredBy: z.enum(['nextDose', 'window', 'noReading']).nullable(),
}

export const AnalysisSchema: z.ZodType<AnalysisJson> = z.strictObject({
  now: StampSchema,
  episodes: z.array(
    z.strictObject({
      start: StampSchema,
      end: StampSchema.nullable(),
      status: z.enum(['ongoing', 'ended', 'unknown']),
      maxCelsius: z.number(),
      maxAt: StampSchema,
      maxSite: site,
      readings: z.int(),
      doses: z.int(),
      feverDays: z.int(),
    }),
  ),
  latest: z
    .strictObject({
      entryId: z.string(),
      celsius: z.number(),
      site,
      at: StampSchema,
      grade: z.enum(['low', 'moderate', 'high', 'hyperpyrexia', 'fever', 'none']),
    })
    .nullable(),
  trend: z.strictObject({
    state: z.enum(['falling', 'steady', 'rising', 'unknown']),
    reason: z.string().nullable(),
    changeCelsius: z.number().nullable(),
    fromEntryId: z.string().nullable(),
    toEntryId: z.string().nullable(),
  }),
  responses: z.array(
    z.strictObject({
      doseId: z.string(),
      ingredient: z.string(),
      evaluable: z.boolean(),
      reason: z.enum(['no_baseline', 'baseline_not_febrile', 'too_few_readings']).nullable(),
      confounded: z.boolean().optional(),
      baseline: z.strictObject({ entryId: z.string(), celsius: z.number() }).optional(),
      firstFall: z.strictObject({ afterMinutes: z.number(), byMinutes: z.number() }).nullable().optional(),
      lowest: z
        .strictObject({ entryId: z.string(), celsius: z.number(), dropCelsius: z.number(), bracketed: z.boolean() })
        .optional(),
      belowThreshold: z
        .strictObject({ thresholdCelsius: z.number(), ...below })
        .nullable()
        .optional(),
      below38_5: z.strictObject(below).nullable().optional(),
      roseAgain: z.boolean().optional(),
      backToBaseline: z.boolean().optional(),
    }),
  ),
  history: z.record(
    z.string(),
    z.record(z.string(), z.strictObject({ n: z.int(), minMinutes: z.number(), maxMinutes: z.number().nullable() })),
  ),
  dosing: z.record(
    z.string(),
    z.strictObject({
      verdict: z.enum(VERDICTS),
      rules: z.array(z.enum(VERDICTS)),
      earliestAt: StampSchema.nullable(),
      dosesIn24h: z.int(),
      mgPerKgIn24h: z.number().nullable(),
    }),
  ),
  redFlags: z.array(
    z.strictObject({
      rule: z.string(),
      level: z.enum(['now', 'same_day', 'contact']),
      entryIds: z.array(z.string()),
      source: z.string(),
      gaps: z.array(z.strictObject({ from: StampSchema, to: StampSchema })).optional(),
      advice: z.literal('poison').optional(),
    }),
  ),
  duplicates: z.array(z.strictObject({ kind: z.enum(['temperature', 'dose']), entryIds: z.array(z.string()) })),
  implausible: z.array(z.strictObject({ entryId: z.string(), reason: z.string() })),
})
