import { countersOf } from '../../../../miniprogram/pages/now/counters.view.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { symptom } from '../../shared/support/record.ts'
import { screenOf } from '../support/screen-state.ts'

function countersAt(entries: readonly Entry[]) {
  const state = screenOf(entries, '16T07:00')
  return countersOf(state.current!, state)
}

describe('the counters', () => {
  it('count drinking and urine over 24 hours, and say how long ago it was', () => {
    const entries = [symptom('16T01:00', 'drinking'), symptom('16T05:00', 'drinking'), symptom('16T02:00', 'urinated')]
    expect(countersAt(entries)).toMatchObject([
      { code: 'drinking', times: '2 次', last: '上次 2 小时前' },
      { code: 'urinated', times: '1 次', last: '上次 5 小时前' },
    ])
  })

  it('leave out what is older, what was said not to be, and what is still to come', () => {
    const others = [
      symptom('15T07:00', 'drinking'),
      symptom('16T05:00', 'drinking', false),
      symptom('16T08:00', 'drinking'),
    ]
    expect(countersAt(others)[0]).toMatchObject({ times: '0 次', last: '24 小时内没记' })
  })
})
