import { component } from 'glass-easel-miniprogram-adapter'

/** How much the pages sent to the view, for tests that hold it against WeChat's advice (≤ 256 KB a call). */
export interface SetDataMeter {
  calls: number
  bytes: number
  largest: number
}

const encoder = new TextEncoder()

/** Counts every setData of the mini-program's own pages and components. */
export function countSetData(meter: SetDataMeter): void {
  const prototype = component.ComponentCaller.prototype as unknown as {
    setData(this: unknown, data: object, callback?: () => void): void
  }
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const setData = prototype.setData
  prototype.setData = function (data, callback) {
    const bytes = encoder.encode(JSON.stringify(data)).length
    meter.calls += 1
    meter.bytes += bytes
    meter.largest = Math.max(meter.largest, bytes)
    setData.call(this, data, callback)
  }
}
