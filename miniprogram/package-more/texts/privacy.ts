import type { Language } from '../../../shared/words/language.ts'
import type { Shape } from '../../texts/texts.ts'

/** What a person agrees to, and what becomes of what is kept. */
const zh = {
  titles: { consent: '同意书', privacy: '隐私' },

  operator: { name: '架设这台守温服务器的人', contact: '给您这个小程序的人' },

  consent: {
    version: (version: number, since: string) => `第 ${version} 版，${since} 起`,
    contract: (name: string) => `微信的${name}`,
    sending: '正在告诉服务器',
    again: '告知换了新的一版，请您再看一遍。您已经记的都在这台手机上，同意以后自己送到。',
    wechat: {
      title: '微信要您先看一眼',
      intro: '微信规定：用昵称、复制这些功能之前，要您看过它的隐私保护指引。孩子的记录不在这里面，那是另外问您的。',
      agree: '看过了，同意',
      refuse: '先不用这个功能',
      refusing: '不同意也能用：称呼自己打字，邀请码照着念就行。',
    },
  },

  consents: {
    title: '同意过什么',
    guardian: '监护人同意',
    ai: '用 AI 写小结',
    answers: { given: '已同意', refused: '没同意', withdrawn: '已收回' },
    aiAnswers: { given: '开着', refused: '没开', withdrawn: '关了' },
    never: '还没问过',
    line: (version: number, moment: string) => `第 ${version} 版 · ${moment}`,
    old: '后来换了新的一版，点开再看一遍',
    of: (name: string) => `${name}的监护人同意`,
    notOwner: '由管理人决定',
    read: '看一遍内容',
    withdraw: '收回同意',
    withdrawAsk: '收回监护人同意？',
    withdrawText:
      '以后您记的只留在这台手机上，不再上传，家里人看不到。已经在服务器上的不会动：要删，在下面“彻底删除”。以后可以再同意。',
    aiOff: '关掉',
    aiOffAsk: '不再用 AI 写小结？',
    aiOffText: '马上停。小结改由规则写，数字一样齐全。以后可以再开。',
    local: '您没有上传什么：记录只在这台手机上，不共享。换手机或删小程序会丢，请先导出。',
  },

  take: {
    title: '带走一份',
    all: '导出全部',
    allText: '一个压缩包：每个孩子一份守温能再读的文件，加上修改记录和家里人的名单。要有网。',
    local: '导出这台手机上的记录',
    localText: '每个孩子一个文件，守温能再读进来。',
    viewer: '您是来看看的，导出请一起记的家里人来做。',
    making: '正在准备',
    ready: (name: string) => `${name} 准备好了`,
    readyText: '里面是孩子的健康信息，请发给信得过的人，比如“文件传输助手”。',
    send: '发到微信聊天',
    full: '手机满了，文件存不下。清出一点地方再试。',
    failed: '没发出去。可以再点一次。',
    nothing: '还没有可以导出的记录。',
  },

  erase: {
    title: '彻底删除',
    hint: '和平常的“删除”不一样：内容、修改记录都从服务器和每台手机上清掉。到期以前能撤回，过了就找不回来。要留一份，请先导出。',
    child: (name: string) => `彻底删除${name}的记录`,
    childText: '体温、用药、症状、备注、体重、过敏和病史，全部',
    childAsk: (name: string) => `填“${name}”，就彻底删除`,
    family: '彻底删除这个家庭',
    familyText: '所有孩子的记录、药箱、家里人的名单，全部；家里每个人都看不到了',
    familyAsk: (name: string) => `填“${name}”，就彻底删除`,
    mismatch: '名字对不上，没有删。',
    asked: (due: string) => `马上看不到了。${due} 前可以在这里撤回。`,
    askedTitle: '正在删除',
    account: '注销我的账号',
    accountText: '登录、您在各个家庭里的位置；您记过的留给家里人，写作“已注销的成员”',
    accountAsk: '注销这个账号？',
    accountAskText: '这台手机马上变回没登录的样子，没送到的也一起清掉。几天内再登录，可以撤回。',
    ownedAsk: '您管的家庭一起删掉？',
    ownedText: '您还是家庭的管理人。要留给家里人，请先把管理权交出去；一起删掉的话，家里每个人都看不到了。',
    owned: '一起删掉',
    yes: '彻底删除',
    no: '先不',
    cancel: '撤回',
    childDue: (name: string) => `${name}的记录正在删除`,
    familyDue: (name: string) => `“${name}”正在删除`,
    accountDue: '您的账号正在注销',
    due: (moment: string) => `${moment} 前可以撤回，点这里`,
    dueOther: (moment: string) => `${moment} 彻底删除。要撤回，请找提出删除的人或管理人。`,
  },

  where: {
    title: '放在哪里，找谁',
    text: (operator: string, contact: string) =>
      `记录存在${operator}的服务器上，这台手机也留一份。有疑问、要投诉，先找${contact}；也可以打 12377，向当地网信部门投诉。`,
    localText: (contact: string) => `记录只在这台手机上。有疑问找${contact}。`,
    log: '谁来过',
    logText: '进来、离开、导出、删除，都记着',
  },

  close: '知道了',
}

