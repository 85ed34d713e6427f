import type { Language } from '../../../shared/words/language.ts'
import type { Shape } from '../../texts/texts.ts'

/** 关于守温: what it is, and where every rule is from. */
const zh = {
  title: '关于守温',
  record: '守温是一份记录，不是诊断。',
  recordText: '数字、时间、核对和提醒都由固定的规则算出，算法公开。它不能代替医生；您觉得不对劲，就值得就医。',
  gap: '两次测量之间的体温我们不知道。',
  unit: '各部位的体温从不互相换算。',
  sources: '规则的出处',
  sourcesText: '标“暂定”的还没有医生签字：有的是我们自己定的数，有的只凭一般知识。',
  provisional: '暂定',
  count: (all: number, provisional: number) =>
    provisional === 0 ? `${all} 条` : `${all} 条，其中 ${provisional} 条暂定`,
  privacy: '谁看得到',
  privacyText: '只有您的家庭看得到这些记录。',
}

export type AboutTexts = Shape<typeof zh>

const en: AboutTexts = {
  title: 'About Shouwen',
  record: 'Shouwen is a record, not a diagnosis.',
  recordText:
    'Figures, times, checks and hints are computed by fixed, open rules. It does not replace a doctor: if you are worried, see one.',
  gap: 'What the temperature was between two readings we do not know.',
  unit: 'Readings of different sites are never converted into each other.',
  sources: 'Where the rules come from',
  sourcesText:
    'No doctor has signed what is marked “provisional”: some figures are our own, some rest on general knowledge only.',
  provisional: 'provisional',
  count: (all, provisional) => (provisional === 0 ? String(all) : `${all}, of which ${provisional} provisional`),
  privacy: 'Who can see it',
  privacyText: 'Only your family can see this record.',
}

export const aboutTexts = (language: Language): AboutTexts => ({ zh, en })[language]
