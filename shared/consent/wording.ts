export interface ConsentText {
  readonly title: string
  readonly intro: string
  readonly sections: readonly { readonly heading: string; readonly body: string }[]
  readonly agree: string
  readonly refuse: string
  /** What it means to refuse, shown beside both buttons. */
  readonly refusing: string
}

export type ConsentLanguage = 'zh' | 'en'
