import { render } from './support/render.ts'

const TEXTS = { text: '5 mL', lessText: '少一点', moreText: '多一点', typeText: '用数字填' }

describe('the stepper', () => {
  it('tells a step up and a step down', async () => {
    const stepper = await render('stepper', { ...TEXTS, canLess: true }, ['step'])
    await stepper.tap('多一点')
    await stepper.tap('少一点')
    expect(stepper.told('step')).toEqual([{ by: 1 }, { by: -1 }])
  })

  it('goes no lower than it may, and says so', async () => {
    const stepper = await render('stepper', { ...TEXTS, canLess: false }, ['step'])
    await stepper.tap('少一点')
    expect(stepper.told('step')).toEqual([])
    expect(stepper.attribute('少一点', 'aria-disabled')).toBe(true)
  })

  it('shows the amount, which is a button for who would rather type it', async () => {
    const stepper = await render('stepper', { ...TEXTS, canLess: true }, ['type'])
    expect(stepper.text()).toContain('5 mL')
    await stepper.tap('5 mL 用数字填')
    expect(stepper.told('type')).toHaveLength(1)
  })
})
