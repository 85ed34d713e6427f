/** The landing page's own words, in the two languages of the product. */
const WORDS = {
  zh: {
    name: '守温',
    lead: '一个家，两部手机：一边记，另一边马上看到。',
    mama: '妈妈',
    baba: '爸爸',
    people: '看谁的手机',
    phoneOf: (person: string) => `${person}的手机`,
    themes: '明暗',
    system: '跟随系统',
    light: '浅色',
    dark: '深色',
  },
  en: {
    name: 'Shouwen',
    lead: 'One family, two phones: log on one, see it on the other at once.',
    mama: 'Mum',
    baba: 'Dad',
    people: 'Whose phone',
    phoneOf: (person: string) => `${person}’s phone`,
    themes: 'Theme',
    system: 'System',
    light: 'Light',
    dark: 'Dark',
  },
} as const

export type Words = (typeof WORDS)[keyof typeof WORDS]

export function wordsFor(language: string | null): Words {
  return language?.startsWith('en') === true ? WORDS.en : WORDS.zh
}