export type PrivacyTexts = Shape<typeof zh>

const en: PrivacyTexts = {
  titles: { consent: 'Consent', privacy: 'Privacy' },

  operator: { name: 'whoever set up this Shouwen server', contact: 'whoever gave you this mini-program' },

  consent: {
    version: (version, since) => `Version ${version}, since ${since}`,
    contract: (name) => `WeChat’s ${name}`,
    sending: 'Telling the server',
    again:
      'There is a new version: please read it once more. What you have logged is on this phone and is sent once you agree.',
    wechat: {
      title: 'WeChat asks you to look first',
      intro:
        'Before nicknames or copying can be used, WeChat wants you to have seen its privacy guide. The child’s record is not part of it: you are asked about that apart.',
      agree: 'Seen, and agreed',
      refuse: 'Not this function now',
      refusing: 'It works without, too: type the name yourself, and read the code aloud.',
    },
  },

  consents: {
    title: 'What was agreed to',
    guardian: 'Guardian’s consent',
    ai: 'AI writes summaries',
    answers: { given: 'agreed', refused: 'not agreed', withdrawn: 'withdrawn' },
    aiAnswers: { given: 'on', refused: 'off', withdrawn: 'off' },
    never: 'not asked yet',
    line: (version, moment) => `Version ${version} · ${moment}`,
    old: 'There is a newer version: tap to read it',
    of: (name) => `Guardian’s consent of ${name}`,
    notOwner: 'The owner decides',
    read: 'Read it again',
    withdraw: 'Withdraw',
    withdrawAsk: 'Withdraw the guardian’s consent?',
    withdrawText:
      'From now on what you log stays on this phone; the family will not see it. What is on the server stays: to remove it, see “Erase for good” below. You can agree again later.',
    aiOff: 'Turn off',
    aiOffAsk: 'No more AI summaries?',
    aiOffText: 'It stops at once. Rules write the summary, with every number. You can turn it on again.',
    local:
      'Nothing is uploaded: the record is on this phone only, and not shared. It is lost with the phone or the mini-program, so export it first.',
  },

  take: {
    title: 'Take a copy',
    all: 'Export everything',
    allText: 'One zip: a file a child, which Shouwen reads again, with the history and the members. Needs a network.',
    local: 'Export what is on this phone',
    localText: 'One file a child, which Shouwen reads again.',
    viewer: 'You may look only: ask somebody who logs to export.',
    making: 'Preparing',
    ready: (name) => `${name} is ready`,
    readyText:
      'It holds a child’s health data: send it only to people you trust, for example to your own File Transfer.',
    send: 'Send to a WeChat chat',
    full: 'The phone is full. Free some room and try again.',
    failed: 'It was not sent. You can tap again.',
    nothing: 'There is nothing to export yet.',
  },

  erase: {
    title: 'Erase for good',
    hint: 'Unlike “delete”: content and history go from the server and from every phone. Until it is due it can be taken back, and never after that. To keep a copy, export first.',
    child: (name) => `Erase ${name}’s record`,
    childText: 'Temperatures, medicine, symptoms, notes, weights, allergies and conditions, all of it',
    childAsk: (name) => `Type “${name}” to erase`,
    family: 'Erase this family',
    familyText: 'Every child’s record, the cabinet and the members, all of it; nobody in the family sees it any more',
    familyAsk: (name) => `Type “${name}” to erase`,
    mismatch: 'The name is not the same: nothing was erased.',
    asked: (due) => `It is hidden at once. Until ${due} it can be taken back here.`,
    askedTitle: 'Being erased',
    account: 'Erase my account',
    accountText: 'Your sign-in and your place in families; what you logged stays with them, by “a former member”',
    accountAsk: 'Erase this account?',
    accountAskText:
      'This phone is signed out at once, and what was not sent is removed. Sign in again within a few days to take it back.',
    ownedAsk: 'Erase the families you own, too?',
    ownedText:
      'You own a family. To leave it to the others hand over the ownership first; erased with the account, nobody in it sees it any more.',
    owned: 'Erase them',
    yes: 'Erase',
    no: 'Not now',
    cancel: 'Take back',
    childDue: (name) => `${name}’s record is being erased`,
    familyDue: (name) => `“${name}” is being erased`,
    accountDue: 'Your account is being erased',
    due: (moment) => `Can be taken back until ${moment}: tap here`,
    dueOther: (moment) => `Gone for good ${moment}. Whoever asked for it, or the owner, can take it back.`,
  },

  where: {
    title: 'Where it is, and whom to ask',
    text: (operator, contact) =>
      `Kept on a server by: ${operator}. A copy is on this phone. With questions or complaints turn to ${contact}; in China you can also call 12377.`,
    localText: (contact) => `The record is on this phone only. With questions turn to ${contact}.`,
    log: 'Access log',
    logText: 'Coming, leaving, exporting and erasing are all kept',
  },

  close: 'OK',
}

export const privacyTexts = (language: Language): PrivacyTexts => ({ zh, en })[language]
