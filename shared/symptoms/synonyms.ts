import type { SymptomCode } from './vocabulary.ts'

/**
 * How parents say it: words of both languages, parted by `|`, that mean a symptom is there, or (`absent`) that it is not.
 * Parts of the body with a complaint (手脚凉, 肚子不疼) are not listed here but put together from `COMPLAINTS`.
 */
interface Synonyms {
  readonly present: string
  readonly absent?: string
}

// prettier-ignore
export const SYNONYMS: Readonly<Record<SymptomCode, Synonyms>> = {
  spirits_good: { present: '有精神|挺精神|精神着|活蹦乱跳|很活泼|玩得挺好|能玩|玩得好|good spirits|in good spirits|playful|playing|happy|active|cheerful|perky' },
  tired: { present: '没精神|不精神|不是很精神|不怎么精神|不太精神|没精打采|没有精神|无精打采|没劲|乏力|蔫|蔫蔫|蔫蔫的|蔫了|很蔫|发蔫|打蔫|精神萎靡|萎靡|萎靡不振|犯困|没力气|没啥精神|没什么精神|疲倦|疲惫|懒洋洋|无力|累|tired|listless|lethargic|no energy|weak|sluggish|low energy|not himself|not herself' },
  irritable: { present: '烦躁|烦躁不安|难安抚|哭闹|哭闹不止|闹人|闹觉|哄不好|闹腾|吵闹|一直闹|很闹|磨人|烦躁难安抚|一直哭|哭个不停|irritable|fussy|cranky|grumpy|hard to settle|inconsolable' },
  asleep: { present: '睡着|睡着了|睡了|睡觉|睡觉了|睡下|睡下了|入睡|入睡了|在睡|睡熟|睡熟了|睡得香|睡得很香|睡得好|睡得挺好|睡得很好|睡得踏实|睡踏实了|睡过去了|睡过去|睡得安稳|又睡了|又睡着了|asleep|sleeping|slept|fell asleep|fast asleep|went to sleep', absent: '睡不着|还没睡|还没睡着|还没睡觉|没睡|没睡着|不睡|不睡觉|没睡觉|not asleep|awake|can\'t sleep|won\'t sleep' },
  drinking: { present: '喝水/喝奶|肯喝|能喝|有喝|drinking|drank|drinking water|drinking milk|drank water|drank milk|drinks|drinking well|drank well', absent: '喝不进|喝不进去|喝不下|喝不了|滴水不进|厌奶|拒奶|won\'t drink|refuses to drink|not drinking|refusing to drink|refusing fluids|refuses water|refuses milk' },
  urinated: { present: '尿了|尿尿|尿尿了|尿过|尿了尿|尿湿了|小便|小便了|有小便|有尿|解小便|尿床|尿裤子|撒尿|嘘嘘|尿布湿了|尿布湿|尿不湿湿了|换了尿不湿|换尿布|换了尿布|尿|小便过|peed|urinated|passed urine|wet nappy|wet diaper|wee|weed|pee|passing urine|urine', absent: '没尿|无尿|没小便|没有尿|没尿尿|没有小便|没有尿尿|尿布是干的|尿布干的|dry nappy|dry diaper|no wet diaper|no wet nappy|hasn\'t peed|has not peed' },
  appetite_down: { present: '吃得少|吃的少|吃得很少|没胃口|没有胃口|没食欲|胃口差|食欲不振|食欲差|食欲下降|不吃东西|不吃饭|不想吃饭|不肯吃饭|不肯吃东西|不想吃东西|不爱吃饭|不爱吃东西|吃不下|吃不下饭|没吃饭|没吃东西|没怎么吃饭|没怎么吃东西|拒食|厌食|胃口不好|胃口不佳|食欲不好|不怎么吃饭|不怎么吃东西|不好好吃饭|吃得不多|poor appetite|no appetite|not eating|won\'t eat|off food|eating little|refuses food|lost appetite', absent: '胃口好|胃口不错|胃口还行|胃口还可以|食欲好|食欲不错|吃得不错|吃得好|吃得香|吃得很香|胃口恢复了|吃饭正常|饮食正常|食欲正常|胃口正常|eating well|good appetite|eating normally' },
  sweating: { present: '出汗|出汗了|出了汗|冒汗|大汗|发汗|流汗|出了一身汗|一身汗|满头大汗|满头汗|大汗淋漓|出了好多汗|出了很多汗|汗|出大汗|出了些汗|出点汗|冒冷汗|捂出汗|汗湿|汗湿了|sweating|sweaty|sweats|sweat|sweated' },
  cold_hands_feet: { present: '手脚冰冷|手脚冰凉|手足冷|手凉脚凉|手冷脚冷|手脚凉|cold hands and feet|cold hands|cold feet|hands and feet cold|hands cold|feet cold|hands and feet are cold|cold hands & feet', absent: 'warm hands and feet|warm hands|hands and feet warm|hands and feet are warm' },
  chills: { present: '发冷|寒战|打寒战|寒颤|打寒颤|打冷战|打冷颤|冷战|打哆嗦|哆嗦|发抖|抖|怕冷|畏寒|打战|打颤|打摆子|恶寒|喊冷|说冷|叫冷|发冷寒战|chills|rigors|shivering|shivers|rigor|shivered|trembling' },
  cooling: { present: '物理降温|温水擦浴|温水擦身|擦浴|擦身|温水擦拭|擦身子|擦了身子|温水擦|退热贴|退烧贴|降温贴|冰宝贴|冰贴|贴了退热贴|贴了退烧贴|贴退热贴|贴退烧贴|敷冰袋|冰袋|冰敷|冷敷|泡澡|泡了澡|洗温水澡|温水澡|泡温水澡|泡了温水澡|泡了个温水澡|洗了温水澡|洗了个温水澡|泡了个澡|泡脚|泡了脚|泡温水|擦了温水|温水泡脚|毛巾敷|湿毛巾|cooling patch|cool patch|fever patch|sponge bath|tepid sponging|sponged|lukewarm bath|physical cooling|cold compress|ice pack|cool compress|tepid bath' },
  cough: { present: '咳嗽|咳|干咳|咳嗽了|咳了|咳痰|痰咳|咳得厉害|咳得|咳的厉害|空空咳|犬吠样咳|cough|coughing|coughs|coughed' },
  runny_nose: { present: '流鼻涕|流涕|鼻涕|流清鼻涕|清鼻涕|黄鼻涕|流鼻水|鼻水|淌鼻涕|流清涕|流黄鼻涕|淌清鼻涕|runny nose|nasal discharge|nose running|nose is running|snotty|snot' },
  stuffy_nose: { present: '鼻塞|鼻塞了|塞鼻|鼻不通|stuffy nose|blocked nose|nasal congestion|congested|congestion|stuffed nose|nose blocked' },
  sore_throat: { present: '咽痛|咽喉痛|咽喉肿痛|喉咙发炎|sore throat|throat pain|throat hurts|throat sore' },
  ear_pain: { present: '耳痛|抓耳朵|揪耳朵|挠耳朵|抓耳|扯耳朵|earache|ear pain|ear ache|ear hurts|pulling ear|pulling at ear|tugging at ear|pulling at his ear|pulling at her ear' },
  wheeze: { present: '喘鸣|喘|喘息|喘了|有点喘|哮鸣|哮鸣音|wheeze|wheezing|wheezy|wheezes' },
  breathless: { present: '呼吸困难|呼吸费力|喘不上气|喘不过气|喘气费力|呼吸急促|气促|气喘吁吁|气短|呼吸快|喘气费劲|憋气|laboured breathing|labored breathing|short of breath|breathless|hard to breathe|difficulty breathing|struggling to breathe|trouble breathing|breathing fast|fast breathing|breathing hard' },
  chest_indraw: { present: '胸凹|三凹征|吸凹|胸口凹陷|肋间凹陷|chest indrawing|retractions|ribs sucking in' },
  grunting: { present: '呻吟样呼吸|呻吟|呼吸呻吟|grunting|grunts' },
  nausea: { present: '恶心|想吐|干呕|反胃|犯恶心|要吐|作呕|nausea|nauseous|nauseated|feels sick|feeling sick|retching', absent: '不想吐|不恶心' },
  vomiting: { present: '呕吐|吐了|吐|又吐|又吐了|吐奶|吐奶了|喷射性呕吐|呕吐了|呕|吐过|吐出来|吐出来了|全吐了|都吐了|吐水|吐得厉害|vomiting|vomited|vomit|vomits|threw up|throwing up|throw up|thrown up|puked|was sick|been sick|spit up|puking' },
  diarrhoea: { present: '腹泻|拉肚子|拉稀|拉水|水样便|稀便|拉稀便|拉肚肚|闹肚子|跑肚|拉肚子了|拉水样便|蛋花汤样便|拉稀水|窜稀|稀水便|拉了肚子|diarrhoea|diarrhea|loose stool|loose stools|runny poo|runny poop|watery stool|watery stools|loose poo', absent: '没拉|不拉|没再拉|不再拉|没拉肚子|不拉肚子|没再拉肚子|不再拉肚子|没拉稀|不拉稀|没再拉稀|不再拉稀|没拉水|不拉水' },
  belly_pain: { present: '腹痛|肚痛|belly pain|tummy ache|stomach ache|abdominal pain|tummy pain|stomachache|stomach pain|tummy hurts|belly hurts|stomach hurts|belly ache|tummyache' },
  low_urine: { present: '尿少|尿量少|少尿|尿得少|尿的少|小便少|尿不多|尿量减少|passing little urine|little urine|less urine|few wet nappies|few wet diapers|low urine', absent: '尿量正常|尿不少|小便正常|尿正常' },
  dry_mouth_tears: { present: '口干|哭无泪|哭没眼泪|没眼泪|没有眼泪|无泪|哭没有眼泪|口干哭无泪|嘴唇干|嘴唇干裂|dry mouth|no tears|dry lips' },
  headache: { present: '头痛|头疼|headache|head hurts|head ache|headaches' },
  myalgia: { present: '肌肉酸痛|肌肉痛|全身酸痛|浑身酸痛|身上酸痛|全身痛|浑身疼|肌肉酸疼|muscle pain|muscle aches|body aches|body ache|aching|achy|aches|muscle ache' },
  limb: { present: '不肯走|不肯走路|不能走|走路瘸|瘸|一瘸一拐|关节肿|不愿走路|跛行|不会走了|limp|limping|swollen joint|won\'t walk|refuses to walk' },
  neck_node: { present: '颈部肿块|脖子肿块|淋巴结肿大|颈淋巴结肿大|淋巴结肿|neck lump|lump in neck|lump in the neck|swollen glands|swollen lymph nodes|swollen lymph node' },
  rash: { present: '皮疹|疹子|起疹|起皮疹|出疹|出疹子|起疹子|红疹|红点|红点点|小红点|起红点|红疹子|荨麻疹|出皮疹|起红疹|玫瑰疹|幼儿急疹|小疹子|长疹子|疹|rash|rashes|spots|hives|red spots' },
  chickenpox: { present: '水痘|出水痘|chickenpox|chicken pox' },
  red_eyes: { present: '眼红|红眼|眼睛充血|眼充血|红眼睛|结膜充血|red eyes|eyes red|red eye|eyes are red|bloodshot eyes' },
  strawberry_tongue: { present: '草莓舌|杨梅舌|strawberry tongue' },
  hands_feet_peel: { present: '手足肿|手脚脱皮|手足脱皮|指端脱皮|手指脱皮|脚趾脱皮|手脱皮|手掌脱皮|peeling hands|peeling fingers|swollen hands|swollen feet|peeling skin on hands' },
  seizure: { present: '抽搐|抽搐了|抽了|惊厥|热性惊厥|高热惊厥|抽风|抽筋|抽筋了|抽过|又抽了|在抽|抽起来|抽起来了|翻白眼|两眼上翻|双眼上翻|癫痫|抽动|抽|seizure|convulsion|fit|seizures|convulsions|convulsing|febrile seizure|febrile convulsion' },
  unrousable: { present: '叫不醒|唤不醒|昏迷|不省人事|没反应|没有反应|叫不应|摇不醒|cannot be woken|can\'t be woken|won\'t wake|won\'t wake up|unconscious|unresponsive|can\'t wake|cannot wake|not responding', absent: '叫得醒|能叫醒|一叫就醒|可以叫醒|easy to wake' },
  faint: { present: '晕倒|昏倒|晕过去|晕厥|晕倒了|昏过去|晕过去了|昏过去了|fainted|passed out|faint|fainting' },
  cyanosis: { present: '口唇发青|发绀|嘴唇发紫|嘴唇发青|口唇青紫|口唇发紫|青紫|口唇发绀|嘴发紫|嘴发青|blue lips|lips blue|cyanosis|turned blue|lips are blue|lips turned blue|blue around the mouth' },
  pale_mottled: { present: '苍白|花斑|面色苍白|脸色苍白|花纹|皮肤花|皮肤花斑|皮肤发花|大理石纹|面色差|pale|mottled|blotchy|pale skin|mottled skin|looks pale' },
  nonblanch_rash: { present: '压不褪色|压之不褪色|压之不褪|按压不褪色|压了不褪|压不退|压不退色|压之不褪色的疹|不褪色的疹|出血点|瘀点|紫癜|瘀斑|按不褪色|non-blanching rash|rash that does not fade|purple spots|nonblanching rash|rash doesn\'t fade|petechiae', absent: '压之褪色|压着会褪色|压了会褪|压会褪色|按压褪色' },
  neck_stiff: { present: '脖子僵硬|颈项强直|颈强直|颈部僵硬|脖子硬|脖子僵|stiff neck|neck stiff|neck is stiff|neck stiffness', absent: '脖子软|颈软' },
  bulging_font: { present: '囟门鼓起|囟门鼓|囟门隆起|囟门凸起|前囟饱满|囟门饱满|囟门膨隆|前囟膨隆|bulging fontanelle|fontanelle bulging|bulging soft spot', absent: '囟门平|前囟平|囟门平坦' },
  parent_worried: { present: '很担心|好担心|非常担心|特别担心|我担心|担心死了|急死了|吓死了|家长很担心|太担心了|很害怕|不放心|很着急|parent is worried|i am worried|i\'m worried|very worried|we are worried|we\'re worried|so worried' },
  drowsy: { present: '嗜睡|难唤醒|昏昏沉沉|昏睡|昏昏欲睡|叫不太醒|一直昏睡|迷迷糊糊|很难叫醒|意识模糊|反应迟钝|难叫醒|drowsy|hard to wake|very sleepy|difficult to wake' },
  stridor: { present: '喉鸣|吸气时喉鸣|喉喘鸣|吸气有声|stridor|noisy breathing|noisy breathing in' },
  abnormal_cry: { present: '哭声微弱|哭声弱|尖叫不止|尖声哭|哭声尖|哭声无力|尖叫|weak, high-pitched or continuous cry|weak cry|high-pitched cry|high pitched cry|continuous cry|won\'t stop crying|screaming' },
}

