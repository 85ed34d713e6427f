import type { ConsentLanguage, ConsentText } from './wording.ts'

export const AI_TEXT: Readonly<Record<ConsentLanguage, ConsentText>> = {
  zh: {
    title: '要不要让 AI 帮忙写病程小结',
    intro: '这一项单独问您，由管理人决定，管全家。不开也有小结，由规则写，一样完整。',
    sections: [
      {
        heading: '发出去什么',
        body: '这次发烧的体温、用药、症状和时间，还有孩子几岁几个月。不发名字、生日、家里人的称呼和微信编号。您写的备注也不发。',
      },
      {
        heading: '发给谁',
        body: '{operator} 选用的模型服务，设在中国大陆。小结下面写着模型的名字。对方不得拿这些去训练模型。',
      },
      {
        heading: '用来做什么',
        body: '只写小结。每个数字都要按记录核对，对不上的句子不会给您看。不用来诊断，也不决定喂不喂药。',
      },
      { heading: '存多久', body: '写好的小结跟着孩子的记录走，一起导出、一起删除。发给模型的内容，写完就不再留。' },
      { heading: '反悔了', body: '随时可以关掉，关了以后不再发。有疑问找 {contact}。' },
    ],
    agree: '同意用 AI 写小结',
    refuse: '不用 AI',
    refusing: '不用 AI 也有小结：由规则写，数字照样齐全。',
  },
  en: {
    title: 'May AI help to write the summary?',
    intro:
      'This is asked apart, and the owner decides for the family. Without it there is a summary too, written by rules and as complete.',
    sections: [
      {
        heading: 'What is sent',
        body: 'The temperatures, medicine, symptoms and times of this fever, and the child’s age in years and months. No name, no birthday, not what you call each other, no WeChat number, and not your notes.',
      },
      {
        heading: 'To whom',
        body: 'To the model service that {operator} has chosen, in mainland China. The model is named under the summary. It may not be trained on what is sent.',
      },
      {
        heading: 'What for',
        body: 'To write the summary and nothing else. Every number is checked against the record, and a sentence that does not hold is not shown. It makes no diagnosis and does not decide about a dose.',
      },
      {
        heading: 'How long',
        body: 'The summary belongs to the child’s record, and is exported and erased with it. What was sent to the model is not kept once it is written.',
      },
      {
        heading: 'If you change your mind',
        body: 'Turn it off at any time: nothing is sent after that. Questions go to {contact}.',
      },
    ],
    agree: 'Yes, let AI write it',
    refuse: 'No AI',
    refusing: 'There is a summary without AI too: rules write it, with every number.',
  },
}
