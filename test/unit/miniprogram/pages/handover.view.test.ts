import { FIRST_SEEN, nowView } from '../../../../miniprogram/pages/now/now.view.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { at, meilin, symptom, temperature as t } from '../../shared/support/record.ts'
import { screenOf, type Difference } from '../support/screen-state.ts'

const AWAY = { from: at('16T00:00'), to: at('16T03:20') }
const cardOf = (entries: readonly Entry[], absence: typeof AWAY | null = AWAY, more: Difference = {}) =>
  nowView(screenOf(entries, '16T03:21', more), { ...FIRST_SEEN, absence }).handover

describe('the handover card', () => {
  const night = [
    t('16T01:00', 39.1),
    meilin('16T02:10', 5, '爸爸'),
    symptom('16T02:30', 'drinking'),
    t('16T03:02', 38.2),
  ]

  it('tells what happened while nobody looked', () => {
    expect(cardOf(night)?.sentences).toEqual([
      '您休息了 3 小时 20 分。',
      '量了 2 次，最高 39.1 ℃，最近 38.2 ℃（腋温，03:02）。',
      '爸爸 02:10 喂了美林 5 mL。',
      '喝水 1 次；尿：没有记录。',
    ])
  })

  it('is not there without an absence, nor when nothing was written down in it', () => {
    expect(cardOf(night, null)).toBeNull()
    expect(cardOf([t('15T23:00', 38.9)])).toBeNull()
  })

  it('leaves hints and medicines to their own places on the screen', () => {
    const card = cardOf([...night, symptom('16T02:00', 'cyanosis')])
    expect(card?.sentences.join('')).not.toContain('120')
    expect(card?.sentences.join('')).not.toContain('最早')
  })

  it('speaks the language of the phone', () => {
    const card = cardOf(night, AWAY, { preferences: { language: 'en' } })
    expect(card).toMatchObject({ title: 'While you were away', done: 'I have read it' })
    expect(card?.sentences[0]).toBe('You rested for 3 h 20 min.')
  })
})
