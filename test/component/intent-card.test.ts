import { render } from './support/render.ts'

const running = {
  id: 'intent',
  isAsking: false,
  sentence: '爸爸 03:08 说要喂美林 5 mL，还没记喂没喂。先问一声。',
  note: '',
  verdict: null,
  given: '',
  notGiven: '',
}
const asking = { ...running, isAsking: true, given: '喂了', notGiven: '没喂' }

describe('the card of a dose that is being given', () => {
  it('tells who is giving what, and asks nothing of the others while it runs', async () => {
    const card = await render('intent-card', { card: running }, ['answer'])
    expect(card.text()).toContain('爸爸 03:08 说要喂美林 5 mL')
    expect(card.labels()).toEqual([])
  })

  it('hands on either answer', async () => {
    const card = await render('intent-card', { card: asking }, ['answer'])
    await card.tap('喂了')
    await card.tap('没喂')
    expect(card.told('answer')).toEqual([
      { intentId: 'intent', isGiven: true },
      { intentId: 'intent', isGiven: false },
    ])
  })

  it('shows what the guard has against it', async () => {
    const verdict = { tone: 'stop', title: '有人正要喂', sentence: '妈妈 03:07 说要喂美林，还没记喂没喂。先问一声。' }
    const card = await render('intent-card', { card: { ...running, verdict } })
    expect(card.text()).toContain('有人正要喂')
    expect(card.text()).toContain('妈妈 03:07 说要喂美林')
  })
})
