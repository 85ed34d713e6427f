import type { TabBar } from './chrome/tab-bar.ts'
import type { Program } from './program.ts'
import type { PageStack } from './router/page-stack.ts'
import type { PageView } from './router/page-view.ts'
import type { Settings } from './settings.ts'

/** What wx needs to know of the phone it runs on. */
export interface Phone {
  program: Program
  settings: Settings
  stack: PageStack<PageView>
  tabBar: TabBar | undefined
  /** Draws navigation bar and tab bar anew after a change. */
  redraw: () => void
  /** The area between the bars. */
  pagesElement: HTMLElement
  /** Where toasts, dialogs and sheets go. */
  overlays: HTMLElement
}
