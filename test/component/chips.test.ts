import { render } from './support/render.ts'

const options = [
  { value: 'axillary', name: '腋温' },
  { value: 'tympanic', name: '耳温', aria: '耳朵里量' },
]

describe('the chips', () => {
  it('shows what is chosen by more than its colour', async () => {
    const chips = await render('chips', { options, value: 'axillary', label: '量在哪里' })
    expect(chips.has('腋温', 'chosen')).toBe(true)
    expect(chips.attribute('腋温', 'aria-checked')).toBe(true)
    expect(chips.attribute('耳朵里量', 'aria-checked')).toBe(false)
  })

  it('tells what is tapped and leaves the choice to its owner', async () => {
    const chips = await render('chips', { options, value: 'axillary', label: '量在哪里' }, ['choose'])
    await chips.tap('耳朵里量')
    expect(chips.told('choose')).toEqual([{ value: 'tympanic' }])
    expect(chips.has('腋温', 'chosen')).toBe(true)
    await chips.set({ value: 'tympanic' })
    expect(chips.has('耳朵里量', 'chosen')).toBe(true)
    expect(chips.has('腋温', 'chosen')).toBe(false)
  })

  it('names what is chosen here for those who hear the screen', async () => {
    const chips = await render('chips', { options, value: 'axillary', label: '量在哪里' })
    expect(chips.labels()).toEqual(['量在哪里', '腋温', '耳朵里量'])
  })
})
