import { episodesView } from '../../../../miniprogram/pages/episodes/episodes.view.ts'
import { meilin, paracetamol, temperature as t } from '../../shared/support/record.ts'
import { night } from '../../shared/support/night.ts'
import { emptyScreen, screenOf } from '../support/screen-state.ts'

const fever = [t('10T20:00', 38.6), meilin('10T20:10', 5), t('11T02:00', 39.1), t('11T08:00', 37.9)]
const over = [t('11T20:00', 36.9), t('12T08:30', 36.8)]

describe('the list of episodes', () => {
  it('is empty until a fever is measured, and says how one comes to be', () => {
    const view = episodesView(screenOf([t('15T20:00', 37.4)], '15T21:00'))
    expect(view).toMatchObject({ status: 'empty', episodes: [] })
    expect(view.message.text).toContain('自己记成一次病程')
  })

  it('waits, or says why there is no child', () => {
    expect(episodesView(emptyScreen('15T21:00')).status).toBe('loading')
  })

  it('tells of the night that is still going on: since when, which day, how high, how often', () => {
    const [card] = episodesView(screenOf(night.entries, '16T07:00', { record: night })).episodes
    expect(card).toMatchObject({
      span: '昨天 19:10 起',
      days: '第 2 天',
      status: 'ongoing',
      statusText: '还在烧',
      highest: '最高 39.6 ℃ 腋温',
      counts: '体温 14 次 · 退烧药 3 次',
      sentence: '',
    })
  })

  it('has the latest first', () => {
    const view = episodesView(screenOf([...fever, ...over, t('15T19:00', 38.2)], '15T20:00'))
    expect(view.episodes.map(({ status }) => status)).toEqual(['ongoing', 'ended'])
  })

  it('gives the days of one that is over, and no more', () => {
    const [card] = episodesView(screenOf([...fever, ...over], '15T20:00')).episodes
    expect(card).toMatchObject({ span: '1 月 10 日 – 1 月 11 日', days: '2 天', statusText: '已经退了', sentence: '' })
  })

  it('names one day once', () => {
    const one = [t('10T02:00', 38.6), t('10T20:00', 36.9), t('11T08:30', 36.8)]
    expect(episodesView(screenOf(one, '15T20:00')).episodes[0]?.span).toBe('1 月 10 日')
  })

  it('adds the year to what was in another one', () => {
    const view = episodesView(screenOf([...fever, ...over], 24 * 365))
    expect(view.episodes[0]?.span).toBe('2026 年 1 月 10 日 – 2026 年 1 月 11 日')
  })

  it('says honestly that nobody knows, while nobody has measured', () => {
    const [card] = episodesView(screenOf(fever, '12T10:00')).episodes
    expect(card).toMatchObject({ status: 'unknown', statusText: '退没退不知道' })
    expect(card?.sentence).toBe('26 小时没量了，退没退我们不知道。孩子醒着时量一次就好。')
  })

  it('asks for no measuring once somebody has', () => {
    const [card] = episodesView(screenOf([...fever, t('14T10:00', 36.8)], '14T11:00')).episodes
    expect(card).toMatchObject({ status: 'unknown', sentence: '' })
  })

  it('follows unit and language', () => {
    const preferences = { unit: 'fahrenheit', language: 'en' } as const
    const [card] = episodesView(screenOf([...fever, ...over], '15T20:00', { preferences })).episodes
    expect(card).toMatchObject({
      highest: 'Highest 102.4 ℉ armpit',
      counts: '3 readings · 1 dose of fever medicine',
      span: '10 Jan – 11 Jan',
    })
  })

  it('names the child only where there are several', () => {
    expect(episodesView(screenOf(fever, '11T09:00')).childName).toBe('')
    expect(episodesView(screenOf(fever, '11T09:00', { siblings: ['安安'] })).childName).toBe('乐乐')
  })

  it('counts antipyretics of any name, and says all of it to those who hear the screen', () => {
    const [card] = episodesView(screenOf([...fever, paracetamol('11T01:00')], '11T09:00')).episodes
    expect(card?.counts).toContain('退烧药 2 次')
    for (const part of [card!.span, card!.days, card!.statusText, card!.highest, card!.counts])
      expect(card?.aria).toContain(part)
  })
})
