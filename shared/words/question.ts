import type { Question } from '../record/entry.ts'
import type { Language, Text } from './language.ts'

const NAMES: Readonly<Record<Question, Text>> = {
  Q1: { zh: '皮肤苍白、发花或发青', en: 'pale, mottled or blue' },
  Q2: { zh: '反应不对或叫不醒', en: 'no normal response, or hard to wake' },
  Q3: { zh: '哭声弱、尖或停不下来', en: 'a weak, high-pitched or continuous cry' },
  Q4: { zh: '呼吸费力', en: 'laboured breathing' },
  Q5: { zh: '压之不褪色的疹', en: 'a rash that does not fade under pressure' },
  Q6: { zh: '脖子僵硬', en: 'a stiff neck' },
  Q7: { zh: '囟门鼓起', en: 'a bulging fontanelle' },
  Q8: { zh: '抽搐过', en: 'a fit' },
  Q9: { zh: '8 小时没尿', en: 'no urine for 8 hours' },
  Q10: { zh: '喝不到平时一半', en: 'drinks less than half of the usual' },
  Q11: { zh: '胳膊腿或关节不肯动', en: 'does not use a limb or joint' },
  Q12: { zh: '打寒战', en: 'rigors' },
  Q13: { zh: '家长担心', en: 'the parent is worried' },
  Q14: { zh: '免疫或心脏的病', en: 'an immune or heart disease' },
}

/** `8 小时没尿`: what a question of the list asks about. */
export const questionName = (question: Question, language: Language): string => NAMES[question][language]
