/** A hint from logged data that a doctor should see the child, with what it rests on. None is ever a reassurance. */
export interface RedFlag {
  readonly rule: string
  /** How soon it asks for care. */
  readonly level: 'now' | 'same_day' | 'contact'
  readonly entryIds: readonly string[]
  readonly source: string
}
