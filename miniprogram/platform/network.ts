import type { Network } from './ports.ts'

// Until the phone has answered it counts as connected: a request then tells the truth soon enough.
let isConnected = true
const listeners = new Set<(isConnected: boolean) => void>()

function changed(next: boolean): void {
  if (next === isConnected) return
  isConnected = next
  for (const listener of listeners) listener(next)
}

/** Asked once at start; from then on WeChat tells. */
export function watchNetwork(): void {
  wx.getNetworkType({ success: ({ networkType }) => changed(networkType !== 'none') })
  wx.onNetworkStatusChange((status) => changed(status.isConnected))
}

export const network: Network = {
  isConnected: () => isConnected,
  onChange(listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
