import type { WordTable } from './meaning.ts'

/** Words around the facts: read, and nothing to record in them. */
export const FILLER_WORDS: WordTable = [
  [
    '上次|上一次|最近一次|最后一次|不高|不算高|不太高|没有其他症状|没其他症状|无其他症状|没别的症状|降下来了|退下来了|上来了|又上来了|烧上来|烧上来了|每次|这次|本次|此次|换了|夹|夹着|上下|起来|起床|的时候|时候|起夜|起了|长了|出了|起|长|之间|之间的|了|的|吧|啊|呢|哦|噢|嗯|呀|哈|唉|哎|诶|喔|哇|啦|呗|嗨|地|得|着|过|就|都|还|又|再|也|有|在|把|给|被|跟|对|是|一|个|把|才|只|竟然|居然|终于|然后|后来|接着|于是|之后又|结果|但|但是|不过|可是|因为|所以|而且|同时|另外|其他|其他的|其它|并且|只是|主要是|主要|就是|算是|还是|仍|仍然|依然|依旧|一直|一直在|还在|正在|目前还|总是|老是|老|总|经常|偶尔|偶尔有|有时|时不时|断断续续|已经|已|曾|曾经|出现|开始|继续|又开始|看起来|看着|感觉|觉得|好像|似乎|大概|大约|约|差不多|左右|可能|应该|估计|其实|确实|真的|说是|说|喊|叫|称|喊着|显示|显示是|结果是|数值|数|读数|显示着',
    { role: 'filler' },
  ],
  [
    '一点都|一点也|一点点也|有点|有点儿|有些|有一点|有一点点|一点|一点点|一点儿|一些|些|点|点儿|很|挺|蛮|特别|非常|超|超级|比较|较|稍|稍微|稍稍|略|略微|略有|轻微|轻度|中度|重度|厉害|明显|严重|大|小|轻|重|太|好|真|老多|很多|好多|不少|几|多|几次|好几次|几声|几下|一下|下|一会儿|一会|一阵|两声|不止|不停|频繁|得厉害|还挺|又有点|好了点|好了很多|好了些|好了一些|好点|好点了|好些了|更|最|最高|最高烧到|最高到|最低|最高温|最高体温|最低温|高|低|偏高|偏低|正常|稍高',
    { role: 'filler' },
  ],
  [
    '孩子|宝宝|宝贝|娃|娃娃|小孩|小朋友|儿子|女儿|闺女|小家伙|娃儿|崽|崽崽|宝|小宝|大宝|二宝|他|她|ta|我家娃|我家|我们家|我|我们|咱|咱们|自己|你|您|child|baby|kid|son|daughter|toddler|he|she|his|her|him|it|my|our|the|a|an|i|we|they|their|its|us|me|you|your',
    { role: 'filler' },
  ],
  [
    '爸爸|妈妈|爷爷|奶奶|外公|外婆|姥姥|姥爷|阿姨|爸|妈|老公|老婆|保姆|月嫂|护士|医生|大夫|家长|育儿嫂|姑姑|舅舅|叔叔|孩子爸|孩子妈|孩他爸|他爸|她爸|他妈|她妈|宝爸|宝妈|老师|dad|mom|mum|daddy|mommy|mummy|grandma|grandpa|nanny|nurse|doctor|papa|mama',
    { role: 'filler' },
  ],
  [
    '睡前|睡觉前|睡之前|饭前|饭后|饭前后|喂药前|吃药前|用药前|服药前|喂药后|吃药后|用药后|服药后|药前|药后|喂前|喂后|喂药之前|喂药以前|吃药以前|用药以前|喂药之后|吃药之前|吃药之后|临睡前|睡醒后|醒后|before bed|after bed|before sleep|before bedtime|at bedtime|before medicine|after medicine|after meds|before meds',
    { role: 'filler' },
  ],
  [
    "时间|用药|症状|备注|剂量|记录|药物|药名|体温记录|用药记录|情况|部位|药品|用量|测量时间|测量部位|方式|左边|右边|左|右|左侧|右侧|第一次|第二次|第三次|首次|再次|有时候|today's|log|note|notes|time|symptoms|symptom|site|left|right|medication log",
    { role: 'filler' },
  ],
  [
    "is|was|are|were|has|have|had a|be|been|of|for|in|on|well|any|more|given it|by|from|then|still|very|quite|some|bit|little bit|a bit|a little|slightly|mild|bad|badly|lot|lots|a lot|this|that|there|also|again|since|while|twice|once or twice|two times|three times|started|keeps|keep|getting|got a|has got|so|too|but|because|just a|only|he's|she's|it's|he is|she is|i've|we've|feels|feeling|feel|looks|seems|complaining of|complains of|showing|said|says|did|does|do|to|back|down|up|via|using|per",
    { role: 'filler' },
  ],
  [
    '喝|喝了|喝的|喝过|喝着|喝下|喝完|喝了点|喝点|能喝|肯喝|喝了些|喂了点|吃了点|drank|drinking|drank some|drink|sips of|sipping',
    { role: 'drinkVerb' },
  ],
  [
    '水|奶|奶粉|母乳|温水|热水|开水|白开水|牛奶|米汤|果汁|橙汁|苹果汁|电解质水|米油|豆浆|酸奶|配方奶|梨水|糖水|蜂蜜水|椰子水|人奶|water|milk|juice|formula|breast milk|breastmilk|fluids|electrolytes',
    { role: 'drink' },
  ],
  [
    '稀饭|饭|粥|面条|面|米饭|早饭|午饭|晚饭|早餐|午餐|晚餐|夜宵|辅食|米粉|鸡蛋|鸡蛋羹|水果|苹果|香蕉|梨|橙子|馒头|包子|饺子|馄饨|东西|零食|汤|菜|肉|米糊|面包|饼干|蛋糕|food|breakfast|lunch|dinner|rice|soup|porridge',
    { role: 'food' },
  ],
  [
    '一晚上|一夜|整晚|整夜|一整晚|一整夜|一上午|一下午|大半|小半|多半|有痰|没痰|痰|抽血|抽了血|抽血了|抽个血|吐痰|吐口水|吐泡泡|吐舌头|吐泡|不对劲|不舒服|难受|不舒坦|多喝水|多喝点水|多喝温水|喝药水|睡醒|睡醒了|醒了|醒来|醒过来|睡不好|没睡好|睡得不好|睡不踏实|睡不安稳|睡得不踏实|睡眠|睡意|想睡|想睡觉|要睡了|要睡觉|想喝水|想喝|退烧了|退烧|退热|烧退|烧退了|不烧|不烧了|不发烧|不发烧了|没烧|没发烧|没发热|没有发烧|没有发热|没有烧|退了|体温正常|温度正常|没事|没事了|太热|头晕|晕|晕车|汗毛|手机|头发|头孢皮试|脸红|尿布|尿不湿|纸尿裤|天天|月月|点点|小月|小度|半天|多了|少了|一样|一起|一般|一定|一共|一半|第一|几天|前几天|这几天|早点|晚点|早安|晚安|水平|奶茶|药店|药房|药盒|吃药店|分开|部分|日记|日常|号称|月子|时候|的时候|点滴|打点滴|输液|打针|挂水|雾化|做雾化|验血|高烧不退|反复|反复发烧|退不下来|不退|不退烧|吃饭|吃了饭|喂饭|喂了饭|no fever|fever free|fever gone|fever broke|woke up|woke|awake again|blood test|half a day|better now|a fever',
    { role: 'foreign' },
  ],
]
