import type { RuleGroup } from '../../../../shared/evidence/rule-row.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import { aboutTexts } from '../../texts/about.ts'
import { ruleGroups, type RuleGroupView } from './rules.view.ts'

export interface AboutView {
  readonly isLarge: boolean
  readonly statements: readonly { readonly title: string; readonly text: string }[]
  readonly sourcesTitle: string
  readonly sourcesText: string
  readonly provisional: string
  readonly groups: readonly RuleGroupView[]
}

/** What this is and is not, and every figure the rules go by with where it comes from. `open`: the groups unfolded. */
export function aboutView({ preferences }: ScreenState, open: readonly RuleGroup[]): AboutView {
  const about = aboutTexts(preferences.language)
  return {
    isLarge: preferences.isLarge,
    statements: [
      { title: about.record, text: about.recordText },
      { title: about.gap, text: about.unit },
      { title: about.privacy, text: about.privacyText },
    ],
    sourcesTitle: about.sources,
    sourcesText: about.sourcesText,
    provisional: about.provisional,
    groups: ruleGroups(open, preferences.language),
  }
}
