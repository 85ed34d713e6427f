import { addressText, parseAddress } from '../../preview/runtime/router/address.ts'
import type { Address } from '../../preview/runtime/router/address.ts'
import { EventChannel } from '../../preview/runtime/router/event-channel.ts'
import { PageStack, type StackedPage } from '../../preview/runtime/router/page-stack.ts'

const TABS = ['now', 'curve']
const PAGES = [...TABS, 'detail', 'edit']

class FakePage implements StackedPage {
  readonly address: Address
  readonly #log: string[]
  constructor(address: Address, log: string[]) {
    this.address = address
    this.#log = log
    this.note('create')
  }
  load = () => this.note('load')
  show = () => this.note('show')
  hide = () => this.note('hide')
  close = () => this.note('close')
  private note(what: string) {
    this.#log.push(`${what} ${this.address.route}`)
  }
}

function makeStack(prepare: (route: string) => Promise<void> = () => Promise.resolve()) {
  const log: string[] = []
  const stack = new PageStack<FakePage>({
    isPage: (route) => PAGES.includes(route),
    isTab: (route) => TABS.includes(route),
    prepare,
    create: (address) => new FakePage(address, log),
    moved: () => undefined,
  })
  const routes = () => stack.pages.map((page) => page.address.route)
  /** What happened since the last look. */
  const since = () => log.splice(0)
  return { stack, routes, since }
}

describe('the page stack', () => {
  it('opens the first page', async () => {
    const { stack, routes, since } = makeStack()
    await stack.reLaunch('/now?a=1')
    expect(routes()).toEqual(['now'])
    expect(stack.top?.address.query).toEqual({ a: '1' })
    expect(since()).toEqual(['create now', 'load now', 'show now'])
  })

  it('hides the page below and shows it again on the way back', async () => {
    const { stack, routes, since } = makeStack()
    await stack.reLaunch('/now')
    since()
    await stack.navigateTo('/detail')
    expect(since()).toEqual(['hide now', 'create detail', 'load detail', 'show detail'])
    await stack.navigateBack()
    expect(since()).toEqual(['close detail', 'show now'])
    expect(routes()).toEqual(['now'])
  })

  it('goes back several pages at once, never past the first', async () => {
    const { stack, routes, since } = makeStack()
    await stack.reLaunch('/now')
    await stack.navigateTo('/detail')
    await stack.navigateTo('/edit')
    since()
    await stack.navigateBack(9)
    expect(routes()).toEqual(['now'])
    expect(since()).toEqual(['close edit', 'close detail', 'show now'])
    await expect(stack.navigateBack()).rejects.toThrow('first page')
  })

  it('replaces the top page', async () => {
    const { stack, routes, since } = makeStack()
    await stack.reLaunch('/now')
    await stack.navigateTo('/detail')
    since()
    await stack.redirectTo('/edit')
    expect(routes()).toEqual(['now', 'edit'])
    expect(since()).toEqual(['close detail', 'create edit', 'load edit', 'show edit'])
  })

  it('keeps tab pages alive and closes what stood on them', async () => {
    const { stack, routes, since } = makeStack()
    await stack.reLaunch('/now')
    await stack.navigateTo('/detail')
    since()
    await stack.switchTab('/curve')
    expect(since()).toEqual(['close detail', 'hide now', 'create curve', 'load curve', 'show curve'])
    await stack.switchTab('/now')
    expect(since()).toEqual(['hide curve', 'show now'])
    expect(routes()).toEqual(['now'])
  })

  it('returns to the tab page under the stack without opening it anew', async () => {
    const { stack, since } = makeStack()
    await stack.reLaunch('/now')
    await stack.navigateTo('/detail')
    since()
    await stack.switchTab('/now')
    expect(since()).toEqual(['close detail', 'show now'])
    await stack.switchTab('/now')
    expect(since()).toEqual([])
  })

  it('closes everything on a relaunch, kept tabs too', async () => {
    const { stack, routes, since } = makeStack()
    await stack.reLaunch('/now')
    await stack.switchTab('/curve')
    await stack.navigateTo('/detail')
    since()
    await stack.reLaunch('/edit')
    expect(routes()).toEqual(['edit'])
    expect(since()).toEqual(['close detail', 'close curve', 'close now', 'create edit', 'load edit', 'show edit'])
  })

  it('holds ten pages and refuses the eleventh', async () => {
    const { stack } = makeStack()
    await stack.reLaunch('/now')
    for (let i = 1; i < 10; i += 1) await stack.navigateTo('/detail')
    await expect(stack.navigateTo('/detail')).rejects.toThrow('webview count limit exceed')
    expect(stack.pages).toHaveLength(10)
  })

  it.each([
    ['navigateTo', '/curve', 'can not navigateTo a tabbar page'],
    ['redirectTo', '/curve', 'can not redirectTo a tabbar page'],
    ['switchTab', '/detail', 'can not switch to no-tabBar page'],
    ['navigateTo', '/nowhere?a=1', 'page "nowhere?a=1" is not found'],
    ['reLaunch', '/nowhere', 'is not found'],
  ] as const)('refuses %s %s', async (method, url, message) => {
    const { stack, routes, since } = makeStack()
    await stack.reLaunch('/now')
    since()
    await expect(stack[method](url)).rejects.toThrow(message)
    expect(routes()).toEqual(['now'])
    expect(since()).toEqual([])
  })

  it('stays where it is when a package can not be loaded, and moves again afterwards', async () => {
    let broken = true
    const { stack, routes, since } = makeStack((route) =>
      broken && route === 'edit' ? Promise.reject(new Error('no network')) : Promise.resolve(),
    )
    await stack.reLaunch('/now')
    since()
    await expect(stack.navigateTo('/edit')).rejects.toThrow('no network')
    expect(routes()).toEqual(['now'])
    expect(since()).toEqual([])
    broken = false
    await stack.navigateTo('/edit')
    expect(routes()).toEqual(['now', 'edit'])
  })

  it('finishes one move before the next begins', async () => {
    let arrive = () => {}
    const slow = new Promise<void>((resolve) => {
      arrive = resolve
    })
    const { stack, routes } = makeStack((route) => (route === 'edit' ? slow : Promise.resolve()))
    await stack.reLaunch('/now')
    const first = stack.navigateTo('/edit')
    const second = stack.navigateTo('/detail')
    arrive()
    await Promise.all([first, second])
    expect(routes()).toEqual(['now', 'edit', 'detail'])
  })
})

