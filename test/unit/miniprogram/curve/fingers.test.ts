import { createFingers, type Doings } from '../../../../miniprogram/package-chart/components/fever-curve/fingers.ts'

function tried() {
  const seen: unknown[][] = []
  const note =
    (name: string) =>
    (...given: unknown[]): void => {
      seen.push([name, ...given])
    }
  const names = ['look', 'slide', 'pinch', 'tap', 'pass', 'end'] as const
  const fingers = createFingers(Object.fromEntries(names.map((name) => [name, note(name)])) as unknown as Doings)
  return { fingers, seen }
}

const p = (x: number, y = 50) => ({ x, y })

describe('fingers on the chart', () => {
  it('that touch and let go open what they touched, at the tap that follows', () => {
    const { fingers, seen } = tried()
    fingers.down([p(10)])
    fingers.move([p(12)])
    fingers.up([])
    expect(seen).toEqual([['look', p(10)]])
    fingers.tap()
    fingers.tap()
    expect(seen.slice(1)).toEqual([['tap', p(10)]])
  })

  it('that go sideways slide, and open nothing', () => {
    const { fingers, seen } = tried()
    fingers.down([p(10)])
    fingers.move([p(30)])
    fingers.move([p(12)])
    fingers.up([])
    fingers.tap()
    expect(seen).toEqual([['look', p(10)], ['slide', 10, 30], ['slide', 10, 12], ['end']])
  })

  it('that go up or down are the page’s, wherever they go then', () => {
    const { fingers, seen } = tried()
    fingers.down([p(10)])
    fingers.move([p(12, 90)])
    fingers.move([p(80, 90)])
    fingers.up([])
    fingers.tap()
    expect(seen).toEqual([['look', p(10)], ['pass']])
  })

  it('that are two pinch about the place between them', () => {
    const { fingers, seen } = tried()
    fingers.down([p(10)])
    fingers.down([p(10), p(60)])
    fingers.move([p(0), p(100)])
    expect(seen.slice(1)).toEqual([['pinch', 35, 50, 2]])
  })

  it('go on sliding from where they are when one of two is lifted', () => {
    const { fingers, seen } = tried()
    fingers.down([p(10), p(60)])
    fingers.move([p(0), p(100)])
    fingers.up([p(100)])
    fingers.move([p(90)])
    fingers.up([])
    fingers.tap()
    expect(seen.slice(1)).toEqual([['end'], ['slide', 100, 90], ['end']])
  })

  it('that the phone takes away open nothing', () => {
    const { fingers, seen } = tried()
    fingers.down([p(10)])
    fingers.cancel()
    fingers.tap()
    expect(seen).toEqual([['look', p(10)]])
  })
})
