import { INVITE_PAGE } from '../../../shared/contract/routes.ts'
import { addGlobalErrorListener, addGlobalWarningListener } from 'glass-easel'
import { errors, installApp, launchApp } from './app/app.ts'
import { NavigationBar } from './chrome/navigation-bar.ts'
import { themeValue } from './chrome/theme-value.ts'
import { TabBar } from './chrome/tab-bar.ts'
import { BUILTINS } from './components/all.ts'
import { createEasel } from './easel/code-space.ts'
import { Packages } from './easel/packages.ts'
import { type SetDataMeter, countSetData } from './easel/set-data-meter.ts'
import { listenToFingers } from './gestures/fingers.ts'
import { LongPress } from './gestures/long-press.ts'
import { listenToMotion } from './gestures/motion-events.ts'
import { listenToTaps } from './gestures/taps.ts'
import { listenToTrackpad } from './gestures/trackpad-pinch.ts'
import type { Phone } from './phone-parts.ts'
import type { Program } from './program.ts'
import { addressText, parseAddress } from './router/address.ts'
import { PageStack } from './router/page-stack.ts'
import { PageView } from './router/page-view.ts'
import { showShareCard } from './chrome/share-card.ts'
import { environmentOf, readSettings } from './settings.ts'
import { startTheme, themeChanges } from './theme.ts'
import { installWx } from './wx/install.ts'

/** Set by the build: the API the phones talk to unless the address says otherwise. */
declare const PREVIEW_API_BASE: string

/** Starts the mini-program in this window; the build's entry calls it once. */
export async function startPhone(program: Program): Promise<void> {
  const settings = readSettings(location.search, PREVIEW_API_BASE)
  startTheme(settings.theme)
  const setData: SetDataMeter = { calls: 0, bytes: 0, largest: 0 }
  countSetData(setData)
  Object.assign(globalThis, { SHOUWEN_ENV: environmentOf(settings), __preview: { setData } })

  const easel = createEasel(program)
  const packages = new Packages(program, easel.space)
  const pagesElement = part('pages')
  const tabs = program.app.tabBar
  const tabBar = tabs && new TabBar(part('tab-bar'), tabs, program.theme, (path) => void stack.switchTab(`/${path}`))
  const bar = new NavigationBar(part('navigation-bar'), program.theme, () => void stack.navigateBack())
  const redraw = (): void => {
    const top = stack.top
    if (top === undefined) return
    bar.draw(top, stack.pages.length > 1)
    top.element.style.background = themeValue(program.theme, top.config.backgroundColor, '')
    tabBar?.draw(top.address.route)
  }
  const stack = new PageStack<PageView>({
    isPage: (route) => program.pages.includes(route),
    isTab: (route) => tabBar?.has(route) ?? false,
    prepare: async (route) => {
      await packages.load('')
      await packages.load(program.units[route]!.packageRoot)
    },
    create: (address, channel) => new PageView(easel, program, pagesElement, address, channel),
    moved: (page) => {
      redraw()
      packages.preloadFor(page.address.route)
      history.replaceState(null, '', `#${addressText(page.address)}`)
    },
  })

  const phone: Phone = { program, settings, stack, tabBar, redraw, pagesElement, overlays: part('overlays') }
  installApp()
  installWx(phone)
  Object.assign(globalThis, { getCurrentPages: () => stack.pages.map((page) => page.instance) })
  reportFaults()
  listen(phone)
  easel.space.globalComponentEnv(globalThis, 'app', program.startApp)

  const first = firstAddress(program)
  launchApp({ path: first.route, query: first.query, scene: 1001 })
  // A secret is for the launch alone: it stands in no page's address.
  await stack.reLaunch(addressText({ ...first, query: first.query.owner === undefined ? first.query : {} }))
}

function listen(phone: Phone): void {
  const { pagesElement, redraw, stack } = phone
  const longPress = new LongPress()
  listenToFingers(pagesElement, longPress)
  listenToTrackpad(pagesElement)
  listenToTaps(pagesElement, longPress)
  listenToMotion(pagesElement)
  pagesElement.addEventListener('previewshare', () => showShareCard(phone))
  themeChanges.add(redraw)
  window.addEventListener('resize', () => {
    for (const page of stack.pages)
      page.resized({ windowWidth: pagesElement.clientWidth, windowHeight: pagesElement.clientHeight })
  })
}

/** An exception in a lifetime or a handler is the mini-program's error, not the framework's secret. */
function reportFaults(): void {
  addGlobalErrorListener((error) => {
    console.error(error)
    errors.emit(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return false
  })
  addGlobalWarningListener((message, _component, node) => {
    // Attributes that a component does not declare are dropped in WeChat too; on a built-in element they are typos.
    const typo = node instanceof Object && 'is' in node && (node.is as string) in BUILTINS
    if (typo || !message.includes('is not a valid property')) console.warn(message)
    return false
  })
}

/**
 * `#/pages/curve/curve?x=1` opens that page: a reload stays where it was. `#code=…` is an invitation, as a card in a chat would
 * bring it, and `#owner=…` the link that the server of one's own has printed.
 */
function firstAddress(program: Program) {
  const { code, owner } = parseAddress(`?${location.hash.slice(1)}`, '').query
  if (code !== undefined) return { route: INVITE_PAGE, query: { code } }
  if (owner !== undefined) return { route: program.pages[0]!, query: { owner } }
  const asked = parseAddress(location.hash.slice(1), '')
  return program.pages.includes(asked.route) ? asked : { route: program.pages[0]!, query: {} }
}

function part(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`phone.html lacks #${id}`)
  return element
}
