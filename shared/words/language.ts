/** Languages a person can read the app in; Chinese is the default. */
export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** One statement in every language: a missing one does not compile. */
export type Text = Readonly<Record<Language, string>>
