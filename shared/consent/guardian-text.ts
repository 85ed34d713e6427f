import type { ConsentLanguage, ConsentText } from './wording.ts'

export const GUARDIAN_TEXT: Readonly<Record<ConsentLanguage, ConsentText>> = {
  zh: {
    title: '孩子的记录要存到服务器上，请您先同意',
    intro: '孩子还小，他的信息要由监护人做主。下面几条请看一遍，同意不同意都由您。',
    sections: [
      { heading: '谁来保管', body: '{operator}。有事找：{contact}。' },
      {
        heading: '存些什么',
        body: '孩子的小名、生日、性别、体重、过敏和病史；体温、用药、症状、您写的备注；家里人的称呼，谁在什么时候记的。不要身份证、住址、通讯录，也不要您的位置。',
      },
      {
        heading: '用来做什么',
        body: '让家里人在各自手机上看到同一份记录，喂药前核对有没有别人喂过，画曲线，给医生看。不拿去做广告，不卖，不给别人看。',
      },
      {
        heading: '谁看得到',
        body: '您家里的成员，和您自己发出的医生链接的那一头。管理人可以查谁进来过。保管的人只在修故障、又非看不可的时候才看。',
      },
      {
        heading: '存在哪里',
        body: '存在上面写的这一方的服务器上。用微信登录时，微信会告诉我们一个只在这里有效的编号，我们不知道您的微信号。',
      },
      {
        heading: '存多久',
        body: '您留着就一直在。您彻底删除以后，3 天内还能撤回，过了就从服务器上删掉，备份里最多再留 35 天。谁进来过的记录留 3 年。',
      },
      {
        heading: '您可以做什么',
        body: '随时看、改、全部导出、彻底删除一条、一个孩子、一个家庭或整个账号；随时收回同意。收回以后不再上传新的，已经存的要不要删，您另外决定。',
      },
      {
        heading: '不满意怎么办',
        body: '先找 {contact}。也可以向当地网信部门投诉，电话 12377。',
      },
    ],
    agree: '我是孩子的监护人或受监护人托付，同意',
    refuse: '不同意，只在这台手机上用',
    refusing: '不同意也能用：记录只留在这台手机，不上传、不共享。换手机或删小程序会丢，请先导出。',
  },
  en: {
    title: 'The child’s record is to be kept on a server: please agree first',
    intro:
      'A young child’s data are for the guardian to decide about. Please read these points; yes or no is up to you.',
    sections: [
      { heading: 'Who keeps it', body: '{operator}. To reach them: {contact}.' },
      {
        heading: 'What is kept',
        body: 'The child’s short name, birthday, sex, weights, allergies and conditions; temperatures, medicine, symptoms and your notes; what the family call each other, and who logged what when. No identity number, no address, no contacts, no location.',
      },
      {
        heading: 'What for',
        body: 'So that the family see one record on every phone, can check before a dose whether somebody has given one, see the curve, and show it to the doctor. Not for advertising, not sold, not shown to others.',
      },
      {
        heading: 'Who can see it',
        body: 'The members of your family, and whoever you send a doctor link to. The owner can look up who came in. Those who keep the server look only to mend a fault, and only when there is no other way.',
      },
      {
        heading: 'Where',
        body: 'On the server of the party named above. When you sign in with WeChat, WeChat tells us a number that is good only here; we do not learn your WeChat ID.',
      },
      {
        heading: 'How long',
        body: 'As long as you keep it. What you erase can be taken back for 3 days; then it is removed from the server, and from backups within another 35 days. The log of who came in is kept for 3 years.',
      },
      {
        heading: 'What you can do',
        body: 'At any time see it, correct it, export all of it, erase an entry, a child, a family or your account, and withdraw this consent. After that nothing new is sent; whether to erase what is there is for you to decide apart.',
      },
      {
        heading: 'If you are not content',
        body: 'Turn to {contact} first. In China you may also complain to the local cyberspace administration, phone 12377.',
      },
    ],
    agree: 'I am the guardian, or act for the guardian, and agree',
    refuse: 'No, use it on this phone only',
    refusing:
      'It works without consent too: the record stays on this phone, is not sent and not shared. It is lost with the phone or the mini-program, so export it first.',
  },
}
