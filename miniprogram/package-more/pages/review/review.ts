import { screen, screenState } from '../../../behaviors/screen.ts'
import type { LogProblem } from '../../../services/entries/entries.ts'
import type { Result } from '../../../services/result.ts'
import type { EntryRow } from '../../../stores/records/entry-row.ts'
import { contestedEntries } from '../../../views/open-matters.ts'
import { ask, core, knock, tell } from '../../../wiring.ts'
import { reviewTexts } from '../../texts/review.ts'
import type { Decision } from './matter.ts'
import { reviewView, type ReviewView } from './review.view.ts'
import { entryText } from '../../words/said.ts'

/** 要您看一眼: conflicts, look-alikes, what was not delivered, unanswered doses and a former member's entries. */
Component({
  behaviors: [screen(reviewView, (language) => reviewTexts(language).title)],
  data: { view: {} as ReviewView },
  methods: {
    onAnswer({ detail }: WechatMiniprogram.CustomEvent<{ intentId: string; isGiven: boolean }>) {
      this.sheets().answerIntent(detail.intentId, detail.isGiven)
    },
    onDecide(event: WechatMiniprogram.TouchEvent<object, object, { decision: Decision }>) {
      void this.decide(event.currentTarget.dataset.decision)
    },
    async decide(decision: Decision) {
      const { family } = core
      switch (decision.kind) {
        case 'entry': {
          const row = contestedEntries(family.get()).find(({ id }) => id === decision.entryId)
          if (row) told(core.entries.settle(row, decision.stands))
          return
        }
        case 'fact': {
          const fact = family.get().matters.facts.find(({ id }) => id === decision.factId)
          if (fact) told(core.facts.settle(fact, decision.stands))
          return
        }
        case 'change': {
          const row = entryOf(decision.entryId)
          if (row) this.sheets().editEntry(row)
          return
        }
        case 'duplicate':
          await answerDuplicate(decision)
          return
        case 'retry':
          core.outbox.retry(decision.changeId)
          void core.sync.now()
          return
        case 'give_up':
          await giveUp(decision.changeId)
          return
        case 'proposal':
          await settleProposals(decision)
      }
    },
    sheets() {
      return this.selectComponent('#sheets') as unknown as Sheets
    },
  },
})

interface Sheets {
  readonly editEntry: (row: EntryRow) => void
  readonly answerIntent: (intentId: string, isGiven: boolean) => void
}

const entryOf = (entryId: string): EntryRow | undefined => core.family.get().entries.find(({ id }) => id === entryId)

const words = () => reviewTexts(core.preferences.get().language)

async function answerDuplicate({ entryIds, answer }: Extract<Decision, { kind: 'duplicate' }>): Promise<void> {
  const [kept, extra] = entryIds.map(entryOf)
  if (!kept || !extra) return
  const { sameAskTitle, sameAsk, sameYes, sameNo } = words()
  const textOf = ({ content, childId }: EntryRow): string => entryText(content, childId, screenState())
  const text = sameAsk(textOf(kept), textOf(extra))
  // A dose that is wrongly taken for another one is missing where the next is checked.
  const isDose = answer === 'same' && kept.content.kind === 'dose'
  if (isDose && !(await ask({ title: sameAskTitle, text, yes: sameYes, no: sameNo }))) return
  told(core.entries.answerDuplicate(kept, extra, answer))
}

async function giveUp(changeId: string): Promise<void> {
  const { giveUpTitle, giveUpText, giveUpYes, giveUpNo } = words()
  if (!(await ask({ title: giveUpTitle, text: giveUpText, yes: giveUpYes, no: giveUpNo }))) return
  const { change } = core.family.get().matters.failed.find((row) => row.change.changeId === changeId) ?? {}
  if (!change) return
  const row = 'entryId' in change ? entryOf(change.entryId) : undefined
  if (row?.failure?.changeId === changeId) core.entries.giveUp(row)
  else if ('factId' in change) core.facts.giveUp(change.factId)
  else core.outbox.remove(changeId)
  void core.sync.now()
}

async function settleProposals({ ids, accept }: Extract<Decision, { kind: 'proposal' }>): Promise<void> {
  const { refuseAskTitle, refuseAsk, refuseYes, refuseNo } = words()
  const question = { title: refuseAskTitle, text: refuseAsk(ids.length), yes: refuseYes, no: refuseNo }
  if (!accept && !(await ask(question))) return
  for (const id of ids) if (!told(core.proposals.settle(id, accept))) return
}

/** Says why nothing was settled, where that is so. */
function told(settled: Result<unknown, LogProblem | 'not_owner'>): boolean {
  const { texts } = screenState()
  if (settled.ok) knock()
  else
    void tell({
      title: texts.problemTitle,
      text: settled.problem === 'not_owner' ? words().ownerOnly : texts.problems[settled.problem],
      yes: texts.common.close,
    })
  return settled.ok
}
