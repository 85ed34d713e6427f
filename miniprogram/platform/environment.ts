/** Put in place by the build: which server this phone talks to, and as whom it signs in on a demo. */
declare const SHOUWEN_ENV: {
  readonly apiBase: string
  readonly demoPerson: 'mama' | 'baba' | 'grandma' | null
  /** How a person signs in here. */
  readonly login: 'wechat' | 'local' | 'demo'
  /** Seconds between two pulls; 0: only when news or the person asks. */
  readonly pollSeconds: number
  readonly version: string
  /** Who answers for the server and what is on it; left out where the build was not told. */
  readonly operator?: { readonly name: string; readonly contact: string }
}

export const environment = SHOUWEN_ENV
