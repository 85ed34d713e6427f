import { render } from './support/render.ts'

const TEXTS = { clearText: '清空', backspaceText: '删掉一位' }

describe('the keypad', () => {
  it('has every digit once, and a key on each side of the 0', async () => {
    const keypad = await render('keypad', TEXTS)
    expect(keypad.labels()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '清空', '0', '删掉一位'])
  })

  it('tells each key that is pressed, in their order', async () => {
    const keypad = await render('keypad', TEXTS, ['press'])
    for (const key of ['3', '8', '5', '删掉一位', '0', '清空']) await keypad.tap(key)
    expect(keypad.told('press')).toEqual(['3', '8', '5', 'backspace', '0', 'clear'].map((key) => ({ key })))
  })

  it('has a point instead of 清空 where an amount is typed', async () => {
    const keypad = await render('keypad', { ...TEXTS, left: '.' }, ['press'])
    await keypad.tap('.')
    expect(keypad.told('press')).toEqual([{ key: '.' }])
    expect(keypad.labels()).not.toContain('清空')
  })
})
