import { render } from './support/render.ts'
import { context, NIGHT } from './support/sheet-context.ts'

const opened = (more: Record<string, unknown> = {}) =>
  render('symptom-sheet', { context, said: {}, ...more }, ['say', 'close'])

describe('the sheet for symptoms', () => {
  it('tells 有 and 没有 apart with one tap each', async () => {
    const sheet = await opened()
    await sheet.tap('出汗 有')
    await sheet.tap('呕吐 没有')
    expect(sheet.told('say')).toEqual([
      { code: 'sweating', present: true },
      { code: 'vomiting', present: false },
    ])
  })

  it('shows what was last said, and when', async () => {
    const sheet = await opened({ said: { sweating: { present: true, at: NIGHT } } })
    expect(sheet.attribute('出汗 有', 'aria-checked')).toBe(true)
    expect(sheet.attribute('出汗 没有', 'aria-checked')).toBe(false)
    expect(sheet.text()).toContain('03:10')
  })

  it('begins with what cannot wait, and with 120', async () => {
    const text = (await opened()).text()
    expect(text.indexOf('先打 120')).toBeGreaterThan(-1)
    expect(text.indexOf('先打 120')).toBeLessThan(text.indexOf('出汗'))
  })

  it('says what to do now when told to', async () => {
    const sheet = await opened()
    await sheet.set({ alarm: '您记了“抽搐”。现在就去急诊。' })
    expect(sheet.text()).toContain('现在就去急诊')
  })

  it('never says that nothing is wrong', async () => {
    expect((await opened()).text()).toContain('未记录到提示项，不代表没有问题')
  })
})
