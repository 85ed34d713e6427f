import { AsyncLocalStorage } from 'node:async_hooks'

interface RequestContext {
  readonly requestId: string
}

const storage = new AsyncLocalStorage<RequestContext>()

/** Runs the rest of a request, so that every log line written on its behalf carries its id. */
export const withRequest = (requestId: string, rest: () => void): void => storage.run({ requestId }, rest)

export const currentRequestId = (): string | undefined => storage.getStore()?.requestId
