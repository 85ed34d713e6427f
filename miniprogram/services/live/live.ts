import { LIVE_CLOSE, LIVE_PATH } from '../../../shared/contract/routes.ts'
import { SECOND } from '../../../shared/time/instant.ts'
import type { Clock, Network, OpenSocket, Socket } from '../../platform/ports.ts'
import type { Session } from '../session.ts'
import { backOffMs } from '../sync/back-off.ts'
import { helloFrame, readFrame } from './live-frames.ts'

interface LiveParts {
  readonly apiBase: string
  readonly openSocket: OpenSocket
  readonly session: Session
  readonly clock: Clock
  readonly network: Network
  readonly random: () => number
  /** The families to hear of. */
  readonly families: () => string[]
  /** News have been announced up to this number; null after a (re)connection, when some may have been missed. */
  readonly onNews: (seq: number | null) => void
  readonly onLive: (isLive: boolean) => void
  /** One of the families is there no more, or not for this account. */
  readonly onNotFound: () => void
}

/** The open line on which the server says that there is news. What the news are is pulled: a lost word loses nothing. */
export interface Live {
  readonly start: () => void
  readonly stop: () => void
  /** Other families from now on. */
  readonly reopen: () => void
}

const READY_WITHIN_MS = 10 * SECOND

export function createLive(parts: LiveParts): Live {
  const { apiBase, openSocket, session, clock, network, random, families, onNews, onLive, onNotFound } = parts
  let isWanted = false
  let socket: Socket | null = null
  let isOpening = false
  let tries = 0
  let stopWaiting: () => void = () => undefined

  const connect = async (): Promise<void> => {
    if (!canConnect() || isOpening) return
    isOpening = true
    const token = await session.token()
    isOpening = false
    if (!canConnect()) return
    if (!token.ok) waitAndTryAgain()
    else open(token.value, families())
  }

  // A function, since the answer may differ after waiting.
  const canConnect = (): boolean => isWanted && socket === null && network.isConnected() && families().length > 0

  const open = (token: string, whose: string[]): void => {
    const stopGivingUp = clock.after(READY_WITHIN_MS, () => own.close())
    const own = openSocket(apiBase.replace(/^http/, 'ws') + LIVE_PATH, {
      opened: () => own.send(helloFrame(token, whose)),
      received(text) {
        const frame = readFrame(text)
        if (frame?.type === 'news') onNews(frame.seq)
        if (frame?.type !== 'ready') return
        stopGivingUp()
        tries = 0
        onLive(true)
        onNews(null)
      },
      closed(code) {
        stopGivingUp()
        socket = null
        onLive(false)
        if (code === LIVE_CLOSE.notFound) onNotFound()
        if (code === LIVE_CLOSE.unauthenticated) void session.renew(token).then(waitAndTryAgain)
        else waitAndTryAgain()
      },
    })
    socket = own
  }

  const waitAndTryAgain = (): void => {
    stopWaiting()
    if (!isWanted || !network.isConnected()) return
    tries += 1
    stopWaiting = clock.after(backOffMs(tries, random()), () => void connect())
  }

  const hangUp = (): void => {
    stopWaiting()
    socket?.close()
  }

  network.onChange((isConnected) => {
    tries = 0
    if (isConnected) void connect()
    else hangUp()
  })

  return {
    start() {
      isWanted = true
      tries = 0
      void connect()
    },
    stop() {
      isWanted = false
      hangUp()
    },
    reopen() {
      hangUp()
      stopWaiting()
      tries = 0
      void connect()
    },
  }
}
