interface Callbacks {
  success?: ((result: never) => void) | undefined
  fail?: ((error: never) => void) | undefined
  complete?: ((result: never) => void) | undefined
}

/** What every finished wx call gives back, and what a failed one's promise rejects with. */
export interface WxResult {
  errMsg: string
  [detail: string]: unknown
}

/**
 * A wx function in WeChat's two styles: with callbacks it returns nothing, without any it returns a promise.
 * An object that `run` returns is the result; what it throws becomes `name:fail reason`.
 */
export function asyncApi<Options extends object>(name: string, run: (options: Options) => unknown) {
  return (options?: Options & Callbacks): Promise<WxResult> | undefined => {
    const call = settle(name, run, options ?? ({} as Options))
    const { success, fail, complete } = options ?? {}
    if (success === undefined && fail === undefined && complete === undefined) return call
    call.then(
      (result) => {
        success?.(result as never)
        complete?.(result as never)
      },
      (error: unknown) => {
        fail?.(error as never)
        complete?.(error as never)
      },
    )
    return undefined
  }
}

async function settle<Options>(name: string, run: (options: Options) => unknown, options: Options): Promise<WxResult> {
  try {
    const result = (await run(options)) as Record<string, unknown> | undefined
    return { ...result, errMsg: `${name}:ok` }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const failure: WxResult = { errMsg: `${name}:fail ${reason}` }
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- WeChat rejects with a plain object
    throw failure
  }
}
