import type { ProblemCode } from '../../shared/contract/errors.ts'

export interface Fault {
  /** JSON pointer into the request: `/body/changes/3/content/celsius`. */
  readonly path: string
  readonly message: string
}

/** A refusal with its stable code. `detail` is English for developers; clients go by the code. */
export class AppError extends Error {
  override readonly name = 'AppError'
  constructor(
    readonly code: ProblemCode,
    readonly detail?: string,
    readonly errors?: readonly Fault[],
    readonly retryAfterSeconds?: number,
  ) {
    super(detail ?? code)
  }
}
