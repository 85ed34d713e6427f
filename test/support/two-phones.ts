import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { BrowserPhone } from './browser-phone.ts'
import { stackUnderTest } from './stack-under-test.ts'

/** A flow in a real browser, starting a server's worth of phones, takes longer than jest expects of a test. */
const FLOW_MS = 60_000

const HOSTS = { mama: 'localhost', baba: '127.0.0.1', grandma: 'localhost', guest: '127.0.0.1' }
type Person = keyof typeof HOSTS

interface PhoneOptions extends BrowserContextOptions {
  /** More of the address: theme, lang, fontScale. */
  readonly query?: Readonly<Record<string, string>>
  /** The page it opens on. */
  readonly at?: string
}

/** Phones that one test opens; each is a browser profile of its own, on an origin of its own. */
export class Scene {
  readonly complaints: string[] = []
  readonly #contexts: BrowserContext[] = []

  constructor(private readonly browser: Browser) {}

  /** Polling is off: whatever arrives has come live. */
  async phone(person: Person, { query = {}, at = '', ...options }: PhoneOptions = {}): Promise<BrowserPhone> {
    const context = await this.context({ viewport: { width: 390, height: 844 }, hasTouch: true, ...options })
    const phone = new BrowserPhone(await context.newPage())
    await phone.page.goto(phoneAddress(person, query, at))
    return phone
  }

  /** A browser profile that is watched for faults and closed with the scene. */
  async context(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await this.browser.newContext({ locale: 'zh-CN', ...options })
    this.#contexts.push(context)
    context.setDefaultTimeout(10_000)
    context.on('weberror', (error) => this.complaints.push(wordsOf(error.error())))
    context.on('console', (message) => {
      // A browser says so itself whenever a request does not get through; that is what these tests are about.
      const isNetwork = /Failed to load resource|WebSocket connection to|net::ERR_/.test(message.text())
      if (message.type() === 'error' && !isNetwork) this.complaints.push(message.text())
    })
    return context
  }

  get pages(): Page[] {
    return this.#contexts.flatMap((context) => context.pages())
  }

  async close(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()))
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : JSON.stringify(error))

export function phoneAddress(person: Person, query: Readonly<Record<string, string>> = {}, at = ''): string {
  const address = new URL('phone.html', stackUnderTest().address)
  address.hostname = HOSTS[person]
  address.search = new URLSearchParams({ person, poll: '0', ...query }).toString()
  address.hash = at
  return address.href
}

/**
 * For a describe block: a browser, and `flow`, which runs a test body in a scene of its own. What a page complains of fails
 * the test; when a test fails, a picture of every page is kept and its folder named.
 */
export function inBrowser(): { flow: (behaviour: string, body: (scene: Scene) => Promise<void>) => void } {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  const flow = (behaviour: string, body: (scene: Scene) => Promise<void>): void => {
    it(
      behaviour,
      async () => {
        const scene = new Scene(browser)
        try {
          await body(scene)
          expect(scene.complaints).toEqual([])
        } catch (error) {
          if (error instanceof Error) error.stack = `${await pictures(scene)}${error.stack}`
          throw error
        } finally {
          await scene.close()
        }
      },
      FLOW_MS,
    )
  }
  return { flow }
}

/** Both parents' phones, ready. */
export async function bothPhones(scene: Scene): Promise<{ mama: BrowserPhone; baba: BrowserPhone }> {
  const [mama, baba] = await Promise.all([scene.phone('mama'), scene.phone('baba')])
  await Promise.all([mama.isReady(), baba.isReady()])
  return { mama, baba }
}

async function pictures(scene: Scene): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shouwen-failed-'))
  for (const [index, page] of scene.pages.entries())
    await page.screenshot({ path: path.join(folder, `page-${index + 1}.png`) }).catch(() => undefined)
  return `pictures in ${folder}\n${scene.complaints.map((each) => `the page said: ${each}\n`).join('')}`
}
