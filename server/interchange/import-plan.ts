import type { EntryContent } from '../../shared/contract/schemas/entry.schema.ts'
import type { InterchangeJson } from '../../shared/interchange/interchange-json.ts'
import { recordFromInterchange } from '../../shared/interchange/interchange.ts'
import type { Product } from '../../shared/record/product.ts'
import { parseStamp } from '../../shared/time/instant.ts'
import { grams } from '../../shared/units/weight.ts'
import type { NewChild, NewCondition, NewWeight } from '../children/children.service.ts'
import { fileIds } from './file-ids.ts'

/** What a child is called of whom a file tells no name. */
const UNNAMED = '宝宝'

interface PlannedEntry {
  readonly entryId: string
  readonly content: EntryContent
  readonly by: string | null
}

/** A file as rows of a family, with the ids they have in it. Entries are in the order in which they happened. */
export interface ImportPlan {
  readonly child: NewChild
  readonly products: readonly Product[]
  weights(childId: string): readonly NewWeight[]
  conditions(childId: string): readonly NewCondition[]
  entries(childId: string): readonly PlannedEntry[]
}

/** `file` may be `original` moved in time: the ids are made of the original, and are the same on every day. */
export function planImport(familyId: string, original: InterchangeJson, file: InterchangeJson): ImportPlan {
  const ids = fileIds(familyId)
  const productIds = new Map((original.products ?? []).map((product) => [product.id, ids.product(product)]))
  const { child, products } = recordFromInterchange(file)
  return {
    child: { ...child, id: ids.child(original.child ?? {}), name: child.name ?? UNNAMED },
    products: products.map((product) => ({ ...product, id: productIds.get(product.id)! })),
    weights: (childId) =>
      (file.child?.weights ?? []).map(({ at, kg, confirmed }, index) => ({
        id: ids.weight(childId, original.child!.weights![index]!),
        childId,
        weighedOn: at,
        grams: grams(kg),
        confirmed: confirmed ?? false,
      })),
    conditions: (childId) =>
      (file.child?.conditions ?? []).map(({ code, present, note }) => ({
        id: ids.condition(childId, { code, present }),
        childId,
        code,
        present,
        note: note ?? null,
      })),
    entries: (childId) =>
      (file.entries ?? [])
        .map(({ id: _, by, ...content }, index) => ({
          entryId: ids.entry(childId, original.entries![index]!),
          content: withProduct(content, productIds),
          by: by ?? null,
        }))
        .sort((a, b) => parseStamp(a.content.at)!.at - parseStamp(b.content.at)!.at),
  }
}

/** The file's own name of a product becomes its id; the file has been checked to have every product it names. */
const withProduct = (content: EntryContent, ids: ReadonlyMap<string, string>): EntryContent =>
  content.kind === 'dose' && content.productId != null
    ? { ...content, productId: ids.get(content.productId)! }
    : content
