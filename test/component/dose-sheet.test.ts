import { productCards } from '../../miniprogram/components/dose-sheet/product-card.ts'
import { textsIn } from '../../miniprogram/texts/texts.ts'
import { NOW } from '../../miniprogram/views/time-choice.ts'
import { COLD_REMEDY, MEILIN, meilin, recordOf, shanghai } from '../unit/shared/support/record.ts'
import { render } from './support/render.ts'
import { context, NIGHT } from './support/sheet-context.ts'

const events = ['ask', 'save', 'announce', 'remove', 'close']
const nothing = { productId: null, isChosen: false, name: '', antipyretic: 'unknown', amount: null }
const initial = { ...nothing, typed: null, outcome: null, time: NOW }
const verdict = { tone: 'stop', title: '还没隔满', sentence: '爸爸 01:05 喂过美林，才过 2 小时 5 分。' }

/** The cabinet, of which 美林 was given two hours ago. */
const cards = productCards(recordOf([meilin('16T01:05', 5, '爸爸')], { products: [MEILIN, COLD_REMEDY] }), {
  now: NIGHT,
  zone: shanghai,
  language: 'zh',
  texts: textsIn('zh'),
})

const opened = (more: Record<string, unknown> = {}) =>
  render('dose-sheet', { context, cards, weight: 14_200, initial, checkingText: '正在核对', ...more }, events)

const MEILIN_CARD = '美林 布洛芬 20 mg/mL'
const SAVE = '已经喂了 · 乐乐'
const ANNOUNCE = '我要喂 · 乐乐'

describe('the sheet for a dose', () => {
  it('saves nothing before a medicine is chosen, and says what is missing', async () => {
    const sheet = await opened()
    await sheet.tap(SAVE)
    expect(sheet.told('save')).toEqual([])
    expect(sheet.text()).toContain('先选喂的是哪种药')
  })

  it('repeats the last dose of a product in two taps', async () => {
    const sheet = await opened()
    await sheet.tap(MEILIN_CARD)
    await sheet.tap(SAVE)
    expect(sheet.told('save')).toMatchObject([{ draft: { productId: 'meilin', amount: 5000, time: NOW } }])
  })

  it('shows what the amount holds, and when it was last given', async () => {
    const sheet = await opened()
    await sheet.tap(MEILIN_CARD)
    expect(sheet.text()).toContain('100 mg · 7 mg/kg')
    expect(sheet.text()).toContain('布洛芬 上次 01:05，2 小时 5 分前')
  })

  it('asks the guard when a medicine is chosen, and again for every other amount', async () => {
    const sheet = await opened()
    await sheet.tap(MEILIN_CARD)
    await sheet.tap('多一点')
    expect(sheet.told('ask')).toMatchObject([
      { question: { productId: 'meilin', ml: 5 } },
      { question: { productId: 'meilin', ml: 5.5 } },
    ])
  })

  it('does not ask again for another time or outcome', async () => {
    const sheet = await opened({ context: { ...context, isEdit: true } })
    await sheet.tap(MEILIN_CARD)
    await sheet.tap('吐了')
    expect(sheet.told('ask')).toHaveLength(1)
  })

  it('takes an amount by digits, and begins anew when they are all gone', async () => {
    const sheet = await opened()
    await sheet.tap(MEILIN_CARD)
    await sheet.tap('5 mL 用数字填')
    for (const key of ['3', '.', '2']) await sheet.tap(key)
    await sheet.tap(SAVE)
    expect(sheet.told('save')).toMatchObject([{ draft: { amount: 3200 } }])
    for (let presses = 0; presses < 3; presses += 1) await sheet.tap('删掉一位')
    await sheet.tap(SAVE)
    expect(sheet.told('save')[1]).toMatchObject({ draft: { amount: null } })
  })

  it('shows the verdict before saving, and saves all the same: a dose that was given is a fact', async () => {
    const sheet = await opened({ verdict })
    await sheet.tap(MEILIN_CARD)
    expect(sheet.text()).toContain('还没隔满')
    expect(sheet.text()).toContain('爸爸 01:05 喂过美林')
    await sheet.tap(SAVE)
    expect(sheet.told('save')).toHaveLength(1)
  })

  it('keeps its button while the guard is asked, and says that it is', async () => {
    const sheet = await opened({ isChecking: true })
    await sheet.tap(MEILIN_CARD)
    expect(sheet.text()).toContain('正在核对')
    await sheet.tap(SAVE)
    expect(sheet.told('save')).toHaveLength(1)
  })

  it('offers 我要喂 beside 已经喂了, once the medicine is known, and keeps both while the guard is asked', async () => {
    const sheet = await opened({ mayAnnounce: true, isChecking: true })
    expect(sheet.labels()).not.toContain(ANNOUNCE)
    await sheet.tap(MEILIN_CARD)
    expect(sheet.labels()).toEqual(expect.arrayContaining([ANNOUNCE, SAVE]))
    expect(sheet.text().match(/正在核对/g)?.length).toBeGreaterThanOrEqual(3)
    await sheet.tap(ANNOUNCE)
    expect(sheet.told('announce')).toMatchObject([{ draft: { productId: 'meilin', amount: 5000 } }])
    expect(sheet.told('save')).toEqual([])
  })

  it('offers no 我要喂 for what was given a while ago, nor where a dose is changed', async () => {
    const earlier = await opened({ mayAnnounce: true })
    await earlier.tap(MEILIN_CARD)
    await earlier.tap('5 分钟前')
    expect(earlier.labels()).not.toContain(ANNOUNCE)
    const edit = await opened()
    await edit.tap(MEILIN_CARD)
    expect(edit.labels()).not.toContain(ANNOUNCE)
  })

  it('takes no medicine without a name that is not in the cabinet', async () => {
    const sheet = await opened()
    await sheet.tap('别的药 不在药箱里的')
    expect(sheet.text()).toContain('写下药名再记')
    await sheet.tap(SAVE)
    expect(sheet.told('save')).toEqual([])
    await sheet.tap('不含')
    expect(sheet.attribute('不含', 'aria-checked')).toBe(true)
  })

  it('offers to delete only what is there already', async () => {
    expect((await opened()).labels()).not.toContain('删除')
    const edit = await opened({ context: { ...context, isEdit: true } })
    await edit.tap('删除')
    expect(edit.told('remove')).toHaveLength(1)
  })
})
