import type { Language } from '../../shared/words/language.ts'
import { en } from './en.ts'
import { zh, type Texts } from './zh.ts'

const CATALOGUES: Readonly<Record<Language, Texts>> = { zh, en }

/** What the screens say in a language. */
export const textsIn = (language: Language): Texts => CATALOGUES[language]

export type { Shape, Texts } from './zh.ts'
