import { AI_TEXT } from './ai-text.ts'
import { GUARDIAN_TEXT } from './guardian-text.ts'
import type { ConsentKind } from './versions.ts'
import type { ConsentLanguage, ConsentText } from './wording.ts'

/** Whoever runs the server answers for what is on it. */
export interface Operator {
  readonly name: string
  /** Where questions and complaints go. */
  readonly contact: string
}

/** With `{operator}` and `{contact}` where the operator stands: what the fingerprint of a version is made of. */
export const CONSENT_TEXTS: Readonly<Record<ConsentKind, Readonly<Record<ConsentLanguage, ConsentText>>>> = {
  guardian: GUARDIAN_TEXT,
  ai: AI_TEXT,
}

/** What a person reads before they answer. */
export function consentText(kind: ConsentKind, language: ConsentLanguage, operator: Operator): ConsentText {
  const filled = (text: string): string =>
    text.replace(/\{(operator|contact)\}/g, (_, place) => (place === 'operator' ? operator.name : operator.contact))
  const { sections, ...words } = CONSENT_TEXTS[kind][language]
  return {
    title: filled(words.title),
    intro: filled(words.intro),
    sections: sections.map(({ heading, body }) => ({ heading: filled(heading), body: sentence(filled(body)) })),
    agree: filled(words.agree),
    refuse: filled(words.refuse),
    refusing: filled(words.refusing),
  }
}

/** A name in the middle of a sentence may be no name, and is small there: who keeps it, where nobody has said so. */
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
