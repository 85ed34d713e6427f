import type { FactContent } from '../../../shared/contract/schemas/fact.schema.ts'
import type { Family, ProductRecord } from '../../stores/records/family.ts'
import { groundsOf } from '../outbox/subject.ts'
import type { Row } from '../outbox/row.ts'
import type { ChildChoice } from './account.ts'
import type { CarryPlan } from './carry-plan.ts'
import { childrenOf } from './founding.ts'
import type { LocalFamily } from './local-family.ts'

type Condition = Family['conditions'][number]

interface Joining {
  readonly from: LocalFamily
  readonly to: LocalFamily
  /** The guest's rows, and both families as they are shown. */
  readonly rows: readonly Row[]
  readonly here: Family
  readonly there: Family
  readonly choices: Readonly<Record<string, ChildChoice>>
  readonly newId: () => string
}

/** What of a guest's goes into a family that has children, weights and a cabinet already. */
export function joiningPlan({ from, to, rows, here, there, choices, newId }: Joining): CarryPlan {
  const children = Object.fromEntries(
    here.children.flatMap(({ id }) => {
      const choice = choices[id]
      return !choice || choice.as === 'stay' ? [] : [[id, choice.as === 'same' ? choice.childId : id]]
    }),
  )
  const isWhole = here.children.every(({ id }) => id in children)
  const products = Object.fromEntries(
    [...here.products, ...here.formerProducts].flatMap((product) => {
      const same = there.products.find((one) => isSameProduct(one, product))
      return same ? [[product.id, same.id]] : []
    }),
  )
  return {
    from,
    to,
    founded: null,
    localChildren: childrenOf(rows),
    children,
    isWhole,
    products,
    copies: isWhole ? {} : copiesOf(rows, children, products, newId),
    ...factsOf(rows, children, here, there),
    covered: [],
  }
}

/** Of a child that stays as of one that goes, doses may name one product: then each side has its own. */
function copiesOf(
  rows: readonly Row[],
  children: CarryPlan['children'],
  products: CarryPlan['products'],
  newId: () => string,
): CarryPlan['copies'] {
  const going = rows.filter(({ childId }) => childId !== null && childId in children)
  const needed = new Set(going.flatMap(({ change }) => groundsOf(change)).filter((id) => !(id in products)))
  return Object.fromEntries(
    rows.flatMap(({ childId, change }) =>
      childId === null && 'factId' in change && needed.has(change.factId) && !(change.factId in children)
        ? [[change.changeId, newId()]]
        : [],
    ),
  )
}

/** Weights and conditions of children that are there already: what says nothing new, and what is told in one word. */
function factsOf(
  rows: readonly Row[],
  children: CarryPlan['children'],
  here: Family,
  there: Family,
): Pick<CarryPlan, 'dropped' | 'answers'> {
  const dropped: string[] = []
  const answers: Record<string, FactContent> = {}
  for (const { change } of rows) {
    if (change.op !== 'fact.create' || !('childId' in change.content)) continue
    const { factId, content } = change
    const childId = children[content.childId]
    if (childId === undefined || childId === content.childId) continue
    if (content.kind === 'weight') {
      const now = here.weights.find(({ id }) => id === factId)
      if (
        !now ||
        there.weights.some((one) => one.childId === childId && one.on === now.on && one.weightKg === now.weightKg)
      )
        dropped.push(factId)
    } else {
      const now = here.conditions.find(({ id }) => id === factId)
      const known = there.conditions.find((one) => one.childId === childId && one.code === content.code)
      if (!now || (known && !saysMore(now, known))) dropped.push(factId)
      else answers[factId] = { ...content, present: now.present, ...(now.note == null ? {} : { note: now.note }) }
    }
  }
  return { dropped, answers }
}

/** What the family was told stands, unless the guest knows of something that it does not. Both are shown then. */
const saysMore = (now: Condition, known: Condition): boolean =>
  (now.present && !known.present) || ((now.note ?? '') !== '' && now.note !== known.note)

const isSameProduct = (a: ProductRecord, b: ProductRecord): boolean =>
  a.name === b.name && a.form === b.form && strengths(a) === strengths(b)

const strengths = ({ ingredients }: ProductRecord): string =>
  ingredients
    .map(({ code, mgPerMl, mgPerUnit }) => `${code} ${mgPerMl ?? ''} ${mgPerUnit ?? ''}`)
    .sort()
    .join()
