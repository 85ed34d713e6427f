import { isDeepStrictEqual } from 'node:util'
import { Injectable } from '@nestjs/common'
import type { IntentMedicine } from '../../shared/contract/schemas/intent.schema.ts'
import type { ChangeOf } from '../../shared/contract/schemas/sync.schema.ts'
import { isRunning } from '../../shared/dosing/intent.ts'
import { doseQuestion, type DoseQuestion } from '../../shared/dosing/question.ts'
import type { FamilyScope } from '../database/family-database.ts'
import { DoseGuardService } from '../entries/dose-guard.service.ts'
import { IntentsService } from '../intents/intents.service.ts'
import { ChangeRejected, type Act, type Written } from '../platform/act.ts'

type Author = Act & { readonly accountId: string }

/** Intents together with the guard's verdict on them. Every method runs under the family's lock. */
@Injectable()
export class IntentChangesService {
  constructor(
    private readonly intents: IntentsService,
    private readonly guard: DoseGuardService,
  ) {}

  /**
   * Kept whatever the verdict, like a dose: somebody has said it. Every unanswered one stands against it, the same person's
   * too, so that of all who say it at once only one hears that nothing speaks against it.
   */
  async create(
    scope: FamilyScope,
    act: Author,
    { intentId, childId, medicine }: ChangeOf<'intent.create'>,
  ): Promise<Written> {
    await this.intents.requireNew(scope, intentId)
    const check = await this.guard.ask(scope, childId, questionOf(medicine), act.receivedAt, () => 'other')
    if (check === null) throw new ChangeRejected(await this.reasonFor(scope, childId))
    await this.intents.add(scope, act, { id: intentId, childId, medicine, check })
    return { outcome: 'saved', revision: null, check }
  }

  async deny(scope: FamilyScope, act: Author, intentId: string): Promise<Written> {
    await this.intents.deny(scope, act, intentId)
    return { outcome: 'saved', revision: null, check: null }
  }

  /** An allergy, a weight or a strength has become known: the same for whoever it concerns. */
  async lookAgainEverywhere(scope: FamilyScope, act: Act): Promise<void> {
    for (const childId of await this.intents.childrenWaiting(scope, act.receivedAt))
      await this.lookAgain(scope, act, childId)
  }

  /** A dose has become known, or another: who is about to give one hears what that means for it. */
  async lookAgain(scope: FamilyScope, act: Act, childId: string): Promise<void> {
    const open = await this.intents.unanswered(scope, childId, act.receivedAt)
    for (const intent of open.filter((one) => isRunning({ ...one, own: false }, act.receivedAt))) {
      const { medicine, check: before } = intent
      const check = await this.guard.ask(scope, childId, questionOf(medicine), act.receivedAt, (other) =>
        other.at < intent.at || (other.at === intent.at && other.id < intent.id) ? 'other' : 'itself',
      )
      if (check && !isDeepStrictEqual(check.rules, before?.rules))
        await this.intents.setCheck(scope, act, intent.id, check)
    }
  }

  private async reasonFor(scope: FamilyScope, childId: string): Promise<'child_not_found' | 'product_not_found'> {
    return (await this.guard.knowsChild(scope, childId)) ? 'product_not_found' : 'child_not_found'
  }
}

const questionOf = ({ medicine, ...rest }: IntentMedicine): DoseQuestion => ({
  ...doseQuestion(rest),
  medicine: medicine ?? null,
})
