/** One line of a list, as `s-rows` shows it. */
export interface ListRow {
  readonly key: string
  /** A letter of a name, or an icon, before the words; '' for none. */
  readonly initial: string
  readonly icon: string
  readonly title: string
  /** A small word beside the title; '' for none. */
  readonly badge: string
  readonly text: string
  /** What is lacking, under it. */
  readonly note: string
  /** At the end of the line. */
  readonly side: string
  readonly tone: '' | 'danger'
  /** A tap does something. */
  readonly opens: boolean
}

const PLAIN: Omit<ListRow, 'key' | 'title'> = {
  initial: '',
  icon: '',
  badge: '',
  text: '',
  note: '',
  side: '',
  tone: '',
  opens: true,
}

export const listRow = (row: Pick<ListRow, 'key' | 'title'> & Partial<ListRow>): ListRow => ({ ...PLAIN, ...row })
