import './browser-globals.ts'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FIXTURE } from './copied-fixture.ts'

interface PageInstance {
  route: string
  data: Record<string, never> & { log: string[] }
}

/** The fixture mini-program, built and running in jsdom: the whole bundle, as a browser would load it. */
export async function startFixture(address = '/phone.html'): Promise<{ dispose(): void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shouwen-jsdom-'))
  execFileSync(process.execPath, [path.join(import.meta.dirname, 'build-fixture.ts'), FIXTURE, folder])
  // Node decides by the nearest package.json whether a script is a module.
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}')
  history.replaceState(null, '', address)
  document.documentElement.innerHTML = readFileSync(path.join(folder, 'phone.html'), 'utf8')
  await import(path.join(folder, 'host/phone.js'))
  await settled()
  return { dispose: () => rmSync(folder, { recursive: true }) }
}

/** Packages load, pages get ready and dialogs close in turns of the event loop. */
export function settled(milliseconds = 30): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

export function pages(): PageInstance[] {
  return (globalThis as unknown as { getCurrentPages: () => PageInstance[] }).getCurrentPages()
}

/** What the top page noted since the last look. */
export function notes(): unknown[] {
  return pages().at(-1)!.data.log.splice(0)
}

/** The one visible element for a selector. */
export function find(selector: string): HTMLElement {
  const all = [
    ...document.querySelectorAll<HTMLElement>(
      `.page:not(.away) ${selector}, #phone > ${selector}, #phone > :not(#pages) ${selector}`,
    ),
  ]
  if (all.length !== 1) throw new Error(`${all.length} elements for ${selector}`)
  return all[0]!
}

export function findText(text: string): HTMLElement {
  const shown = [...document.querySelectorAll<HTMLElement>('#phone *')].filter(
    (element) => element.closest('[hidden], .away') === null,
  )
  const exact = shown.filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() === text),
  )
  if (exact.length !== 1) throw new Error(`${exact.length} elements with the text ${text}`)
  return exact[0]!
}
