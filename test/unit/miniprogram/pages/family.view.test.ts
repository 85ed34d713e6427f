import { cabinetView } from '../../../../miniprogram/pages/family/cabinet.view.ts'
import { childView } from '../../../../miniprogram/pages/family/child.view.ts'
import { familyView, pageOf } from '../../../../miniprogram/pages/family/family.view.ts'
import type { ListRow } from '../../../../miniprogram/views/list-row.ts'
import { settingChange, settingsView } from '../../../../miniprogram/pages/family/settings.view.ts'
import type { DateText } from '../../../../shared/time/date.ts'
import type { Product } from '../../../../shared/record/product.ts'
import { grams } from '../../../../shared/units/weight.ts'
import { COLD_REMEDY, MEILIN, shanghai } from '../../shared/support/record.ts'
import { emptyScreen, screenOf, type Difference } from '../support/screen-state.ts'

const familyAt = (more: Difference = {}) => familyView(screenOf([], '16T07:00', more), '1.2.3', shanghai)
const childOf = (record: Difference['record']) => {
  const state = screenOf([], '16T07:00', { record: record! })
  return childView(state.family.children[0]!, state, shanghai)
}
const cabinetOf = (...products: readonly Product[]) => cabinetView(screenOf([], '16T07:00', { record: { products } }))
const weighed = (on: string, kg: number) => ({ on: on as DateText, weight: grams(kg) })

const rowIn = (rows: readonly ListRow[], key: string) => rows.find((row) => row.key === key)
const OPEN = screenOf([], '16T07:00').open!
const as = (accountId: string, role: 'caregiver' | 'viewer') => ({ open: { ...OPEN, accountId, role } })

describe('who belongs to the family', () => {
  it('stands in one line, with who is me, and leads to their page', () => {
    const row = rowIn(familyAt().people, 'members')!
    expect(row.text).toBe('妈妈（我）、爸爸、外婆')
    expect(pageOf(row.key)).toBe('/package-more/pages/members/members')
  })

  it('is added to by the owner alone, who alone sees who came and went', () => {
    expect(rowIn(familyAt().people, 'invite')).toBeDefined()
    expect(rowIn(familyAt().more, 'log')).toBeDefined()
    expect(rowIn(familyAt(as('baba', 'caregiver')).people, 'invite')).toBeUndefined()
    expect(rowIn(familyAt(as('baba', 'caregiver')).more, 'log')).toBeUndefined()
  })
})

describe('the duty', () => {
  const duty = (accountId: string) => ({ family: { duty: { accountId, since: '2026-01-16T02:10:00+08:00' }, names } })
  const names = new Map([
    ['mama', '妈妈'],
    ['baba', '爸爸'],
  ])

  it('is taken with one tap, from nobody or from another', () => {
    expect(familyAt().duty).toMatchObject({ text: '还没说谁看着', change: '换我来看着', to: 'mama' })
    expect(familyAt(duty('baba')).duty).toMatchObject({ text: '爸爸看着，02:10 起', change: '换我来看着', to: 'mama' })
  })

  it('is handed over with one tap to the only other one, and asks whom among several', () => {
    expect(familyAt(duty('mama')).duty).toMatchObject({ text: '您看着，02:10 起', change: '换爸爸看着', to: 'baba' })
    const { members } = screenOf([], '16T07:00').family
    const three = members.map((member) => ({ ...member, role: 'caregiver' as const }))
    const { duty: card } = familyAt({ family: { ...duty('mama').family, members: three } })
    expect(card).toMatchObject({ change: '换别人看着', to: '' })
  })

  it('is nobody’s once who had it has left the family', () => {
    expect(familyAt(duty('gone')).duty?.text).toBe('还没说谁看着')
  })

  it('is only read by a viewer', () => {
    expect(familyAt({ ...duty('baba'), ...as('nana', 'viewer') }).duty).toMatchObject({ change: '' })
    expect(familyAt(as('nana', 'viewer')).duty).toBeNull()
  })
})

describe('what a person should know of the record', () => {
  it('is nothing in one’s own family', () => {
    expect(familyAt().note).toBeNull()
  })

  it('is that a guest’s is on this phone only, with nobody to send it to', () => {
    const view = familyAt({ signedIn: null, open: { ...OPEN, isLocal: true, role: 'owner', name: '' } })
    expect(view).toMatchObject({ name: '只在这台手机上', connection: null, duty: null, people: [] })
    expect(view.note?.page).toContain('welcome')
  })

  it('is that one belongs to a family no more, before all else', () => {
    const { note } = familyAt({ account: { who: 'expired', lost: [{ familyId: 'x', name: '乐乐一家' }] } })
    expect(note?.text).toContain('您已经不在“乐乐一家”了')
  })

  it('is that it is a sample, which is left with one tap', () => {
    expect(familyAt({ account: { isSample: true } }).note).toMatchObject({ go: '离开示例', page: '' })
    expect(familyAt({ account: { isSample: true } }).people).toEqual([])
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
    expect([first?.title, second?.title]).toEqual(['乐乐', '安安'])
    expect(second?.note).toContain('还没有体重')
  })
})

describe('the medicine cabinet', () => {
  const cabinet = cabinetOf(MEILIN, COLD_REMEDY)

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
    expect(cabinetOf(unread)[0]?.strengths).toEqual(['布洛芬 浓度没填'])
  })

  it('says that it is empty', () => {
    expect(familyAt({ record: { products: [] } }).cabinet[0]?.title).toBe('药箱是空的。')
    expect(familyAt().cabinet[0]?.text).toContain('布洛芬 20 mg/mL')
  })
})

describe('how this phone stands to the others', () => {
  const textOf = (more: Difference) => familyAt(more).connection!

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
    expect(view).toMatchObject({ status: 'guest', children: [] })
    expect(rowIn(view.more, 'about')?.text).toBe('版本 1.2.3')
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
