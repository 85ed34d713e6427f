import { builtin } from './builtin.ts'
import { HOVER_PROPERTIES, showPresses } from './hover.ts'

const MOVES: Record<string, 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack'> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
}

type Move = (options: { url: string; delta: number }) => Promise<unknown>

export const navigator = builtin({
  properties: {
    ...HOVER_PROPERTIES,
    hoverClass: { type: String, value: 'navigator-hover' },
    url: String,
    openType: { type: String, value: 'navigate' },
    delta: { type: Number, value: 1 },
  },
  created: (host) => {
    showPresses(host)
    host.element.setAttribute('role', 'link')
    host.element.tabIndex = 0
    host.on('tap', () => {
      const move = MOVES[host.data.openType]
      if (move === undefined)
        throw new Error(`<navigator open-type="${host.data.openType}"> is not supported in the preview`)
      const wx = (globalThis as unknown as { wx: Record<string, Move> }).wx
      void wx[move]!({ url: host.data.url, delta: host.data.delta }).then(
        () => host.emit('success'),
        (error: unknown) => host.emit('fail', error),
      )
    })
  },
})
