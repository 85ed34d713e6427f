import { curveRows } from './curve-rows.ts'
import { dosingRows } from './dosing-rows.ts'
import { redFlagRows } from './red-flag-rows.ts'
import type { RuleGroup, RuleRow } from './rule-row.ts'
import type { Mark } from './source.ts'

/** Every constant the rules go by, with its value, source and mark: the page of the docs and the app's 关于 show this list. */
export const allRules = (): readonly RuleRow[] => [...curveRows(), ...dosingRows(), ...redFlagRows()]

/** Whether a clinician has still to sign a constant before anybody may rely on it. */
export const isProvisional = (mark: Mark): boolean => mark === 'background' || mark === 'judgement'

/** Names of the groups, in the order of the list. */
export const GROUP_NAMES: Readonly<Record<RuleGroup, { readonly zh: string; readonly en: string }>> = {
  fever: { zh: '发热线和分级', en: 'Fever by site, and grades' },
  curve: { zh: '病程、升降、用药后的反应和核对', en: 'Episodes, trend, responses and questions about entries' },
  dosing: { zh: '用药核对', en: 'The dose guard' },
  caution: { zh: '用药提醒', en: 'Cautions' },
  weight: { zh: '体重', en: 'Weight' },
  medicine: { zh: '药品', en: 'Medicines' },
  redFlag: { zh: '就医提示', en: 'Red flags' },
  question: { zh: '就医提示：问题和症状', en: 'Red flags: questions and symptoms' },
}

/** How sure a constant is, in words. */
export const MARK_NAMES: Readonly<Record<Mark, { readonly zh: string; readonly en: string }>> = {
  found: { zh: '原文查到', en: 'found in the source' },
  secondary: { zh: '二手资料', en: 'found in a secondary copy' },
  background: { zh: '待查原文', en: 'from background knowledge, to be verified' },
  judgement: { zh: '设计判断', en: 'a design judgement' },
}
