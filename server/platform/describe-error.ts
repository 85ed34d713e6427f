interface Described {
  readonly type: string
  readonly code?: string
  readonly message?: string
  readonly constraint?: string
  readonly at?: string[]
  readonly cause?: Described
}

/**
 * What of an error may be logged. The database's own messages and details quote the row that failed, so of those only the
 * code, the constraint and the place remain.
 */
export function describeError(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, constraint, severity, driverError } = error as Error & Partial<Record<string, unknown>>
  const quotesRows = severity !== undefined || driverError !== undefined
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(quotesRows ? {} : { message: error.message }),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}
