import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'

const AXE = path.resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js')

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string | null
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
  }[]
}

/** It compares letters, and takes the space between two words of a name, which stand apart on the screen, for a mismatch. */
const NOT_FOR_CHINESE = { 'label-content-name-mismatch': { enabled: false } }

/** What axe-core finds serious or worse on the page, a line each. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(AXE, 'utf8'))
  const { violations } = await page.evaluate<AxeResult>(
    `axe.run(document, ${JSON.stringify({ rules: NOT_FOR_CHINESE })})`,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
    )
}

/** Everything visible that reaches past the window's right edge, or whose own text does not fit its box. */
export function whatDoesNotFit(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const isScrolledSideways = (element: Element): boolean => {
      for (let node: Element | null = element; node !== null; node = node.parentElement)
        if (/auto|scroll/.test(getComputedStyle(node).overflowX) && node.scrollWidth > node.clientWidth + 1) return true
      return false
    }
    const faults: string[] = []
    if (document.documentElement.scrollWidth > width)
      faults.push(`the page is ${document.documentElement.scrollWidth} px wide in a window of ${width} px`)
    for (const element of document.querySelectorAll('#phone *')) {
      const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== '')
      if (!words || !element.checkVisibility()) continue
      const box = element.getBoundingClientRect()
      if (box.width === 0) continue
      const name = `“${element.textContent.trim().slice(0, 40)}”`
      if ((box.right > width + 1 || box.left < -1) && !isScrolledSideways(element))
        faults.push(`${name} spans ${Math.round(box.left)}–${Math.round(box.right)} of ${width} px`)
      const isCut = getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
      if (isCut && !isScrolledSideways(element)) faults.push(`${name} is cut`)
      const isBox = getComputedStyle(element).display !== 'inline' && element.clientWidth > 0
      if (isBox && !isCut && element.scrollWidth > element.clientWidth + 1) faults.push(`${name} spills out of its box`)
    }
    return faults
  })
}
