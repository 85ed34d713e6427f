import type { Instant } from '../../shared/time/instant.ts'
import { MINUTE } from '../../shared/time/instant.ts'
import type { Language } from '../../shared/words/language.ts'
import type { AccountState, OpenFamily } from '../services/account/account.ts'
import type { SignedIn } from '../services/session.ts'
import type { Connection } from '../services/sync/connection.ts'
import type { CurrentChild } from '../stores/current-child.ts'
import type { Preferences } from '../stores/preferences.store.ts'
import type { Family } from '../stores/records/family.ts'
import { textsIn, type Texts } from '../texts/texts.ts'
import { pageTitle, tabTexts } from '../views/page-title.ts'
import { child, clock, core, setTabTexts, setTitle } from '../wiring.ts'
import { patchOf } from './patch.ts'

/** Everything a screen is made from. */
export interface ScreenState {
  readonly now: Instant
  readonly family: Family
  readonly current: CurrentChild | null
  readonly preferences: Preferences
  readonly texts: Texts
  readonly connection: Connection
  readonly signedIn: SignedIn | null
  /** The family before the person's eyes; a guest has one of this phone's own. */
  readonly open: OpenFamily | null
  /** Whose phone this is. */
  readonly account: AccountState
  /** Changes of this phone that others cannot see yet. */
  readonly unsent: number
  /** The phone has hardly any room left for what is written down. */
  readonly isTight: boolean
}

export const screenState = (): ScreenState => ({
  now: clock.now(),
  family: core.family.get(),
  current: child.get(),
  preferences: core.preferences.get(),
  texts: textsIn(core.preferences.get().language),
  connection: core.sync.connection.get(),
  signedIn: core.session.state.get(),
  open: core.account.state.get().open,
  account: core.account.state.get(),
  unsent: core.unsent.get().length,
  isTight: core.isStorageTight.get(),
})

interface Host {
  /** The page's path. */
  readonly is: string
  data: Record<string, unknown>
  setData: (patch: Record<string, unknown>) => void
  stopFollowing?: () => void
  /** What the bars around the page say now; absent while it is not before the person's eyes. */
  barsIn?: Texts
}

const SOURCES = [core.family, core.preferences, core.sync.connection, core.account.state, core.isStorageTight]

/**
 * Keeps a page's `data.view` what `make` says, while the page is before the person's eyes: whenever something has changed,
 * and each minute, since much of it is "12 minutes ago". Only what differs is handed over. The bars around the page follow
 * its language; `titleIn`: the title of a page whose words stand in its own package.
 */
export function screen(
  make: (state: ScreenState, data: Record<string, unknown>) => object,
  titleIn?: (language: Language) => string,
) {
  return Behavior({
    lifetimes: {
      attached() {
        this.follow()
      },
      detached() {
        this.unfollow()
      },
    },
    pageLifetimes: {
      show() {
        this.follow()
      },
      hide() {
        this.unfollow()
      },
    },
    methods: {
      /** Makes the view again now. */
      refresh() {
        const host = this as unknown as Host
        const state = screenState()
        const patch = patchOf('view', host.data.view, make(state, host.data))
        if (Object.keys(patch).length > 0) host.setData(patch)
        if (host.barsIn === state.texts) return
        host.barsIn = state.texts
        setTitle(titleIn?.(state.preferences.language) ?? pageTitle(host.is, state.texts))
        setTabTexts(tabTexts(state.texts))
      },
      follow() {
        this.unfollow()
        const host = this as unknown as Host
        let isDue = false
        // Much changes at once when a page of records comes in; it is shown once.
        const refresh = (): void => {
          if (isDue) return
          isDue = true
          void Promise.resolve().then(() => {
            isDue = false
            if (host.stopFollowing) this.refresh()
          })
        }
        const stops = SOURCES.map((source) => source.subscribe(refresh))
        let stopTicking = (): void => undefined
        const tick = (): void => {
          stopTicking = clock.after(MINUTE - (clock.now() % MINUTE), () => {
            refresh()
            tick()
          })
        }
        tick()
        host.stopFollowing = () => {
          stopTicking()
          for (const stop of stops) stop()
        }
        this.refresh()
      },
      unfollow() {
        const host = this as unknown as Host
        host.stopFollowing?.()
        delete host.stopFollowing
        delete host.barsIn
      },
    },
  })
}
