import type { Meaning, WordTable } from './meaning.ts'

const ibuprofen: Meaning = { role: 'medicine', medicine: { ingredient: 'ibuprofen' } }
const paracetamol: Meaning = { role: 'medicine', medicine: { ingredient: 'paracetamol' } }
const product: Meaning = { role: 'medicine', medicine: { product: true } }
const ambiguous: Meaning = { role: 'medicine', medicine: { ambiguous: true, generic: false } }
const generic: Meaning = { role: 'medicine', medicine: { ambiguous: true, generic: true } }

/**
 * Names of medicines. A name settles the ingredient only when every product sold under it holds that one alone; compound
 * remedies keep their own name, so that the cabinet can say what is in them.
 */
export const MEDICINE_WORDS: WordTable = [
  ['美林|布洛芬|托恩|恬倩|芬必得|安瑞克|雅维|臣功再欣|ibuprofen|advil|motrin|nurofen|brufen|ibu|meilin', ibuprofen],
  [
    '对乙酰氨基酚|泰诺林|扑热息痛|百服宁|必理通|乙酰氨基酚|小儿百服宁|儿童百服宁|paracetamol|acetaminophen|tylenol|calpol|panadol|apap',
    paracetamol,
  ],
  [
    '泰诺|退热栓|退烧栓|小儿退热栓|儿童退热栓|栓剂|儿童泰诺|小儿泰诺|幸福伤风素|感冒药|儿童感冒药|小儿感冒药|cold medicine',
    ambiguous,
  ],
  [
    '退烧药|退热药|退烧药水|药|药水|药药|肛塞|塞肛药|退烧针|medicine|meds|medication|fever medicine|fever reducer|antipyretic|some medicine',
    generic,
  ],
  [
    '复方对乙酰氨基酚|复方锌布|锌布|布洛伪麻|小儿氨酚黄那敏|氨酚黄那敏|小儿氨酚烷胺|氨酚烷胺|复方小儿退热栓|酚麻美敏|美息伪麻|护彤|小快克|快克|优卡丹|感冒灵|小儿感冒颗粒|白加黑|感康|氨咖黄敏|复方氨酚烷胺|好娃娃',
    product,
  ],
  [
    '阿莫西林克拉维酸钾|阿莫西林|阿莫仙|阿奇霉素|希舒美|头孢克肟|头孢克洛|头孢地尼|头孢丙烯|头孢呋辛|头孢|希刻劳|红霉素|罗红霉素|克拉霉素|世福素|抗生素|消炎药|奥司他韦|可威|达菲|玛巴洛沙韦|速福达|帕拉米韦|利巴韦林|amoxicillin|azithromycin|augmentin|oseltamivir|tamiflu|cefixime|cefaclor',
    product,
  ],
  [
    '蒲地蓝|小儿豉翘清热颗粒|小儿豉翘|豉翘|连花清瘟|板蓝根|抗病毒口服液|双黄连|小儿柴桂退热颗粒|小儿柴桂|柴桂退热|金振口服液|金振|肺力咳|小儿肺热咳喘|小儿七星茶|蓝芩|开喉剑|馥感啉|四季抗病毒|羚羊角|羚羊角粉|午时茶|藿香正气|小柴胡|小柴胡颗粒|清开灵|银翘解毒|中药|感冒冲剂',
    product,
  ],
  [
    '氨溴索|沐舒坦|易坦静|氨溴特罗|右美沙芬|止咳糖浆|止咳药|化痰药|沙丁胺醇|布地奈德|雾化药|孟鲁司特|顺尔宁|西替利嗪|氯雷他定|开瑞坦|仙特明|惠菲宁|艾畅|愈美|普米克|ambroxol|montelukast|cetirizine|loratadine|salbutamol|zyrtec|claritin',
    product,
  ],
  [
    '蒙脱石散|蒙脱石|思密达|口服补液盐|补液盐|益生菌|妈咪爱|合生元|金双歧|布拉氏酵母|亿活|消旋卡多曲|乳果糖|开塞露|维生素d|维生素c|维生素|鱼肝油|维d|钙|锌|葡萄糖酸锌|probiotics|ors|vitamin d',
    product,
  ],
  [
    '阿司匹林|尼美舒利|安乃近|氨基比林|安痛定|赖氨匹林|双氯芬酸|双氯芬酸钠|萘普生|洛索洛芬|吲哚美辛|消炎痛|地塞米松|激素|aspirin|nimesulide|metamizole|naproxen|diclofenac',
    product,
  ],
  [
    '缓释胶囊|缓释|肠溶片|肠溶|分散|干混悬|混悬液|混悬滴剂|干混悬剂|混悬|滴剂|口服液|口服溶液|颗粒|冲剂|糖浆|胶囊|软胶囊|分散片|咀嚼片|泡腾片|缓释片|片剂|栓|栓剂|散|退热颗粒|悬液|溶液|suspension|syrup|infant drops|oral suspension|granules|chewable',
    { role: 'form' },
  ],
  [
    '才喂了|才吃了|才喂完|才吃完|才用了|才给了|喂了|吃了|喂过|吃过|服了|服过|服用了|口服了|用了|用过|给了|给过|塞了|塞过|喂完|吃完|喂完了|吃完了|加了|补了|灌了|喂下|吃下|吃上|喂上|喂的|吃的|服的|用的|给的|塞的|又喂了|又吃了|再喂了|再吃了|也喂了|喂好|上了|gave|given|took|taken|had|got|gave him|gave her|had some',
    { role: 'verb', verb: 'give', done: true },
  ],
  [
    '用药|喂|吃|服|服用|口服|用|给|塞|灌|又喂|又吃|加|补|give|take|giving|taking|dose',
    { role: 'verb', verb: 'give', done: false },
  ],
  [
    '量|量完|量完了|量好|测完|量的|量了|测|测的|测了|测量|量了下|量了一下|测了下|测了一下|量出来|测出来|量着|复测|复测的|又量|再量|再测|重测|重新量|夹了|measured|checked|took temp|took temperature|reading',
    { role: 'verb', verb: 'measure', done: true },
  ],
]
