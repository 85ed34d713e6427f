/** Where a symptom stands on the sheet; `danger` comes first there. */
export const SYMPTOM_GROUPS = ['danger', 'state', 'airway', 'gut', 'body', 'skin'] as const
export type SymptomGroup = (typeof SYMPTOM_GROUPS)[number]

/** How soon a symptom asks for care when present; `none`: by itself it does not, which is no reassurance. */
export type SymptomLevel = 'now' | 'same_day' | 'contact' | 'none'

export interface Symptom {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly group: SymptomGroup
  readonly level: SymptomLevel
  /** SNOMED CT code, only where a public value set confirms it. */
  readonly snomed?: string
}

// prettier-ignore
const TABLE = [
  { code: 'spirits_good', zh: '精神好', en: 'good spirits', group: 'state', level: 'none' },
  { code: 'tired', zh: '没精神', en: 'tired, listless', group: 'state', level: 'none', snomed: '84229001' },
  { code: 'irritable', zh: '烦躁、难安抚', en: 'irritable, hard to settle', group: 'state', level: 'contact' },
  { code: 'asleep', zh: '睡着', en: 'asleep', group: 'state', level: 'none' },
  { code: 'drinking', zh: '喝水/喝奶', en: 'drinking', group: 'state', level: 'none' },
  { code: 'urinated', zh: '尿了', en: 'passed urine', group: 'state', level: 'none' },
  { code: 'appetite_down', zh: '吃得少', en: 'poor appetite', group: 'state', level: 'none', snomed: '249473004' },
  { code: 'sweating', zh: '出汗', en: 'sweating', group: 'state', level: 'none' },
  { code: 'cold_hands_feet', zh: '手脚凉', en: 'cold hands and feet', group: 'state', level: 'none' },
  { code: 'chills', zh: '发冷、寒战', en: 'chills, rigors', group: 'state', level: 'same_day', snomed: '43724002' },
  { code: 'cooling', zh: '物理降温', en: 'physical cooling done', group: 'state', level: 'none' },
  { code: 'cough', zh: '咳嗽', en: 'cough', group: 'airway', level: 'none', snomed: '49727002' },
  { code: 'runny_nose', zh: '流鼻涕', en: 'nasal discharge', group: 'airway', level: 'none', snomed: '64531003' },
  { code: 'stuffy_nose', zh: '鼻塞', en: 'nasal congestion', group: 'airway', level: 'none', snomed: '68235000' },
  { code: 'sore_throat', zh: '咽痛', en: 'sore throat', group: 'airway', level: 'none', snomed: '162397003' },
  { code: 'ear_pain', zh: '耳朵痛', en: 'ear pain', group: 'airway', level: 'contact', snomed: '301354004' },
  { code: 'wheeze', zh: '喘鸣', en: 'wheezing', group: 'airway', level: 'same_day', snomed: '56018004' },
  { code: 'breathless', zh: '呼吸费力', en: 'laboured breathing', group: 'airway', level: 'now', snomed: '267036007' },
  { code: 'chest_indraw', zh: '胸凹', en: 'chest indrawing', group: 'airway', level: 'now' },
  { code: 'grunting', zh: '呻吟样呼吸', en: 'grunting', group: 'airway', level: 'now' },
  { code: 'nausea', zh: '恶心', en: 'nausea', group: 'gut', level: 'none', snomed: '422587007' },
  { code: 'vomiting', zh: '呕吐', en: 'vomiting', group: 'gut', level: 'none', snomed: '422400008' },
  { code: 'diarrhoea', zh: '腹泻', en: 'diarrhoea', group: 'gut', level: 'none', snomed: '62315008' },
  { code: 'belly_pain', zh: '肚子痛', en: 'abdominal pain', group: 'gut', level: 'none', snomed: '21522001' },
  { code: 'low_urine', zh: '尿少', en: 'passing little urine', group: 'gut', level: 'same_day' },
  { code: 'dry_mouth_tears', zh: '口干、哭无泪', en: 'dry mouth, no tears', group: 'gut', level: 'same_day' },
  { code: 'headache', zh: '头痛', en: 'headache', group: 'body', level: 'none', snomed: '25064002' },
  { code: 'myalgia', zh: '肌肉酸痛', en: 'muscle pain', group: 'body', level: 'none', snomed: '68962001' },
  { code: 'limb', zh: '不肯走、关节肿', en: 'limp or swollen joint', group: 'body', level: 'same_day' },
  { code: 'neck_node', zh: '颈部肿块', en: 'neck lump', group: 'body', level: 'none' },
  { code: 'rash', zh: '皮疹', en: 'rash', group: 'skin', level: 'none', snomed: '271807003' },
  { code: 'chickenpox', zh: '水痘', en: 'chickenpox', group: 'skin', level: 'none', snomed: '38907003' },
  { code: 'red_eyes', zh: '眼红', en: 'red eyes', group: 'skin', level: 'none' },
  { code: 'strawberry_tongue', zh: '草莓舌', en: 'strawberry tongue', group: 'skin', level: 'none', snomed: '5920007' },
  { code: 'hands_feet_peel', zh: '手足肿、红、脱皮', en: 'hands or feet swollen, red, peeling', group: 'skin', level: 'none' },
  { code: 'seizure', zh: '抽搐', en: 'seizure', group: 'danger', level: 'now', snomed: '91175000' },
  { code: 'unrousable', zh: '叫不醒', en: 'cannot be woken', group: 'danger', level: 'now', snomed: '418107008' },
  { code: 'faint', zh: '晕倒', en: 'fainted', group: 'danger', level: 'now', snomed: '271594007' },
  { code: 'cyanosis', zh: '口唇发青', en: 'blue lips', group: 'danger', level: 'now' },
  { code: 'pale_mottled', zh: '苍白、花斑', en: 'pale or mottled skin', group: 'danger', level: 'now' },
  { code: 'nonblanch_rash', zh: '压之不褪色的疹', en: 'rash that does not fade under pressure', group: 'danger', level: 'now' },
  { code: 'neck_stiff', zh: '脖子僵硬', en: 'stiff neck', group: 'danger', level: 'now' },
  { code: 'bulging_font', zh: '囟门鼓起', en: 'bulging fontanelle', group: 'danger', level: 'now' },
  { code: 'parent_worried', zh: '家长很担心', en: 'parent is worried', group: 'state', level: 'contact' },
  { code: 'drowsy', zh: '嗜睡、难唤醒', en: 'drowsy, hard to wake', group: 'danger', level: 'now' },
  { code: 'stridor', zh: '吸气时喉鸣', en: 'noisy breathing in (stridor)', group: 'danger', level: 'now' },
  { code: 'abnormal_cry', zh: '哭声微弱或尖叫不止', en: 'weak, high-pitched or continuous cry', group: 'danger', level: 'now' },
] as const satisfies readonly Symptom[]

export type SymptomCode = (typeof TABLE)[number]['code']

/** Every symptom and state a family can tap, in the order of the sheet within each group. */
export const SYMPTOMS: readonly (Symptom & { readonly code: SymptomCode })[] = TABLE

export const SYMPTOM_CODES: readonly SymptomCode[] = TABLE.map((symptom) => symptom.code)

const byCode: ReadonlyMap<string, Symptom & { readonly code: SymptomCode }> = new Map(
  TABLE.map((symptom) => [symptom.code, symptom]),
)

/** The symptom of a code; null when the vocabulary does not have it (a record made by a newer version). */
export const symptomOf = (code: string): (Symptom & { readonly code: SymptomCode }) | null => byCode.get(code) ?? null
