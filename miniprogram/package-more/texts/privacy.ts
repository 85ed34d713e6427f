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
    allText: '一个压缩包：孩子的全部记录、改过什么、家里人和同意书。守温能再读进来。',
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

  operator: { name: 'Whoever set up this Shouwen server', contact: 'whoever gave you this mini-program' },

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
    allText:
      'One zip: the children’s whole record with its changes, the members, the consents. Shouwen reads it again.',
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

  where: {
    title: 'Where it is, and whom to ask',
    text: (operator, contact) =>
      `The record is on the server of ${operator}, with a copy on this phone. With questions or complaints turn to ${contact}; in China you can also call 12377.`,
    localText: (contact) => `The record is on this phone only. With questions turn to ${contact}.`,
    log: 'Access log',
    logText: 'Coming, leaving, exporting and erasing are all kept',
  },

  close: 'OK',
}

export const privacyTexts = (language: Language): PrivacyTexts => ({ zh, en })[language]
