import { NOW } from '../../miniprogram/views/time-choice.ts'
import { render } from './support/render.ts'
import { context } from './support/sheet-context.ts'

const initial = { digits: '', site: 'axillary', time: NOW }
const events = ['save', 'remove', 'close']

async function opened(more: object = {}, draft: object = {}) {
  return render('temperature-sheet', { context: { ...context, ...more }, initial: { ...initial, ...draft } }, events)
}

describe('the sheet for a temperature', () => {
  it('takes three taps and save', async () => {
    const sheet = await opened()
    for (const digit of ['3', '8', '5']) await sheet.tap(digit)
    expect(sheet.text()).toContain('38.5℃')
    await sheet.tap('保存给乐乐')
    expect(sheet.told('save')).toEqual([{ draft: { digits: '385', site: 'axillary', time: NOW } }])
  })

  it('saves nothing before the reading is complete', async () => {
    const sheet = await opened()
    await sheet.tap('3')
    await sheet.tap('8')
    await sheet.tap('保存给乐乐')
    expect(sheet.told('save')).toEqual([])
    expect(sheet.attribute('保存给乐乐', 'aria-disabled')).toBe(true)
  })

  it('keeps the remembered site until another is tapped', async () => {
    const sheet = await opened({}, { site: 'tympanic', digits: '385' })
    expect(sheet.attribute('耳温', 'aria-checked')).toBe(true)
    await sheet.tap('额温枪')
    await sheet.tap('保存给乐乐')
    expect(sheet.told('save')).toMatchObject([{ draft: { site: 'noncontact' } }])
  })

  it('puts it some minutes back', async () => {
    const sheet = await opened({}, { digits: '385' })
    await sheet.tap('15 分钟前')
    await sheet.tap('保存给乐乐')
    expect(sheet.told('save')).toMatchObject([{ draft: { time: { kind: 'ago', minutes: 15 } } }])
  })

  it('puts a wrong digit right without beginning again', async () => {
    const sheet = await opened({}, { digits: '385' })
    await sheet.tap('删掉一位')
    await sheet.tap('7')
    expect(sheet.text()).toContain('38.7℃')
  })

  it('offers to delete only what is there already', async () => {
    expect((await opened()).labels()).not.toContain('删除')
    const edit = await opened({ isEdit: true }, { digits: '385' })
    await edit.tap('删除')
    expect(edit.told('remove')).toHaveLength(1)
    expect(edit.told('save')).toEqual([])
  })

  it('speaks English and Fahrenheit', async () => {
    const sheet = await opened({ language: 'en', unit: 'fahrenheit' })
    for (const digit of ['1', '0', '1', '3']) await sheet.tap(digit)
    expect(sheet.text()).toContain('101.3℉')
    expect(sheet.text()).toContain('38.5 ℃')
    expect(sheet.labels()).toContain('armpit')
  })
})
