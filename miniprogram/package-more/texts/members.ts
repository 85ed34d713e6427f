import type { AccessEvent } from '../../../shared/contract/schemas/family.schema.ts'
import type { Role } from '../../../shared/contract/schemas/records.schema.ts'
import type { Language } from '../../../shared/words/language.ts'
import type { Shape } from '../../texts/texts.ts'

/** Members, invitations and the access log. */
const zh = {
  titles: {
    members: '家里人',
    invite: '请家里人进来',
    accessLog: '谁来过',
  },

  yes: '好',
  no: '先不',
  close: '知道了',

  /** What could not be done, and why. Whatever is logged is never concerned. */
  refused: {
    title: '没办成',
    offline: '现在连不上，没办成。连上网再试一次。记的东西不受影响。',
    busy: '服务器这会儿忙，没办成。过一会儿再试。',
    forbidden: '这件事只有管理人能做。',
    gone: '您或者那个人已经不在这个家庭里了。',
    guessed: '试得太多了，过十分钟再试。',
    signIn: '登录过期了，请重新登录再试。记的都在手机里。',
    name: '称呼要有 1 到 60 个字。',
  },

  members: {
    onDuty: '值守',
    heard: (ago: string) => (ago === '刚刚' ? '手机刚刚同步过' : `手机 ${ago}同步过`),
    neverHeard: '手机还没连上过',
    me: '我',
    invite: '请家里人进来',
    inviteText: '发微信卡片，或者给一个邀请码',
    familyName: '家庭的名字',
    rename: '改家庭的名字',
    renameSelf: '家里人怎么叫您',
    makeViewer: '改成只看',
    makeCaregiver: '改成一起记',
    remove: '请出家庭',
    handOver: '把管理权交出去',
    roleTexts: {
      owner: '什么都能记，还管谁能进来',
      caregiver: '和您一样看、记、改',
      viewer: '只看，不能记',
    } satisfies Record<Role, string>,
    removeAsk: (name: string) => `把${name}请出家庭？`,
    removeText: (name: string) =>
      `${name}的手机马上看不到这里的记录。${name}记过的都留着；还没送到的留在那台手机上，可以交给您。以后可以再请进来。`,
    roleAsk: (name: string, role: string) => `把${name}改成“${role}”？`,
    handOverAsk: (name: string) => `让${name}管这个家庭？`,
    handOverText: (name: string) => `以后由${name}决定谁能进来、谁能记。您照样能看、能记。要拿回来，得${name}交给您。`,
    notOwner: (owner: string) => `请人进来、改权限、请人离开，由管理人${owner}来做。`,
    viewer: '您现在是“只看”：看得到全部记录，不能记。要一起记，请管理人改一下。',
    leave: '离开这个家庭',
    leaveAsk: '离开这个家庭？',
    leaveText: '这台手机马上看不到家里的记录。您记过的都留给家里人。再回来要有人请。',
    leaveUnsent: (count: number) => `还有 ${count} 条没送到，离开以后家里人看不到，会留在这台手机上。`,
    ownerLeaves: '您是管理人，先把管理权交给别人，再离开。',
    ownerAlone: '家里只有您一个人。要删掉这个家庭，请到“隐私”里删。',
    offline: '没网：看到的是上次同步时的样子，现在改不了。',
  },

  invite: {
    who: '请来做什么',
    roles: { caregiver: '一起记', viewer: '只看' },
    make: '做一个邀请',
    making: '正在做',
    once: '一个邀请只能用一次，3 天内有效。给谁就是谁，别发到群里。',
    code: '邀请码',
    codeRole: (role: string) => `进来以后：${role}`,
    expires: (when: string) => `${when} 前有效`,
    share: '发微信卡片',
    copy: '复制邀请码',
    card: (name: string) => `请您来一起记${name}`,
    copyText: (family: string, code: string) =>
      `请您加入“${family}”。打开小程序“守温”，在“家庭”里选“输入邀请码”，填：${code}`,
    how: '对方打开守温，在“家庭”里选“输入邀请码”，填这个码。这个码只在这里显示一次。',
    another: '再做一个',
    open: '还没用的邀请',
    none: '没有还没用的邀请。',
    line: (role: string) => `“${role}”的邀请`,
    revoke: '作废',
    revokeAsk: '作废这个邀请？',
    revokeText: '作废以后，这个码和卡片马上进不来。',
    notOwner: '请人进来由管理人来做。',
  },

  log: {
    hint: '谁进来过、改过谁的权限、做过什么大事，都在这里。只有管理人看得到。里面没有孩子的记录。',
    more: '看更早的',
    empty: '还没有。',
    loading: '正在取',
    former: '以前的家里人',
    events: {
      family_created: (who: string) => `${who}建了这个家庭`,
      family_renamed: (who: string) => `${who}改了家庭的名字`,
      signed_in: (who: string) => `${who}登录`,
      member_joined: (who: string, _: string, role: string) => `${who}进来了，${role}`,
      member_left: (who: string) => `${who}离开了`,
      member_removed: (who: string, whom: string) => `${who}把${whom}请出了家庭`,
      role_changed: (who: string, whom: string, role: string) => `${who}把${whom}改成${role}`,
      ownership_handed_over: (who: string, whom: string) => `${who}把管理权交给了${whom}`,
      invite_created: (who: string, _: string, role: string) => `${who}做了一个邀请，${role}`,
      invite_revoked: (who: string) => `${who}作废了一个邀请`,
    } satisfies Record<AccessEvent, (who: string, whom: string, role: string) => string>,
    other: (who: string) => `${who}做了一件这一版还不认识的事`,
  },
}

