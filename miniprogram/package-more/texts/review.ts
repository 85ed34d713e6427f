import type { Language } from '../../../shared/words/language.ts'
import { spaced } from '../../../shared/words/spacing.ts'
import type { Shape } from '../../texts/texts.ts'

/** 要您看一眼: what a person has to settle. */
const zh = {
  title: '要您看一眼',
  empty: { title: '都看过了', text: '现在没有要您定的事。' },
  viewer: '您是来看看的，由家里人来定。',
  offline: '没连上：您定的先记在手机里，连上就送到。',
  loading: '正在取记录',

  intents: '喂了没有',
  failed: '没送到',
  conflicts: '两边都改过',
  duplicates: '像是同一次',
  proposals: '离开的人留下的',

  conflict: '留哪一个？没选的也留在修改记录里。',
  gone: '一边删了，一边改了。留哪一个？',
  now: '现在的',
  deleted: '删掉',
  said: (who: string, moment: string) => spaced(who, moment, '说的'),
  logged: (who: string, moment: string) => spaced(who, moment, '记的'),
  useThis: '就用这个',
  keepThis: '留着这个',
  edit: '都不对，改一下',

  sameDose: '这两条像是同一次用药。没定以前，两条都算。',
  sameReading: '这两条像是同一次测量。没定以前，两条都算。',
  same: '是同一次',
  both: '是两次',
  sameAskTitle: '只喂了一次？',
  sameAsk: (kept: string, gone: string) => `留下 ${kept}，删掉 ${gone}。`,
  sameYes: '只一次',
  sameNo: '再想想',

  retry: '再试一次',
  change: '改一下再送',
  giveUp: '不要了',
  giveUpTitle: '不要这一条了？',
  giveUpText: '它只在这台手机上，删了就没有了。',
  giveUpYes: '不要了',
  giveUpNo: '先留着',
  what: {
    intent: (what: string) => `我要喂 ${what}`,
    deny: '没喂',
    duplicate: '两条是不是同一次',
    duty: '谁在值班',
    proposal: '收不收下',
    settle: '留哪一个',
    erase: '彻底删除一条',
    removal: (what: string) => `删掉：${what}`,
    edit: (what: string) => `改成：${what}`,
    gone: '一条已经不在的记录',
  },

  proposal: (who: string, moment: string) => spaced(who, '离开以前记的', moment, '送到'),
  ownerOnly: '由管理人来定收不收。',
  accept: '收下',
  refuse: '不要',
  acceptAll: '全部收下',
  refuseAll: '全部不要',
  refuseAskTitle: '不收这些？',
  refuseAsk: (count: number) => `${count} 条不算进记录。`,
  refuseYes: '不收',
  refuseNo: '再看看',

  born: (date: string) => `${date} 生`,
}

type ReviewTexts = Shape<typeof zh>

const en: ReviewTexts = {
  title: 'Needs your word',
  empty: { title: 'All settled', text: 'Nothing is waiting for you.' },
  viewer: 'You may look only; the family settles this.',
  offline: 'Not connected: what you settle is kept here and sent later.',
  loading: 'Loading',

  intents: 'Given or not',
  failed: 'Not delivered',
  conflicts: 'Changed on both sides',
  duplicates: 'Look alike',
  proposals: 'Left by a former member',

  conflict: 'Which one stands? The other stays in the history.',
  gone: 'One deleted it, one changed it. Which one stands?',
  now: 'stands now',
  deleted: 'Deleted',
  said: (who, moment) => `${who}, ${moment}`,
  logged: (who, moment) => `logged by ${who}, ${moment}`,
  useThis: 'Use this',
  keepThis: 'Keep this',
  edit: 'Neither: change it',

  sameDose: 'These two look like one dose. Until you say so, both count.',
  sameReading: 'These two look like one reading. Until you say so, both count.',
  same: 'The same one',
  both: 'Two of them',
  sameAskTitle: 'Given only once?',
  sameAsk: (kept, gone) => `${kept} stays, ${gone} is deleted.`,
  sameYes: 'Only once',
  sameNo: 'Not yet',

  retry: 'Try again',
  change: 'Change it',
  giveUp: 'Give it up',
  giveUpTitle: 'Give this up?',
  giveUpText: 'It is on this phone only, and would be gone.',
  giveUpYes: 'Give up',
  giveUpNo: 'Keep it',
  what: {
    intent: (what) => `Giving ${what}`,
    deny: 'Not given',
    duplicate: 'One or two',
    duty: 'Who is on duty',
    proposal: 'Taken or not',
    settle: 'Which one stands',
    erase: 'Erase an entry for good',
    removal: (what) => `Delete: ${what}`,
    edit: (what) => `Change to: ${what}`,
    gone: 'An entry that is gone',
  },

  proposal: (who, moment) => `logged by ${who} before leaving; arrived ${moment}`,
  ownerOnly: 'The owner decides.',
  accept: 'Take it',
  refuse: 'Leave it',
  acceptAll: 'Take all',
  refuseAll: 'Leave all',
  refuseAskTitle: 'Leave these out?',
  refuseAsk: (count) => (count === 1 ? 'It stays out of the record.' : `${count} stay out of the record.`),
  refuseYes: 'Leave out',
  refuseNo: 'Not yet',

  born: (date) => `born ${date}`,
}

export const reviewTexts = (language: Language): ReviewTexts => ({ zh, en })[language]
export type { ReviewTexts }
