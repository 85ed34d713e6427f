import { render } from './support/render.ts'

describe('the undo bar', () => {
  it('says what was done and takes it back by a tap', async () => {
    const bar = await render('undo-bar', { text: '已记下', undoText: '撤销' }, ['undo'])
    expect(bar.text()).toContain('已记下')
    await bar.tap('撤销')
    expect(bar.told('undo')).toHaveLength(1)
  })
})
