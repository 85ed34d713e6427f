import { render } from './support/render.ts'

const TEXTS = { title: '体温 · 乐乐', closeText: '取消' }

describe('the sheet', () => {
  it('is a dialog with a title and a way out', async () => {
    const sheet = await render('sheet', TEXTS)
    expect(sheet.attribute('体温 · 乐乐', 'aria-role')).toBe('dialog')
    expect(sheet.labels()).toContain('取消')
  })

  it('closes by its cross', async () => {
    const sheet = await render('sheet', TEXTS, ['close'])
    await sheet.tap('取消')
    expect(sheet.told('close')).toHaveLength(1)
  })

  it('closes by a tap beside it, not by one inside', async () => {
    const sheet = await render('sheet', TEXTS, ['close'])
    await sheet.tap('体温 · 乐乐')
    expect(sheet.told('close')).toHaveLength(0)
    await sheet.drag('scrim', 0)
    expect(sheet.told('close')).toHaveLength(1)
  })

  it('closes when it is drawn down far enough', async () => {
    const sheet = await render('sheet', TEXTS, ['close'])
    await sheet.drag('head', 40)
    expect(sheet.told('close')).toHaveLength(0)
    await sheet.drag('head', 120)
    expect(sheet.told('close')).toHaveLength(1)
  })
})
