import { familyView } from '../../../../miniprogram/pages/family/family.view.ts'
import { settingChange, settingsView } from '../../../../miniprogram/pages/family/settings.view.ts'
import type { DateText } from '../../../../shared/time/date.ts'
import { grams } from '../../../../shared/units/weight.ts'
import { COLD_REMEDY, MEILIN, shanghai } from '../../shared/support/record.ts'
import { emptyScreen, screenOf, type Difference } from '../support/screen-state.ts'

const familyAt = (more: Difference = {}) => familyView(screenOf([], '16T07:00', more), '1.2.3', shanghai)
const childOf = (record: Difference['record']) => familyAt({ record: record! }).children[0]!
const weighed = (on: string, kg: number) => ({ on: on as DateText, weight: grams(kg) })

describe('the members of the family', () => {
  it('stand with their roles, and one is me', () => {
    expect(familyAt().members).toMatchObject([
      { name: '妈妈', role: '管理人', me: '我' },
      { name: '爸爸', role: '照看人', me: '' },
      { name: '外婆', role: '只看', me: '' },
    ])
  })

  it('are nobody in particular where nobody is signed in', () => {
    expect(familyAt({ signedIn: null }).members.every(({ me }) => me === '')).toBe(true)
  })
})

describe('a child of the family', () => {
  it('has its age, its sex and its birthday', () => {
    expect(childOf({}).about).toBe('3 岁 2 个月 · 男 · 2022-11-03 生')
  })

  it('has its weight in kg and 斤, with the day it was weighed', () => {
    expect(childOf({})).toMatchObject({ weight: '14.2 kg（28.4 斤）', weighed: '2026-01-10 称', weightNote: '' })
  })

  it('has the latest of several weights, and none that lies in the future', () => {
    const weights = [weighed('2026-01-10', 14.2), weighed('2025-12-01', 13.9), weighed('2026-03-01', 15)]
    expect(childOf({ weights }).weight).toContain('14.2 kg')
  })

  it('says what the checks lack without a weight, or with an old one', () => {
    expect(childOf({ weights: [] })).toMatchObject({ weight: '', weightNote: '还没有体重，按体重的核对做不了。' })
    expect(childOf({ weights: [weighed('2025-06-01', 13)] }).weightNote).toContain('要新的体重')
  })

  it('tells what it has apart from what it has not', () => {
    const conditions = [
      { code: 'asthma', present: false },
      { code: 'ibuprofen_allergy', present: true },
    ]
    expect(childOf({ conditions }).conditions).toBe('布洛芬过敏、没有哮喘')
    expect(childOf({ conditions: [] }).conditions).toBe('没有记录')
  })

  it('stands beside its siblings, each with what is its own', () => {
    const [first, second] = familyAt({ siblings: ['安安'] }).children
    expect([first?.name, second?.name]).toEqual(['乐乐', '安安'])
    expect(second?.weightNote).toContain('还没有体重')
  })
})

describe('the medicine cabinet', () => {
  const { cabinet } = familyAt({ record: { products: [MEILIN, COLD_REMEDY] } })

  it('gives the strength of every ingredient, per millilitre or per piece', () => {
    expect(cabinet.map(({ strengths }) => strengths)).toEqual([
      ['布洛芬 20 mg/mL'],
      ['对乙酰氨基酚 每袋 125 mg', '氯苯那敏 每袋 0.5 mg'],
    ])
  })

  it('marks a compound remedy by the antipyretic in it', () => {
    expect(cabinet.map(({ mark }) => mark)).toEqual(['ibuprofen', 'paracetamol'])
  })

  it('repeats what the label allows, where somebody has copied it', () => {
    expect(cabinet.map(({ label }) => label)).toEqual(['药盒上写着：1 岁以上，一天最多 4 次', ''])
  })

  it('says which strength nobody has read off', () => {
    const unread = { ...MEILIN, ingredients: [{ code: 'ibuprofen', perMl: null, perPiece: null }] }
    expect(familyAt({ record: { products: [unread] } }).cabinet[0]?.strengths).toEqual(['布洛芬 浓度没填'])
  })

  it('says that it is empty', () => {
    expect(familyAt({ record: { products: [] } }).cabinetNote).toBe('药箱是空的。')
    expect(familyAt().cabinetNote).toBe('')
  })
})

describe('how this phone stands to the others', () => {
  const textOf = (more: Difference) => familyAt(more).connection

  it('is in step, without a network, or on its way', () => {
    expect(textOf({})).toEqual({ icon: 'check', text: '和家里人同步着', unsent: '' })
    expect(textOf({ connection: { hasNetwork: false } })).toMatchObject({
      icon: 'offline',
      text: '没网，记的都在手机里',
    })
    expect(textOf({ connection: { syncedAt: null } })).toMatchObject({ icon: 'sending', text: '正在连' })
  })

  it('never claims to be in step while the server refuses it', () => {
    const { icon, text } = textOf({ connection: { problem: 'unauthenticated' } })
    expect(icon).toBe('offline')
    expect(text).toContain('重新登录')
  })

  it('counts what is still to be sent', () => {
    expect(textOf({ unsent: 2, connection: { hasNetwork: false } }).unsent).toBe('还有 2 条没送到')
  })
})

describe('the settings of this phone', () => {
  it('are there for a guest too', () => {
    const view = familyView(emptyScreen(3, { connection: { hasNetwork: false } }), '1.2.3', shanghai)
    expect(view).toMatchObject({ status: 'guest', version: '版本 1.2.3', children: [] })
    expect(view.settings.map(({ value }) => value)).toEqual(['zh', 'celsius', 'normal'])
  })

  it('come back as they were chosen', () => {
    const { preferences, texts } = screenOf([], 3)
    for (const { key, options } of settingsView(preferences, texts)) {
      for (const { value } of options) {
        const changed = { ...preferences, ...settingChange(key, value) }
        expect(settingsView(changed, texts).find((one) => one.key === key)?.value).toBe(value)
      }
    }
  })

  it('take nothing that they do not offer', () => {
    expect(settingChange('language', 'fr')).toEqual({})
    expect(settingChange('unit', 'kelvin')).toEqual({})
    expect(settingChange('type', 'tiny')).toEqual({})
  })

  it('name each language in its own words', () => {
    const { preferences, texts } = screenOf([], 3, { preferences: { language: 'en' } })
    expect(settingsView(preferences, texts)[0]?.options.map(({ name }) => name)).toEqual(['中文', 'English'])
  })
})