type MembersTexts = Shape<typeof zh>

const en: MembersTexts = {
  titles: { members: 'Members', invite: 'Invite', accessLog: 'Access log' },

  yes: 'Yes',
  no: 'Not now',
  close: 'OK',

  refused: {
    title: 'Not done',
    offline: 'No connection, so nothing was changed. Try again when you are back. Logging goes on as usual.',
    busy: 'The server is busy, so nothing was changed. Try again in a moment.',
    forbidden: 'Only the owner can do this.',
    gone: 'You or that person are no longer in this family.',
    guessed: 'Too many tries. Try again in ten minutes.',
    signIn: 'Your sign-in has expired: sign in again first. Everything is on this phone.',
    name: 'A name has 1 to 60 characters.',
  },

  members: {
    onDuty: 'on duty',
    heard: (ago) => `phone in step ${ago}`,
    neverHeard: 'phone never connected yet',
    me: 'me',
    invite: 'Invite somebody',
    inviteText: 'By a WeChat card, or with a code',
    familyName: 'Name of the family',
    rename: 'Rename the family',
    renameSelf: 'What the family calls you',
    makeViewer: 'May only look',
    makeCaregiver: 'May log, too',
    remove: 'Remove from the family',
    handOver: 'Hand over the ownership',
    roleTexts: {
      owner: 'logs, and decides who comes in',
      caregiver: 'sees, logs and changes like you',
      viewer: 'looks, and logs nothing',
    },
    removeAsk: (name) => `Remove ${name} from the family?`,
    removeText: (name) =>
      `${name}’s phone stops seeing this record at once. What ${name} has logged stays; what was not sent stays on that phone and can be handed to you. You can invite them again.`,
    roleAsk: (name, role) => `Make ${name} “${role}”?`,
    handOverAsk: (name) => `Let ${name} run this family?`,
    handOverText: (name) =>
      `${name} will decide who comes in and who may log. You go on seeing and logging. Only ${name} can hand it back.`,
    notOwner: (owner) => `Inviting, roles and removing are up to the owner, ${owner}.`,
    viewer: 'You may look at everything, but not log. Ask the owner if you would like to log, too.',
    leave: 'Leave this family',
    leaveAsk: 'Leave this family?',
    leaveText:
      'This phone stops seeing the record at once. What you logged stays with the family. To come back, somebody has to invite you.',
    leaveUnsent: (count) => `${count} not sent yet: the family will not see them; they stay on this phone.`,
    ownerLeaves: 'You are the owner: hand over the ownership first, then leave.',
    ownerAlone: 'You are the only one here. To erase this family, go to Privacy.',
    offline: 'No network: this is how it was at the last sync, and it cannot be changed now.',
  },

  invite: {
    who: 'To do what',
    roles: { caregiver: 'Log together', viewer: 'Only look' },
    make: 'Make an invitation',
    making: 'Making it',
    once: 'An invitation works once, within 3 days. Whoever has it can come in: do not post it to a group.',
    code: 'Code',
    codeRole: (role) => `Comes in as: ${role}`,
    expires: (when) => `good until ${when}`,
    share: 'Send a WeChat card',
    copy: 'Copy the code',
    card: (name) => `Come and log ${name} with us`,
    copyText: (family, code) =>
      `Please join “${family}”. Open the mini-program 守温, choose “Enter a code” under Family, and enter: ${code}`,
    how: 'They open 守温, choose “Enter a code” under Family, and type this. The code is shown here only once.',
    another: 'Make another',
    open: 'Open invitations',
    none: 'There is no open invitation.',
    line: (role) => `Invitation to “${role}”`,
    revoke: 'Revoke',
    revokeAsk: 'Revoke this invitation?',
    revokeText: 'Its code and its card stop working at once.',
    notOwner: 'Inviting is up to the owner.',
  },

  log: {
    hint: 'Who came in, whose role was changed, and what else mattered. Only the owner sees it. It holds nothing of the child’s record.',
    more: 'Earlier',
    empty: 'Nothing yet.',
    loading: 'Fetching',
    former: 'a former member',
    events: {
      family_created: (who) => `${who} founded the family`,
      family_renamed: (who) => `${who} renamed the family`,
      signed_in: (who) => `${who} signed in`,
      member_joined: (who, _, role) => `${who} joined, ${role}`,
      member_left: (who) => `${who} left`,
      member_removed: (who, whom) => `${who} removed ${whom}`,
      role_changed: (who, whom, role) => `${who} made ${whom} ${role}`,
      ownership_handed_over: (who, whom) => `${who} handed the ownership to ${whom}`,
      invite_created: (who, _, role) => `${who} made an invitation, ${role}`,
      invite_revoked: (who) => `${who} revoked an invitation`,
    },
    other: (who) => `${who} did something this version does not know yet`,
  },
}

export const membersTexts = (language: Language): MembersTexts => ({ zh, en })[language]
export type { MembersTexts }
