import type { Language } from '../../../shared/words/language.ts'

const zh = {
  title: '两次发烧',
  /** Of the two rows of chips. */
  first: '看哪一次',
  second: '和哪一次比',
  chart: '两次发烧的体温，从第一次量到发烧对齐',
  axis: '横轴：第一次量到发烧以后的小时数',
  dashed: '断开的地方超过 2 小时没有量。',
  onlySite: (site: string, others: number) => `只画了${site}；另有 ${others} 次在别处量的没有画。`,
  otherSites: '两次量的部位不一样，度数不能直接比。',
  note: '每次发烧都不一样。这里只是把记录放在一起，不说明这次轻还是重。',
  tableTitle: '两次的数字',
  rows: {
    start: '开始',
    status: '现在',
    days: '几天',
    highest: '最高',
    highestAfter: '多久到最高',
    lastFebrile: '最后一次量到发烧',
    readings: '体温',
    doses: '退烧药',
  },
  after: (span: string) => `${span}后`,
  atOnce: '一开始',
  times: (count: number) => `${count} 次`,
  days: (days: number) => `${days} 天`,
  tooFew: { title: '还只有一次病程', text: '等有了两次，这里可以放在一起看。' },
}

const en: typeof zh = {
  title: 'Two fevers',
  first: 'Look at',
  second: 'Compared with',
  chart: 'Temperatures of two fevers, aligned at the first febrile reading',
  axis: 'Across: hours since the first febrile reading',
  dashed: 'Where a line is broken nobody measured for over 2 hours.',
  onlySite: (site, others) => `Only ${site} is drawn; ${others} taken elsewhere ${others === 1 ? 'is' : 'are'} not.`,
  otherSites: 'They were measured at different sites: the figures cannot be compared directly.',
  note: 'No two fevers are alike. This only lays the records side by side; it does not say which was worse.',
  tableTitle: 'Both in figures',
  rows: {
    start: 'Began',
    status: 'Now',
    days: 'Days',
    highest: 'Highest',
    highestAfter: 'Reached after',
    lastFebrile: 'Last febrile reading',
    readings: 'Readings',
    doses: 'Antipyretics',
  },
  after: (span) => `after ${span}`,
  atOnce: 'at once',
  times: (count) => String(count),
  days: (days) => (days === 1 ? '1 day' : `${days} days`),
  tooFew: { title: 'Only one fever so far', text: 'With two of them they can be laid side by side here.' },
}

export type CompareTexts = typeof zh

export const compareTextsIn = (language: Language): CompareTexts => (language === 'zh' ? zh : en)
