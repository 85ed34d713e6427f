import type { Cue, Meaning, WordTable } from './meaning.ts'

const cue = (of: Cue): Meaning => ({ role: 'cue', cue: of })

/** Words that say something did not happen, is only planned, is asked, or was said wrong. */
export const CUE_WORDS: WordTable = [
  [
    "没|没有|不|不再|没再|不怎么|没怎么|不太|不大|没啥|没什么|并没有|并不|从没|没在|不在|不是很|不那么|不会|别|不曾|isn't|not|n't|hasn't|didn't|doesn't|wasn't|aren't|never|haven't|don't|did not|has not|is not|does not|no longer|no more|stopped",
    { role: 'not', spreads: false },
  ],
  ['无|未|未见|未再|没有出现|没出现|未出现|暂无|否认|no|without|no sign of|denies', { role: 'not', spreads: true }],
  [
    "不肯|不愿|不愿意|不爱|不想|不要|不能|不敢|拒绝|不让|won't|refuses|refused|refuses to|refused to",
    { role: 'not', spreads: false },
  ],
  ['还没|还没有|还未', { role: 'not', spreads: false }],
  ['还没|还没有|还未', cue('denyGive')],
  [
    '先不|暂时不|暂不|不用|不需要|忘了|忘记|先别|别再|没来得及|喂不进|喂不进去|没必要|不必|没敢|不敢|skipped|forgot|forgot to|not yet|no need',
    cue('denyGive'),
  ],
  [
    "准备|打算|想|想要|要|需要|计划|待会|待会儿|等会|等会儿|等下|等一下|一会|一会儿|过会|过会儿|过一会|过一会儿|回头|马上|这就|正要|正准备|快要|将要|将|考虑|记得|提醒|下次|下一次|还要|还得|得喂|尽量|必要时|再看|看情况|随时|想给|打算给|going to|about to|will|plan to|planning to|planning|want to|wants to|need to|needs to|gonna|next dose|later today|thinking of|i'll|we'll|intend to|preparing to|ready to|soon",
    cue('plan'),
  ],
  ['该|应该|可以|能|也可以|才能|might|may|due|next dose due', cue('may')],
  [
    '医生让|医生说|医生建议|大夫说|大夫让|医嘱|让|叫|建议|嘱咐|开了|买了|买的|买|开的|家里有|还有|还剩|剩|备着|备了|带了|拿了|拿来|医生开|医生开了|开药|配了|the doctor said|doctor said|prescribed|bought|picked up',
    cue('told'),
  ],
  ['如果|要是|假如|万一|一旦|等到|等|若|若是|假设|只要|除非|的话|if|when he|when she|unless|in case|once', cue('if')],
  ['再喂|再吃|再给|再用|就喂|就吃|就给|就用|再服|才喂|才能喂|才能吃|再考虑', cue('then')],
  ['间隔|每隔|每|距离上次|距上次|离上次|距离|说明书|药效|不管用|every|since the last', cue('several')],
  ['以前|小时候|去年|前年|上个月|上上周|as a baby|last year|last month', cue('past')],
  [
    '差点|差点儿|险些|像要|像是要|好像要|怕|担心|害怕|防止|以防|预防|小心|避免|生怕|注意|观察|留意|afraid of|worried about|in case of|watch for',
    cue('fear'),
  ],
  [
    '要不要|能不能|可不可以|该不该|需不需要|是不是|有没有|用不用|喂不喂|吃不吃|行不行|好不好|会不会|咳不咳|吐不吐|烧不烧|吐没吐|喂没喂|吃没吃|尿没尿|量没量|几点|多少|多久|什么时候|怎么办|怎么样|咋办|怎么|为什么|为啥|咋|哪个|哪种|几毫升|谁|几次|是否|能否|可否|多长时间|should i|should we|can i|can we|could i|may i|when can|how much|how many|how long|how often|what|why|which|when should|when|is it|does he|does she|did he|did she|has he|has she|did you|have you|did anyone|did anybody|shall i|shall we|should',
    cue('ask'),
  ],
  ['吗|么|嘛|没有呢', cue('asked')],
  [
    '不对|哦不|哦不对|噢不|喔不|啊不|不不|不不不|说错|说错了|写错|写错了|打错|打错了|记错|记错了|看错|看错了|输错|输错了|错了|搞错了|弄错了|更正|纠正|改成|改为|更正为|应该是|应为|实际是|其实是|准确说是|订正|修正|correction|no wait|wait no|oops|i mean|i meant|make that|scratch that|actually|sorry|should be|wait',
    cue('correct'),
  ],
  ['不是|并不是|并非', cue('reject')],
  ['not|rather than|instead of', cue('ratherThan')],
  ['是|而是|就是|为|是的', cue('is')],
  ['、|和|或|或者|及|以及|跟|与|还有|并|并且|也|and|or|nor|&|+|plus|with', { role: 'and' }],
  [
    '弟弟|妹妹|哥哥|姐姐|老大|老二|老三|双胞胎|表弟|表妹|表哥|表姐|同学|邻居|隔壁|brother|sister|sibling|twin',
    { role: 'somebody' },
  ],
]