describe('a page’s address', () => {
  it.each([
    ['/pages/a/a?x=1&y=a%20b&z', { route: 'pages/a/a', query: { x: '1', y: 'a%20b', z: '' } }],
    ['../b/b', { route: 'pages/b/b', query: {} }],
    ['./c?d=e=f', { route: 'pages/a/c', query: { d: 'e=f' } }],
  ])('%s', (url, address) => {
    expect(parseAddress(url, 'pages/a/a')).toEqual(address)
  })

  it('is written as it was read', () => {
    const text = '/pages/a/a?x=1&y=a%20b'
    expect(addressText(parseAddress(text, ''))).toBe(text)
    expect(addressText({ route: 'pages/a/a', query: {} })).toBe('/pages/a/a')
  })
})

describe('an event channel', () => {
  it('keeps what is said before anyone listens, and says it once', () => {
    const channel = new EventChannel()
    const heard: unknown[] = []
    channel.emit('saved', 1)
    channel.on('saved', (value) => heard.push(value))
    channel.emit('saved', 2)
    expect(heard).toEqual([1, 2])
  })

  it('forgets a listener', () => {
    const channel = new EventChannel()
    const heard: unknown[] = []
    const listener = (value: unknown) => heard.push(value)
    channel.on('saved', listener)
    channel.once('saved', (value) => heard.push(`once ${String(value)}`))
    channel.emit('saved', 1)
    channel.off('saved', listener)
    channel.emit('saved', 2)
    expect(heard).toEqual([1, 'once 1'])
  })
})
