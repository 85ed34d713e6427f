import type { FactRecord } from '../../shared/contract/schemas/records.schema.ts'
import { screenState } from '../behaviors/screen.ts'
import type { Stated } from '../services/facts/facts.ts'
import { ask, choose, core, knock, tell } from '../wiring.ts'
import { childTexts } from './texts/child.ts'
import { contentOf, factText } from './words/said.ts'

/** Whether it was kept; when not, the reason has been told. */
export async function wasKept(stated: Stated): Promise<boolean> {
  if (stated.ok) {
    knock()
    return true
  }
  const { preferences, texts } = screenState()
  const words = childTexts(preferences.language)
  const text = stated.problem === 'not_owner' ? words.notOwner : texts.problems[stated.problem]
  await tell({ title: texts.problemTitle, text, yes: words.close })
  return false
}

/** Why nothing can be written down here, told; false when it can. */
export async function isRefused(): Promise<boolean> {
  const problem = core.entries.refusal()
  if (problem === null) return false
  await wasKept({ ok: false, problem })
  return true
}

/**
 * What did not reach the server is tried again or given up, and what was changed on two phones is decided, before anything
 * else happens to it. True when there was something of that kind.
 */
export async function mended(fact: FactRecord): Promise<boolean> {
  const state = screenState()
  const words = childTexts(state.preferences.language)
  if (core.family.get().factStates.get(fact.id)?.failure) {
    const again = await ask({ title: words.failedAsk, text: words.failedText, yes: words.retry, no: words.giveUp })
    if (again) core.facts.retry(fact.id)
    else core.facts.giveUp(fact.id)
    return true
  }
  if (fact.conflicts.length === 0) return false
  const others = fact.conflicts.map(({ content }) =>
    content === null ? words.conflictDelete : words.conflictOther(factText(content, state)),
  )
  const chosen = await choose([words.conflictNow(factText(contentOf(fact), state)), ...others])
  if (chosen === null) return true
  await wasKept(core.facts.settle(fact, chosen === 0 ? fact.revision : fact.conflicts[chosen - 1]!.revision))
  return true
}