/** Parts of the body, and what else a complaint can be about. */
export const BODY_PARTS = {
  handsFeet:
    '手脚|手足|小手小脚|手和脚|手|脚|小手|小脚|四肢|手心脚心|手心|脚心|手脚心|双手|双脚|手脚都|脚丫|小脚丫|hands and feet|hands|feet',
  belly: '肚子|肚肚|腹部|小肚子|肚脐|胃|tummy|belly|stomach|abdomen',
  head: '头|脑袋|head',
  throat: '嗓子|喉咙|咽喉|嗓子眼|扁桃体|throat|咽部|咽',
  ear: '耳朵|左耳|右耳|左耳朵|右耳朵|耳',
  body: '身上|手上|脸上|腿上|背上|肚子上|头上|屁股上|胳膊上|脖子上|胸前|全身|浑身|肌肉|腿|胳膊|大腿|小腿|身体|后背|背|腰|legs|arms|body',
  joint: '关节|膝盖|脚踝|joint|joints|knee',
  nose: '鼻子|鼻|nose',
  eyes: '眼睛|眼|双眼|眼白|眼珠|两眼|眼结膜|eyes|eye',
  neck: '脖子|颈部|颈|neck',
  lips: '嘴唇|口唇|唇|嘴|小嘴|lips',
  face: '脸色|面色|脸|小脸|face|脸蛋',
  breath: '呼吸|喘气|breathing',
  chest: '胸口|胸|胸部|肋间|chest',
  fontanelle: '囟门|前囟|fontanelle|soft spot',
  spirits: '精神|精神状态|精神头|状态|精气神|状态精神|精神反应|精神面貌|spirits',
  urine: '尿量|小便量|尿|小便',
  stool: '大便|便便|粑粑|臭臭|拉|拉的|拉得|屎|便|stool|stools|poo|poop',
  appetite: '胃口|食欲|饭量|appetite|奶量|吃饭|吃奶',
  mouth: '口|口腔|嘴巴|mouth',
  tears: '眼泪|泪|tears',
} as const
export type BodyPart = keyof typeof BODY_PARTS

