// npm run screenshots: the pictures in docs/screens, made from the demo family in a browser.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../test/support/browser.ts'
import { startStack } from '../local/stack.ts'
import { morningOfTheNight } from './morning.ts'
import { SCREENS, type Screen } from './screens.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../docs/screens')

const directory = mkdtempSync(path.join(tmpdir(), 'shouwen-screens-'))
chmodSync(directory, 0o755) // root may start this; the database user must be able to enter
const stack = await startStack(directory, { PATH: process.env.PATH, PORT: '0', PREVIEW_PORT: '0' })
const browser = await launchBrowser()
try {
  const morning = await morningOfTheNight(stack.databaseUrl)
  for (const screen of SCREENS) {
    await takePicture(browser, screen, morning)
    console.log(`docs/screens/${screen.file}.png`)
  }
} finally {
  await browser.close()
  await stack.stop()
  rmSync(directory, { recursive: true, force: true })
}

async function takePicture(from: Browser, screen: Screen, now: Date): Promise<void> {
  const context = await from.newContext({
    viewport: screen.size,
    deviceScaleFactor: 1.25,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: screen.theme,
    reducedMotion: 'reduce',
  })
  await context.clock.setFixedTime(now)
  const page = await context.newPage()
  await page.goto(new URL(screen.at, stack.address).href)
  await screen.reach(page)
  await settled(page)
  await page.screenshot({ path: path.join(FOLDER, `${screen.file}.png`) })
  await context.close()
}

/** Nothing moves any more: two looks in a row show the same. */
async function settled(page: Page): Promise<void> {
  let before: Buffer = Buffer.alloc(0)
  for (let look = 0; look < 40; look++) {
    const now = await page.screenshot()
    if (now.equals(before)) return
    before = now
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
