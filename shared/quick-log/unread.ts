/** A part of the text and what became of it. `told`: it is a draft, or an issue tells of it. */
export interface Part {
  readonly start: number
  readonly end: number
  readonly status: 'read' | 'unread' | 'name' | 'told'
}

type Run = Pick<Part, 'start' | 'end'>

/** The parts nobody could read, as they were typed; small words within one clause do not cut them apart (打了个喷嚏). */
export function unreadParts(text: string, parts: readonly Part[]): readonly string[] {
  const runs: Run[] = []
  let open: Run | null = null
  for (const part of parts) {
    if (part.status === 'unread') {
      const run: Run =
        open !== null && open.end <= part.start && isOneRun(text.slice(open.end, part.start))
          ? { ...open, end: part.end }
          : part
      if (run !== part) runs.pop()
      runs.push(run)
      open = run
    } else if (part.status !== 'read') {
      if (part.status === 'name') runs.push(part)
      open = null
    }
  }
  return runs.map(({ start, end }) => text.slice(start, end).trim())
}

const isOneRun = (between: string): boolean => between.trim() === between || between.trim() === ''
