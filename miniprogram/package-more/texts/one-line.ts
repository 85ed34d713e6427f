import type { IssueCode } from '../../../shared/quick-log/quick-log.ts'
import type { Language } from '../../../shared/words/language.ts'
import { spaced } from '../../../shared/words/spacing.ts'
import type { Shape } from '../../texts/texts.ts'

/** 一句话: a line, or a whole paper log, read into drafts. */
const zh = {
  title: '一句话',
  placeholder: '比如：2:30 腋下38.9 美林5ml 手脚凉',
  hint: '可以用键盘上的话筒说，也可以把整页记录贴进来。读出来的每一条都先给您看，点“确认”才记下。',
  found: (count: number) => `读到 ${count} 条，点开可以改`,
  siteAsk: (count: number, site: string, isConfirmed: boolean) =>
    isConfirmed ? `有 ${count} 次没写量在哪里，都记成${site}。` : `有 ${count} 次没写量在哪里，先当${site}，请确认：`,
  unconfirmed: '待确认',
  dropped: '不记',
  saved: '已记下',
  change: '点开可以改',
  takeBack: '点一下拿回来',
  someMedicine: '药',
  whichMedicine: '是哪一种？同名的药浓度可能不一样。',
  asWritten: (name: string) => `药箱里没有，就记“${name}”`,
  another: '别的药…',
  left: '没记成条目的',
  unread: '没读懂',
  keepNote: '把这些原话记成一条记事',
  confirm: (count: number, child: string) => spaced('确认', `${count} 条，记给`, child),
  issues: {
    temperature_implausible: '不像体温，请核对录入',
    temperature_range: '是个范围，量到多少就写多少',
    temperature_vague: '说得不准，写下量到的数',
    temperature_change: '是升降了多少，不是体温',
    not_body_temperature: '不是孩子的体温',
    fahrenheit_assumed: '按华氏度读的，请核对录入',
    weight: '像体重，请记在家庭里',
    amount_range: '用量是个范围，喂了多少请点开补上',
    amount_unclear: '用量看不准，喂了多少请点开补上',
    time_unclear: '时间看不准，请写清楚',
    time_future: '时间还没到',
    plan: '是打算，还没有发生',
    question: '是问句',
    not_given: '没有喂',
    other_person: '像是说别人',
    correction_unclear: '改成什么看不准，请写清楚',
  } satisfies Record<IssueCode, string>,
}

export type OneLineTexts = Shape<typeof zh>

const en: OneLineTexts = {
  title: 'One line',
  placeholder: 'Like: 2:30 armpit 38.9, Motrin 5ml, cold hands',
  hint: 'Dictate with the keyboard’s microphone, or paste a whole page. You see every entry before it is saved.',
  found: (count) => `${count} ${count === 1 ? 'entry' : 'entries'} found, tap to change`,
  siteAsk: (count, site, isConfirmed) =>
    isConfirmed
      ? `${count} did not say where: saved as ${site}.`
      : `${count} did not say where: taken as ${site}. Please confirm:`,
  unconfirmed: 'to confirm',
  dropped: 'left out',
  saved: 'saved',
  change: 'tap to change',
  takeBack: 'tap to take it back',
  someMedicine: 'a medicine',
  whichMedicine: 'Which one? The same name comes in several strengths.',
  asWritten: (name) => `Not in the cabinet: just “${name}”`,
  another: 'Another…',
  left: 'Not made into entries',
  unread: 'not understood',
  keepNote: 'Keep these words as a note',
  confirm: (count, child) => `Save ${count} for ${child}`,
  issues: {
    temperature_implausible: 'hardly a body temperature: please check',
    temperature_range: 'a range: write what was measured',
    temperature_vague: 'not exact: write what was measured',
    temperature_change: 'a change, not a temperature',
    not_body_temperature: 'not the child’s temperature',
    fahrenheit_assumed: 'read as Fahrenheit: please check',
    weight: 'looks like a weight: enter it under Family',
    amount_range: 'the amount is a range: tap the dose to say how much',
    amount_unclear: 'the amount is unclear: tap the dose to say how much',
    time_unclear: 'the time is unclear',
    time_future: 'that time is still to come',
    plan: 'a plan: it has not happened',
    question: 'a question',
    not_given: 'not given',
    other_person: 'seems to be about someone else',
    correction_unclear: 'corrected to what is unclear',
  },
}

export const oneLineTexts = (language: Language): OneLineTexts => ({ zh, en })[language]
