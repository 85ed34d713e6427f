import { historyView, type Heard } from '../../../../miniprogram/package-more/pages/history/history.view.ts'
import type { EntryContent } from '../../../../shared/contract/schemas/entry.schema.ts'
import { temperature as t } from '../../shared/support/record.ts'
import { screenOf, type Difference } from '../support/screen-state.ts'

const reading = { ...t('16T02:00', 38.9), by: '妈妈' }
const content = (celsius: number, at = '2026-01-16T02:00:00+08:00'): EntryContent => ({
  kind: 'temperature',
  at,
  celsius,
  site: 'axillary',
})

type Revision = Extract<Heard, { revisions: unknown }>['revisions'][number]

const revision = (number: number, more: Partial<Revision>): Revision => ({
  revision: number,
  state: 'superseded',
  stale: false,
  accountId: 'mama',
  at: `2026-01-16T02:0${number}:00+08:00`,
  seq: number,
  content: content(38.9),
  ...more,
})

const shownOf = (heard: Heard, more: Difference = {}) =>
  historyView(screenOf([reading], '16T03:00', more), reading.id, heard)

describe('the history of an entry', () => {
  it('has the latest first: who, when, and what was changed into what', () => {
    const { revisions } = shownOf({
      revisions: [
        revision(1, {}),
        revision(2, { accountId: 'baba', content: content(38.5) }),
        revision(3, { state: 'current', content: content(38.5, '2026-01-16T01:50:00+08:00') }),
      ],
    })
    expect(revisions.map(({ title, tag, lines }) => [title, tag, ...lines])).toEqual([
      ['妈妈 02:03 改过', '现在的', '时间：02:00 → 01:50'],
      ['爸爸 02:02 改过', '', '体温：38.9 ℃ → 38.5 ℃'],
      ['妈妈 02:01 记下', '', '体温：38.9 ℃', '量在哪里：腋温', '时间：02:00'],
    ])
  })

  it('tells a revision that contradicts from those that were in force, and compares nothing with it', () => {
    const { revisions } = shownOf({
      revisions: [
        revision(1, {}),
        revision(2, { state: 'conflicting', stale: true, accountId: 'baba', content: content(37) }),
        revision(3, { state: 'current', content: content(38) }),
      ],
    })
    expect(revisions.map(({ tag, isOpen }) => [tag, isOpen])).toEqual([
      ['现在的', false],
      ['两边都改过，还没定', true],
      ['', false],
    ])
    expect(revisions[0]?.lines).toEqual(['体温：38.9 ℃ → 38.0 ℃'])
  })

  it('says what was not chosen, and by whom it was deleted', () => {
    const { revisions } = shownOf({
      revisions: [
        revision(1, {}),
        revision(2, { stale: true, content: content(37) }),
        revision(3, { state: 'current', accountId: 'baba', content: null }),
      ],
    })
    expect(revisions[0]).toMatchObject({ title: '爸爸 02:03 删掉', lines: [] })
    expect(revisions[1]).toMatchObject({ tag: '两边都改过，没选它' })
  })

  it('says what it waits for, and what it lacks', () => {
    expect(shownOf(null).status).toBe('loading')
    expect(shownOf({ problem: 'network' }).message.title).toBe('要连上网才看得到')
    expect(shownOf({ problem: 'not_found' })).toMatchObject({ status: 'failed', revisions: [] })
    expect(shownOf({ problem: 'database_unavailable' }).message.title).toBe('没取到')
    expect(shownOf(null, { rows: { [reading.id]: { state: 'pending' } } }).note).toContain('还有没送到的修改')
  })
})
