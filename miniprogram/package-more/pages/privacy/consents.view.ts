import { currentConsent } from '../../../../shared/consent/versions.ts'
import { parseStamp } from '../../../../shared/time/instant.ts'
import type { Zone } from '../../../../shared/time/zone.ts'
import { momentText } from '../../../../shared/words/time.ts'
import type { ScreenState } from '../../../behaviors/screen.ts'
import type { ConsentRecord } from '../../../stores/records/family.ts'
import { listRow, type ListRow } from '../../../views/list-row.ts'
import { privacyTexts } from '../../texts/privacy.ts'

/** One's own consent, what the family said about AI, and the consents of the others. `here`: the phone's zone. */
export function consentRows(state: ScreenState, here: Zone): readonly ListRow[] {
  const { family, open, preferences } = state
  const { consents: words } = privacyTexts(preferences.language)
  const isOwner = ownRoleOf(state) === 'owner'
  const guardians = family.consents.filter(({ kind }) => kind === 'guardian')
  const own = ownConsent(state)
  const ai = aiConsent(state)
  const lineOf = (record: ConsentRecord | null): string => (record ? wordsOf(record, state, here) : '')
  return [
    listRow({
      key: 'guardian',
      icon: own?.answer === 'given' ? 'check' : 'alert',
      title: words.guardian,
      badge: own ? words.answers[own.answer] : words.never,
      text: lineOf(own),
      note: own && own.version !== currentConsent('guardian') ? words.old : '',
    }),
    listRow({
      key: 'ai',
      icon: 'note',
      title: words.ai,
      badge: ai ? words.aiAnswers[ai.answer] : words.aiAnswers.refused,
      text: [lineOf(ai), isOwner ? '' : words.notOwner].filter((part) => part !== '').join('\n'),
      opens: isOwner,
    }),
    ...guardians
      .filter(({ accountId }) => accountId !== open?.accountId && family.members.some(({ id }) => id === accountId))
      .map((record) =>
        listRow({
          key: record.id,
          icon: 'family',
          title: words.of(family.names.get(record.accountId) ?? ''),
          badge: words.answers[record.answer],
          text: lineOf(record),
          opens: false,
        }),
      ),
  ]
}

export const ownConsent = ({ family, open }: Pick<ScreenState, 'family' | 'open'>): ConsentRecord | null =>
  family.consents.find(({ kind, accountId }) => kind === 'guardian' && accountId === open?.accountId) ?? null

export const aiConsent = ({ family }: Pick<ScreenState, 'family'>): ConsentRecord | null =>
  family.consents.find(({ kind }) => kind === 'ai') ?? null

export const ownRoleOf = ({ family, open }: Pick<ScreenState, 'family' | 'open'>) =>
  family.members.find(({ id }) => id === open?.accountId)?.role ?? open?.role ?? null

function wordsOf({ version, at }: ConsentRecord, { now, preferences }: ScreenState, here: Zone): string {
  const { language } = preferences
  const moment = momentText(parseStamp(at)!.at, now, here, language)
  return privacyTexts(language).consents.line(version, moment)
}
