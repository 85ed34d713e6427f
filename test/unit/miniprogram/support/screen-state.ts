import type { ScreenState } from '../../../../miniprogram/behaviors/screen.ts'
import type { CurrentChild } from '../../../../miniprogram/stores/current-child.ts'
import type { EntryRow } from '../../../../miniprogram/stores/records/entry-row.ts'
import type { Child, Family, Member, ProductRecord } from '../../../../miniprogram/stores/records/family.ts'
import { NO_MATTERS } from '../../../../miniprogram/stores/records/matters.ts'
import { textsIn } from '../../../../miniprogram/texts/texts.ts'
import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import { entryToJson } from '../../../../shared/record/entry-json.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import type { Product } from '../../../../shared/record/product.ts'
import { toMg } from '../../../../shared/units/medicine.ts'
import { toKg } from '../../../../shared/units/weight.ts'
import { at, recordOf, shanghai, type When } from '../../shared/support/record.ts'

const CHILD_ID = 'child'
/** What records have besides what a screen reads. */
const REST = { seq: 1, revision: 1, deleted: false, conflicts: [] }

const member = (id: string, name: string, role: Member['role']): Member => ({
  type: 'member',
  seq: 1,
  id,
  name,
  role,
  removed: false,
})

/** What is different from a phone of 妈妈 that is in step with the family. */
export interface Difference {
  readonly record?: Partial<ChildRecord>
  readonly preferences?: Partial<ScreenState['preferences']>
  readonly connection?: Partial<ScreenState['connection']>
  readonly family?: Partial<Family>
  /** What became of an entry on its way, by its id. */
  readonly rows?: Readonly<Record<string, Partial<EntryRow>>>
  readonly unsent?: number
  readonly signedIn?: ScreenState['signedIn']
  readonly open?: ScreenState['open']
  readonly account?: Partial<ScreenState['account']>
  /** Other names of children, after 乐乐. */
  readonly siblings?: readonly string[]
}

/** The state of a screen at a time, on which these entries are written down. */
export function screenOf(entries: readonly Entry[], when: When, more: Difference = {}): ScreenState {
  const record = recordOf(entries, more.record)
  const rows = entries.map((entry) => ({ ...rowOf(entry), ...more.rows?.[entry.id] }))
  const family = { ...familyOf(record, rows, more.siblings ?? []), ...more.family }
  const current: CurrentChild = { child: family.children[0]!, record, zone: shanghai, rows }
  return { ...stateOf(when, family, more), current }
}

/** The same where there is no child, or none yet. */
export const emptyScreen = (when: When, more: Difference = {}): ScreenState => ({
  ...stateOf(when, { ...NO_FAMILY, ...more.family }, more),
  current: null,
})

const NO_FAMILY: Family = {
  id: null,
  name: null,
  isWhole: false,
  members: [],
  names: new Map(),
  children: [],
  weights: [],
  conditions: [],
  products: [],
  formerProducts: [],
  factStates: new Map(),
  duty: null,
  intents: [],
  duplicateAnswers: new Map(),
  consents: [],
  entries: [],
  matters: NO_MATTERS,
}

const SIGNED_IN = {
  person: 'mama',
  accountId: 'mama',
  families: [],
  knowsFamilies: true,
  tokens: { accessToken: 't', expiresAt: '', receivedAt: at(0), refreshToken: null },
} as const

const OPEN = {
  familyId: 'family',
  accountId: 'mama',
  role: 'owner',
  name: '乐乐一家',
  memberName: '妈妈',
  isLocal: false,
} as const

function stateOf(when: When, family: Family, more: Difference): Omit<ScreenState, 'current'> {
  const now = at(when)
  const preferences = {
    language: 'zh',
    unit: 'celsius',
    isLarge: false,
    site: 'axillary',
    childId: null,
    ...more.preferences,
  } as const
  return {
    now,
    family,
    preferences,
    texts: textsIn(preferences.language),
    connection: { hasNetwork: true, problem: null, syncedAt: now, isLive: true, ...more.connection },
    signedIn: more.signedIn === undefined ? SIGNED_IN : more.signedIn,
    open: more.open === undefined ? OPEN : more.open,
    account: accountOf(more.open === undefined ? OPEN : more.open, more),
    unsent: more.unsent ?? 0,
    isTight: false,
  }
}

function accountOf(open: ScreenState['open'], { signedIn, account }: Difference): ScreenState['account'] {
  return {
    who: signedIn === null ? 'guest' : 'signed_in',
    ways: ['wechat'],
    accountId: open?.accountId ?? null,
    knowsFamilies: true,
    families: open ? [open] : [],
    open,
    lost: [],
    isSample: false,
    ...account,
  }
}

function rowOf(entry: Entry): EntryRow {
  const { id, by, ...content } = entryToJson(entry)
  return {
    id,
    childId: CHILD_ID,
    content: content,
    by: by ?? null,
    editedBy: null,
    editedAt: null,
    state: 'saved',
    failure: null,
    revision: 1,
    lastChangeId: null,
    conflicts: 0,
    conflicting: [],
    clockOffsetMinutes: null,
    check: null,
  }
}

function familyOf(record: ChildRecord, entries: readonly EntryRow[], siblings: readonly string[]): Family {
  const own = { ...REST, childId: CHILD_ID }
  const child = { ...REST, type: 'child', ...record.child }
  return {
    ...NO_FAMILY,
    id: 'family',
    name: '乐乐一家',
    isWhole: true,
    members: [member('mama', '妈妈', 'owner'), member('baba', '爸爸', 'caregiver'), member('nana', '外婆', 'viewer')],
    children: [{ ...child, id: CHILD_ID } as Child, ...siblings.map((name) => ({ ...child, id: name, name }) as Child)],
    weights: record.weights.map(({ on, weight }, index) => ({
      ...own,
      type: 'weight',
      id: `w${index}`,
      on,
      weightKg: toKg(weight),
      confirmed: false,
    })),
    conditions: record.conditions.map((condition) => ({ ...own, type: 'condition', id: condition.code, ...condition })),
    products: record.products.map(productRecord),
    entries,
  }
}

const productRecord = (product: Product): ProductRecord => ({
  ...REST,
  type: 'product',
  ...product,
  ingredients: product.ingredients.map(({ code, perMl, perPiece }) => ({
    code,
    mgPerMl: perMl === null ? null : toMg(perMl),
    mgPerUnit: perPiece === null ? null : toMg(perPiece),
  })),
})
