import { isoIn } from '../../time/zone.ts'
import { medicineText } from '../medicine-text.ts'
import type { CoveredAsk, Rule } from '../ask.ts'
import { isAbout, isRunning } from '../intent.ts'

/** Another caregiver has said that they are giving the ingredient this very moment. */
export const inProgress: Rule<CoveredAsk> = ({ situation, ingredient, log, now }) =>
  (situation.intents ?? [])
    .filter((intent) => !intent.own && isRunning(intent, now) && isAbout(intent, ingredient, log.products))
    .map((intent) => ({
      rule: 'in_progress',
      reason: 'intent',
      entryIds: [],
      values: {
        at: isoIn(situation.zone, intent.at),
        medicine: medicineText(intent.medicine, log.products),
        ...(intent.by === null ? {} : { by: intent.by }),
      },
    }))
