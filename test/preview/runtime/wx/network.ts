import { Listeners } from '../listeners.ts'
import { asyncApi } from './async-api.ts'

const changes = new Listeners<[{ isConnected: boolean; networkType: string }]>()

/** The browser knows online from offline, not one network from another: online is called wifi. */
export function networkApi() {
  for (const type of ['online', 'offline']) {
    window.addEventListener(type, () => changes.emit({ isConnected: navigator.onLine, networkType: networkType() }))
  }
  return {
    getNetworkType: asyncApi('getNetworkType', () => ({ networkType: networkType() })),
    onNetworkStatusChange: changes.add,
    offNetworkStatusChange: changes.remove,
  }
}

function networkType(): 'wifi' | 'none' {
  return navigator.onLine ? 'wifi' : 'none'
}