/** What can be the matter with a part. */
export const PART_STATES = {
  cold: '凉|冷|冰|冰凉|冰冷|发凉|凉凉|发冷|冰冰的|冰冰凉|凉凉的|很凉|cold',
  warm: '热|暖|暖和|温热|温|热乎|热乎乎|暖的|热的|暖暖的|发烫|滚烫|烫|回暖|warm',
  sore: '疼|痛|疼痛|酸痛|酸疼|酸|肿痛|发酸|hurts|hurt|sore|painful|ache|aches|aching',
  blocked: '堵|塞|堵了|塞住|不通|不通气|不透气|塞了|堵住|塞住了|堵住了|blocked|stuffy',
  runny: '流水|流涕|淌水|running|runny',
  red: '红|发红|通红|充血|红红的|red',
  swollen: '肿|肿了|肿胀|肿大|浮肿|swollen',
  lump: '肿块|包块|疙瘩|硬块|鼓包|lump',
  peeling: '脱皮|蜕皮|掉皮|peeling',
  stiff: '硬|僵|僵硬|强直|发硬|stiff',
  blue: '紫|青|发紫|发青|乌|发乌|青紫|发绀|紫了|blue|purple',
  pale: '白|苍白|发白|惨白|煞白|发灰|蜡黄|pale',
  dry: '干|干裂|发干|dry',
  hard: '费力|困难|急促|急|快|吃力|费劲|很快|difficult|fast|hard|laboured|labored|heavy',
  indrawn: '凹|凹陷|内陷|凹进去|indrawn|sucking in',
  bulging: '鼓|鼓起|凸|隆起|饱满|膨隆|凸起|鼓起来|bulging',
  good: '好|不错|可以|还行|还可以|挺好|很好|还好|好转|尚可|良好|正常|好多了|好些|好些了|好一些|好一点|很足|可以的|ok|okay|fine|good|well|better|normal',
  bad: '差|很差|不行|一般|萎靡|不佳|不太好|不好|不咋地|不济|差劲|糟糕|蔫|poor|bad|low',
  gone: '好了|退了|退|没了|没有了|停了|消了|消退|消退了|消失了|止住了|止了|gone|resolved|has stopped|has gone|stopped',
  little: '少|不多|很少|变少|减少|偏少|little',
  plenty: '很多|不少|多|挺多|plenty',
  loose: '稀|很稀|拉稀|水样|稀水样|loose|runny|watery',
} as const
export type PartState = keyof typeof PART_STATES

