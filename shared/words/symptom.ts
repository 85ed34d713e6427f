import { symptomOf, type SymptomCode, type SymptomGroup } from '../symptoms/vocabulary.ts'
import type { Language, Text } from './language.ts'

/** `手脚凉`; the code itself when the vocabulary does not have it. */
export const symptomName = (code: string, language: Language): string => symptomOf(code)?.[language] ?? code

/** Absences that would read oddly as 没有… / no …. */
const ABSENCES: Readonly<Partial<Record<SymptomCode, Text>>> = {
  spirits_good: { zh: '精神不好', en: 'not in good spirits' },
  tired: { zh: '没有精神差', en: 'not tired or listless' },
  irritable: { zh: '没有烦躁', en: 'not irritable' },
  asleep: { zh: '没睡着', en: 'not asleep' },
  drinking: { zh: '没喝水、没喝奶', en: 'not drinking' },
  urinated: { zh: '没尿', en: 'passed no urine' },
  appetite_down: { zh: '吃得不少', en: 'appetite not down' },
  cold_hands_feet: { zh: '手脚不凉', en: 'hands and feet not cold' },
  cooling: { zh: '没做物理降温', en: 'no physical cooling' },
  low_urine: { zh: '尿不少', en: 'not passing little urine' },
  limb: { zh: '肯走、关节不肿', en: 'no limp or swollen joint' },
  red_eyes: { zh: '眼不红', en: 'eyes not red' },
  hands_feet_peel: { zh: '手足不肿、不红、不脱皮', en: 'hands and feet not swollen, red or peeling' },
  unrousable: { zh: '叫得醒', en: 'can be woken' },
  faint: { zh: '没有晕倒', en: 'did not faint' },
  neck_stiff: { zh: '脖子不僵', en: 'neck not stiff' },
  bulging_font: { zh: '囟门不鼓', en: 'fontanelle not bulging' },
  drowsy: { zh: '没有嗜睡、叫得醒', en: 'not drowsy, easy to wake' },
  parent_worried: { zh: '家长没有很担心', en: 'parent not worried' },
}

/** `没有呕吐`: an absence somebody wrote down, which is more than nothing written. */
export const absenceText = (code: string, language: Language): string =>
  ABSENCES[code as SymptomCode]?.[language] ??
  (language === 'zh' ? `没有${symptomName(code, language)}` : `no ${symptomName(code, language)}`)

const GROUP_NAMES: Readonly<Record<SymptomGroup, Text>> = {
  danger: { zh: '要紧的', en: 'urgent' },
  state: { zh: '精神和吃喝', en: 'how the child is' },
  airway: { zh: '呼吸和耳鼻喉', en: 'breathing, ear, nose, throat' },
  gut: { zh: '肠胃和尿', en: 'tummy and urine' },
  body: { zh: '身上', en: 'body' },
  skin: { zh: '皮肤和眼口', en: 'skin, eyes, mouth' },
}

export const symptomGroupName = (group: SymptomGroup, language: Language): string => GROUP_NAMES[group][language]
