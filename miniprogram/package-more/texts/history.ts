import type { Language } from '../../../shared/words/language.ts'
import { spaced } from '../../../shared/words/spacing.ts'
import type { Shape } from '../../texts/texts.ts'

/** 修改记录: every revision of one entry. */
const zh = {
  title: '修改记录',
  loading: '正在取修改记录',
  offline: { title: '要连上网才看得到', text: '修改记录在服务器上。记的都在手机里，不受影响。' },
  gone: { title: '没有修改记录', text: '这一条还没送到，或者已经清掉了。' },
  busy: { title: '没取到', text: '服务器这会儿没答上来，过一会儿再试。' },
  retry: '再试一次',
  waiting: '这台手机上还有没送到的修改，送到以后才在这里。',

  first: (who: string, moment: string) => spaced(who, moment, '记下'),
  changed: (who: string, moment: string) => spaced(who, moment, '改过'),
  deleted: (who: string, moment: string) => spaced(who, moment, '删掉'),
  same: '内容没变',
  current: '现在的',
  conflicting: '两边都改过，还没定',
  notChosen: '两边都改过，没选它',
  from: (name: string, before: string, after: string) => `${name}：${before} → ${after}`,
  is: (name: string, text: string) => `${name}：${text}`,
  none: '没有',
  erase: '彻底删除这一条',
  eraseText: '“删除”以后家里人还能在修改记录里看到它。“彻底删除”连内容带修改一起清掉，哪台手机上都不留。',
  eraseAsk: '彻底删除这一条？',
  eraseAskText: '5 秒内能撤销，过了就找不回来了。喂药前的核对也不再算它。',
  yes: '彻底删除',
  no: '先不',

  fields: {
    at: '时间',
    reading: '体温',
    site: '量在哪里',
    medicine: '药',
    amount: '用量',
    outcome: '喂进去了吗',
    said: '内容',
  },
}

export type HistoryTexts = Shape<typeof zh>

const en: HistoryTexts = {
  title: 'History',
  loading: 'Loading',
  offline: { title: 'This needs a network', text: 'The history is on the server. What you logged is on this phone.' },
  gone: { title: 'No history', text: 'It has not been delivered yet, or was erased.' },
  busy: { title: 'Not loaded', text: 'The server did not answer. Try again in a while.' },
  retry: 'Try again',
  waiting: 'This phone still has changes of it to send; they will be here then.',

  first: (who, moment) => `${who} logged it, ${moment}`,
  changed: (who, moment) => `${who} changed it, ${moment}`,
  deleted: (who, moment) => `${who} deleted it, ${moment}`,
  same: 'Nothing in it changed',
  current: 'stands now',
  conflicting: 'changed on both sides, not settled',
  notChosen: 'changed on both sides, not chosen',
  from: (name, before, after) => `${name}: ${before} → ${after}`,
  is: (name, text) => `${name}: ${text}`,
  none: 'none',
  erase: 'Erase this entry',
  eraseText:
    'What is deleted can still be seen in its history. Erasing removes the content and its history, from every phone.',
  eraseAsk: 'Erase this entry?',
  eraseAskText: 'It can be undone for 5 seconds, and never after that. The dose check no longer counts it.',
  yes: 'Erase',
  no: 'Not now',

  fields: {
    at: 'Time',
    reading: 'Temperature',
    site: 'Where',
    medicine: 'Medicine',
    amount: 'Amount',
    outcome: 'Stayed down?',
    said: 'Says',
  },
}

export const historyTexts = (language: Language): HistoryTexts => ({ zh, en })[language]
