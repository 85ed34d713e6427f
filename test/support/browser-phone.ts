import type { FrameLocator, Locator, Page } from 'playwright-core'

/** One phone as a person uses it: found by what it says, pressed by a finger (or, in a window, by the mouse). */
export class BrowserPhone {
  constructor(
    readonly page: Page,
    private readonly screen: Page | FrameLocator = page,
    private readonly hasTouch = true,
  ) {}

  /** The app killed and started again, on the same phone. */
  async restarted(address: string, meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<BrowserPhone> {
    const context = this.page.context()
    await this.page.close()
    await meanwhile()
    const next = new BrowserPhone(await context.newPage())
    await next.page.goto(address)
    return next
  }

  /** Shown to the person, so past the skeleton of a first start. */
  async isReady(): Promise<this> {
    await this.button('体温').waitFor()
    return this
  }

  button(name: string | RegExp): Locator {
    return this.screen.getByRole('button', { name, exact: true })
  }

  get sheet(): Locator {
    return this.screen.getByRole('dialog')
  }

  /** WeChat's own dialog. */
  get question(): Locator {
    return this.screen.getByRole('alertdialog')
  }

  /** A line of the timeline that says this (exact words, in the order of the line). */
  row(words: string): Locator {
    const pattern = new RegExp(`^\\d\\d:\\d\\d .*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
    return this.screen.getByRole('button', { name: pattern })
  }

  /** What is on the screen now, not on a page below or kept. */
  text(words: string | RegExp): Locator {
    return this.screen.getByText(words).filter({ visible: true })
  }

  press(what: Locator): Promise<void> {
    return this.hasTouch ? what.tap() : what.click()
  }

  /** Presses a button by its whole name. */
  tap(name: string): Promise<void> {
    return this.press(this.button(name))
  }

  /** Chooses one of a group. */
  choose(name: string | RegExp): Promise<void> {
    return this.press(this.screen.getByRole('radio', { name, exact: true }))
  }

  openTab(name: string): Promise<void> {
    return this.press(this.screen.getByRole('tab', { name, exact: true }))
  }

  /** 38.5 is 3, 8, 5 and save. */
  async logTemperature(digits: string): Promise<void> {
    await this.tap('体温')
    for (const digit of digits) await this.tap(digit)
    await this.tap('保存给乐乐')
    await this.sheet.waitFor({ state: 'detached' })
  }

  async logNote(text: string): Promise<void> {
    await this.tap('记事')
    await this.sheet.getByRole('textbox', { name: '记事 · 乐乐' }).fill(text)
    await this.tap('保存给乐乐')
    await this.sheet.waitFor({ state: 'detached' })
  }
}

export const shown = (what: Locator): Promise<void> => what.first().waitFor({ state: 'visible' })
export const gone = (what: Locator): Promise<void> => what.first().waitFor({ state: 'detached' })

/** Asks until the answer fits; a fault says the last answer. */
export async function eventually<Answer>(
  ask: () => Promise<Answer>,
  fits: (answer: Answer) => boolean,
  withinMs = 20_000,
): Promise<Answer> {
  const end = Date.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (fits(answer)) return answer
    if (Date.now() > end) throw new Error(`still not so after ${withinMs} ms: ${JSON.stringify(answer, null, 1)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