interface Complaint {
  readonly part: BodyPart
  readonly state: PartState
  readonly code: SymptomCode
  readonly present: boolean
  /** What the part *not* being so says, where that is more than the opposite (精神不好 is 没精神). */
  readonly denied?: { readonly code: SymptomCode; readonly present: boolean }
}

const complaint = (part: BodyPart, state: PartState, code: SymptomCode, present = true): Complaint => ({
  part,
  state,
  code,
  present,
})

/** Which complaint about which part is which symptom. */
export const COMPLAINTS: readonly Complaint[] = [
  complaint('handsFeet', 'cold', 'cold_hands_feet'),
  complaint('handsFeet', 'warm', 'cold_hands_feet', false),
  complaint('handsFeet', 'peeling', 'hands_feet_peel'),
  complaint('handsFeet', 'swollen', 'hands_feet_peel'),
  complaint('handsFeet', 'red', 'hands_feet_peel'),
  complaint('belly', 'sore', 'belly_pain'),
  complaint('head', 'sore', 'headache'),
  complaint('throat', 'sore', 'sore_throat'),
  complaint('ear', 'sore', 'ear_pain'),
  complaint('body', 'sore', 'myalgia'),
  complaint('joint', 'swollen', 'limb'),
  complaint('nose', 'blocked', 'stuffy_nose'),
  complaint('nose', 'runny', 'runny_nose'),
  complaint('eyes', 'red', 'red_eyes'),
  complaint('neck', 'stiff', 'neck_stiff'),
  complaint('neck', 'lump', 'neck_node'),
  complaint('neck', 'swollen', 'neck_node'),
  complaint('lips', 'blue', 'cyanosis'),
  complaint('face', 'blue', 'cyanosis'),
  complaint('face', 'pale', 'pale_mottled'),
  complaint('lips', 'dry', 'dry_mouth_tears'),
  complaint('mouth', 'dry', 'dry_mouth_tears'),
  complaint('breath', 'hard', 'breathless'),
  complaint('chest', 'indrawn', 'chest_indraw'),
  complaint('fontanelle', 'bulging', 'bulging_font'),
  { ...complaint('spirits', 'good', 'spirits_good'), denied: { code: 'tired', present: true } },
  { ...complaint('spirits', 'bad', 'tired'), denied: { code: 'spirits_good', present: true } },
  complaint('urine', 'little', 'low_urine'),
  complaint('urine', 'bad', 'low_urine'),
  complaint('urine', 'good', 'low_urine', false),
  complaint('urine', 'plenty', 'low_urine', false),
  complaint('stool', 'loose', 'diarrhoea'),
  complaint('appetite', 'bad', 'appetite_down'),
  complaint('appetite', 'little', 'appetite_down'),
  complaint('appetite', 'plenty', 'appetite_down', false),
  { ...complaint('appetite', 'good', 'appetite_down', false), denied: { code: 'appetite_down', present: true } },
]
