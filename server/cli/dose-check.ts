import * as z from 'zod'
import { AmountSchema, CodeSchema } from '../../shared/contract/schemas/primitives.ts'
import { checkDose } from '../../shared/dosing/check-dose.ts'
import { doseCheckToJson } from '../../shared/dosing/dose-check-json.ts'
import { doseQuestion, type DoseQuestionJson } from '../../shared/dosing/question.ts'
import { wholeRecord } from '../../shared/dosing/situation.ts'
import type { Product } from '../../shared/record/product.ts'
import { readArguments, readNow } from './arguments.ts'
import { readRecord } from './interchange-file.ts'
import { BadCall, BadInput, printed, runTool } from './tool.ts'

const USAGE = 'npm run -s dose-check -- FILE --now ISO --product ID|--ingredient CODE [--ml N|--count N|--mg N]'
const AMOUNTS = ['ml', 'count', 'mg'] as const

type Options = Readonly<Partial<Record<'now' | 'product' | 'ingredient' | (typeof AMOUNTS)[number], string>>>

const NumberSchema = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'must be a number like 2.5')
  .transform(Number)
  .pipe(AmountSchema)

/** One medicine, and its amount in one unit at most; every fault is told. */
function questionOf(options: Options): DoseQuestionJson {
  const { product, ingredient } = options
  const faults: string[] = []
  if ((product === undefined) === (ingredient === undefined))
    faults.push('name either --product ID or --ingredient CODE')
  if (ingredient !== undefined && !CodeSchema.safeParse(ingredient).success)
    faults.push(`--ingredient ${ingredient}: must be a lower-case code like ibuprofen`)
  const given = AMOUNTS.filter((unit) => options[unit] !== undefined)
  if (given.length > 1) faults.push(`one amount only, not ${given.map((unit) => `--${unit}`).join(' and ')}`)
  for (const unit of given) faults.push(...faultsOf(unit, options[unit]!))
  if (faults.length > 0) throw new BadCall(faults)
  const amounts = Object.fromEntries(given.map((unit) => [unit, Number(options[unit])]))
  return { productId: product, ingredient, ...amounts }
}

const faultsOf = (unit: string, text: string): readonly string[] =>
  (NumberSchema.safeParse(text).error?.issues ?? []).map(({ message }) => `--${unit} ${text}: ${message}`)

function requireProduct(id: string, products: readonly Product[]): void {
  if (products.some((product) => product.id === id)) return
  const list = products.map((product) => `  ${product.id}  ${product.name}`)
  throw new BadInput([`--product ${id}: the file has no product of this id. It has:`, ...list])
}

await runTool(USAGE, (args) => {
  const { file, options } = readArguments(args, ['now', 'product', 'ingredient', ...AMOUNTS])
  if (options.now === undefined) throw new BadCall(['--now: at which moment?'])
  const asked = questionOf(options)
  const { record, now, zone } = readRecord(file, readNow(options.now))
  if (asked.productId != null) requireProduct(asked.productId, record.products)
  return printed(doseCheckToJson(checkDose(record, doseQuestion(asked), now, wholeRecord(zone)), zone))
})
