import { uuidV7 } from './uuid.ts'

const BYTES_PER_ID = 10
const POOL_BYTES = 128 * BYTES_PER_ID
const LOW = 32 * BYTES_PER_ID

/** Good random bytes come asynchronously, ids are needed at once: a pool is kept filled ahead. */
let pool: number[] = []
let filling = false

function fill(): void {
  if (filling || !wx.canIUse('getRandomValues')) return
  filling = true
  wx.getRandomValues({
    length: POOL_BYTES,
    success: ({ randomValues }) => {
      pool = Array.from(new Uint8Array(randomValues)).concat(pool)
    },
    complete: () => {
      filling = false
    },
  })
}

export const fillIds = fill

/** A new id. Before the pool is filled, and on phones that cannot fill it, the engine's own random numbers must do. */
export function newId(): string {
  const random = pool.splice(-BYTES_PER_ID)
  if (pool.length < LOW) fill()
  while (random.length < BYTES_PER_ID) random.push(Math.floor(Math.random() * 256))
  return uuidV7(Date.now(), random)
}
