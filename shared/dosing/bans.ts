import type { Source } from '../evidence/source.ts'

/** An ingredient that is not for children below an age, whatever the label or an old box at home says. A doctor may prescribe it all the same. */
export interface Ban extends Source {
  readonly ingredient: string
  /** In completed months. */
  readonly belowMonths: number
}

export const BANS: readonly Ban[] = [
  { ingredient: 'nimesulide', belowMonths: 12 * 12, source: '国家食药监局 2011-05-15 通知', mark: 'found' },
  { ingredient: 'metamizole', belowMonths: 18 * 12, source: '国家药监局 公告 2020-03-17', mark: 'found' },
  { ingredient: 'aspirin', belowMonths: 16 * 12, source: 'NHS; AFP 2009;80:1472 (Reye)', mark: 'found' },
]

/** The ban on an ingredient; null when there is none. */
export const banOf = (ingredient: string): Ban | null => BANS.find((ban) => ban.ingredient === ingredient) ?? null
