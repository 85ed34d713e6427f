import { heroOf } from '../../../../miniprogram/pages/now/hero.view.ts'
import { analyse } from '../../../../shared/analysis/analyse.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { ibuprofen, temperature as t, type When } from '../../shared/support/record.ts'
import { screenOf, type Difference } from '../support/screen-state.ts'

function heroAt(entries: readonly Entry[], when: When, more: Difference = {}) {
  const state = screenOf(entries, when, more)
  const current = state.current!
  return heroOf(analyse(current.record, state.now, current.zone), current, state)
}

describe('the latest reading', () => {
  it('stands with its site, its age and its grade', () => {
    expect(heroAt([t('16T02:58', 38.2)], '16T03:10')).toMatchObject({
      figure: '38.2',
      unit: '℃',
      site: '腋温',
      ago: '12 分钟前',
      grade: '中度发热',
      isOld: false,
    })
  })

  it('is none before anything was measured', () => {
    expect(heroAt([], 3)).toBeNull()
  })

  it('steps back and says so once it is more than two hours old', () => {
    expect(heroAt([t('16T01:10', 38.2)], '16T03:10')?.isOld).toBe(false)
    expect(heroAt([t('16T01:09', 38.2)], '16T03:10')).toMatchObject({ isOld: true, ago: '这是 2 小时前量的' })
  })

  it('tells falling, rising and steady only from one site and close readings', () => {
    expect(heroAt([t('16T02:00', 38.9), t('16T03:00', 38.2)], '16T03:10')).toMatchObject({
      trend: '在降',
      trendIcon: 'falling',
      change: '↓0.7 ℃',
    })
    expect(heroAt([t('16T02:00', 38.2), t('16T03:00', 38.9)], '16T03:10')?.trend).toBe('在升')
    expect(heroAt([t('16T02:00', 38.2), t('16T03:00', 38.4)], '16T03:10')?.trend).toBe('平稳')
    const otherSite = [t('16T02:00', 38.9, 'tympanic'), t('16T03:00', 38.2)]
    expect(heroAt(otherSite, '16T03:10')).toMatchObject({ trend: '看不出升降', change: '' })
  })

  it('gives the change since the last dose, at the same site', () => {
    const entries = [t('16T02:05', 38.9), ibuprofen('16T02:10'), t('16T03:05', 38.2)]
    expect(heroAt(entries, '16T03:10')?.sinceDose).toBe('↓0.7 ℃ 自 02:10 用药后')
  })

  it('gives no change since a dose that nobody measured around, or at another site', () => {
    expect(heroAt([t('16T00:05', 38.9), ibuprofen('16T02:10'), t('16T03:05', 38.2)], '16T03:10')?.sinceDose).toBe('')
    const otherSite = [t('16T02:05', 38.9), ibuprofen('16T02:10'), t('16T02:50', 38.5), t('16T03:05', 38.2, 'tympanic')]
    expect(heroAt(otherSite, '16T03:10')?.sinceDose).toBe('')
  })

  it('grades no reading taken without contact, and asks for one under the arm', () => {
    const hero = heroAt([t('16T03:00', 38.2, 'noncontact')], '16T03:10')
    expect(hero).toMatchObject({ grade: '', hint: '额温枪量的不分级，腋下再量一次。' })
    expect(heroAt([t('16T03:00', 37.4, 'noncontact')], '16T03:10')?.hint).toBe('')
  })

  it('is in Fahrenheit where that is wanted', () => {
    const preferences = { unit: 'fahrenheit' } as const
    expect(heroAt([t('16T03:00', 38.2)], '16T03:10', { preferences })).toMatchObject({ figure: '100.8', unit: '℉' })
  })

  it('is heard whole: figure, unit, site and age', () => {
    expect(heroAt([t('16T02:58', 38.2)], '16T03:10')?.aria).toContain('38.2 ℃ 腋温 12 分钟前')
  })
})
