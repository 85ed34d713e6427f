import type { Site } from '../../record/entry.ts'
import type { Meaning, Subject, Unit, WordTable } from './meaning.ts'

const unit = (of: Unit): Meaning => ({ role: 'unit', unit: of })
/** `always`: the word speaks of a thermometer by itself; the others only beside a reading (耳朵疼 is no site). */
const site = (of: Site, always: boolean): Meaning => ({ role: 'site', site: of, always })
const subject = (of: Subject): Meaning => ({ role: 'subject', subject: of })

/** Words of measuring: units, sites, and what a number is about. */
export const MEASURE_WORDS: WordTable = [
  ['度|℃|°c|°|c|摄氏度|degrees|degree|deg|celsius|centigrade', unit('degree')],
  ['f|°f|℉|华氏度|华氏|fahrenheit|degrees f|degree f', unit('fahrenheit')],
  ['ml|毫升|cc|㎖|mls|milliliter|milliliters|millilitre|millilitres', unit('ml')],
  ['mg|毫克|㎎|milligram|milligrams', unit('mg')],
  ['g|克|gram|grams', unit('gram')],
  [
    '片|粒|颗|包|袋|枚|支|个|丸|枝|tablet|tablets|tab|tabs|sachet|sachets|suppository|suppositories|capsule|capsules|pill|pills',
    unit('piece'),
  ],
  ['勺|滴|管|滴管|格|瓶|小勺|汤匙|茶匙|毫|吸管|tsp|tbsp|teaspoon|teaspoons|drop|drops|spoon|dropper', unit('spoon')],
  ['kg|公斤|千克|斤|kilos|kilo|lb|lbs', unit('weight')],
  ['次|回|趟|遍|声|下|阵|times|time|场', unit('times')],
  ['岁|cm|厘米|米|%|bpm|个月|周|元|块|年级|贴|顿|碗|口|杯|层|件|盒|块钱|mm|mmhg|mmol', unit('other')],
  [
    '左腋|右腋|左腋下|右腋下|腋下|腋温|腋窝|腋|咯吱窝|胳肢窝|夹肢窝|腋表|armpit|axillary|axilla|underarm|under arm|under the arm',
    site('axillary', true),
  ],
  ['耳温|耳温枪|耳温计|耳道|耳内|耳测|tympanic|ear thermometer', site('tympanic', true)],
  ['左耳|右耳|耳朵|耳朵里|耳朵里面|耳|左耳朵|右耳朵|ear|in the ear|in ear', site('tympanic', false)],
  [
    '额温枪|额枪|额头枪|体温枪|测温枪|红外线|红外|红外枪|红外线体温计|非接触|non-contact|noncontact|no-touch|infrared|infrared gun|ir gun',
    site('noncontact', true),
  ],
  ['额温|额温计|颞温|颞动脉|temporal|temporal thermometer|forehead thermometer', site('forehead', true)],
  ['额头|脑门|脑门儿|前额|forehead|额', site('forehead', false)],
  ['肛温|肛表|直肠|肛测|rectal|rectally', site('rectal', true)],
  ['肛门|屁股|屁屁|肛|bottom|bum', site('rectal', false)],
  ['口温|口腔温|口表|口腔温度|口测|oral|orally', site('oral', true)],
  ['口腔|嘴里|舌下|嘴巴里|mouth|in the mouth|under the tongue', site('oral', false)],
  [
    '体温|温度|烧到|又烧到|还烧到|再烧到|一直烧到|发烧到|发热到|测得|量得|t|bt|temp|temperature|体温计|水银体温计|电子体温计|水银|水银计|体温表|thermometer|digital thermometer',
    { role: 'measured' },
  ],
  [
    '发烧|发热|烧|发高烧|高烧|低烧|烧着|发着烧|还烧|还在烧|又烧|又烧了|烧起来|烧起来了|又烧起来|烧得|fever|feverish|running a fever',
    { role: 'linking' },
  ],
  [
    '室温|家里|房间|屋里|屋子|空调|水温|洗澡水|室内|室外|外面|气温|天气|卧室|暖气|客厅|奶温|被窝|洗澡水温|房间温度|烤箱|热水器|地暖|room|room temp|room temperature|bath|bath water|bathwater|outside|ac|weather',
    subject('room'),
  ],
  ['体重|净重|重量|weight|weighs|weighed', subject('weight')],
  [
    '心率|心跳|脉搏|血氧|氧饱和度|血氧饱和度|呼吸频率|crp|c反应蛋白|超敏|白细胞|血常规|血糖|血压|身高|头围|中性粒|中性粒细胞|淋巴|淋巴细胞|spo2|hr|heart rate|pulse|rr|房号|床号|号码|电话|湿度|height|pct|血小板|血红蛋白|wbc',
    subject('other'),
  ],
  [
    '降了|退了|升了|涨了|高了|低了|降低了|升高了|下降了|上升了|下降|上升|退下来|降下来|dropped by|rose by',
    { role: 'change' },
  ],
  [
    '降到|退到|升到|涨到|飙到|降至|升至|降为|掉到|到了|变成|变|蹿到|窜到|冲到|烧到了|降到了|退到了|升到了|down to|up to|reached|dropped to',
    { role: 'toward' },
  ],
  ['从|由', { role: 'from' }],
  ['到|至|to', { role: 'to' }],
  [
    '不到|没到|没有到|还没到|未到|没烧到|没超过|没有超过|没过|超过|低于|高于|快|快到|将近|接近|快要到|小于|大于|over|under|above|below|almost|nearly|<|>',
    { role: 'vague', side: 'before' },
  ],
  ['多|几|以上|以下|出头|不到点|多度', { role: 'vague', side: 'after' }],
  ['分之', { role: 'piecesOf' }],
]
