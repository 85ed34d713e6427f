/** What a person is asked to agree to, each by itself: that a child's data are kept on a server, and that a model may tell them. */
export const CONSENT_KINDS = ['guardian', 'ai'] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]

export const CONSENT_ANSWERS = ['given', 'refused', 'withdrawn'] as const
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number]

export interface ConsentVersion {
  readonly version: number
  /** The day from which it was asked for. */
  readonly since: string
  /** Of the text in every language: what was agreed to can be told from what was changed later. */
  readonly sha256: string
}

/**
 * Every version there was, the last one being what is asked for now. A change of what is said needs a new version, and with
 * it everybody's word anew; a test holds the text against its fingerprint.
 */
export const CONSENT_VERSIONS: Readonly<Record<ConsentKind, readonly ConsentVersion[]>> = {
  guardian: [
    { version: 1, since: '2026-11-25', sha256: '478357cf3baa4fc3ff0c4785e9cf6a99e806b3987ef89d05708c299673122ae2' },
  ],
  ai: [{ version: 1, since: '2026-11-25', sha256: '52ddce19d7333dbf8083b34a59be20ac2df5c38bfa7dcc4acf3871068d7f680f' }],
}

/** The version that counts now. */
export const currentConsent = (kind: ConsentKind): number =>
  Math.max(...CONSENT_VERSIONS[kind].map(({ version }) => version))
