import type { OwnPhone } from './own-phone.ts'

const CHILD = { kind: 'child', birthDate: '2022-11-03', sex: 'male', timeZone: 'Asia/Shanghai' } as const

/** The value of what must go well. */
export function done<T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

/** A night as a guest logs it: two children, a weight, an allergy asked about, a product, doses, a change of mind. */
export function guestNight({ core }: OwnPhone): { lele: string; tiantian: string; meilin: string } {
  const { facts, entries, family } = core
  const lele = done(facts.add({ ...CHILD, name: '乐' })).factId
  const seen = family.get().children.find(({ id }) => id === lele)!
  done(facts.edit(seen, { ...CHILD, name: '乐乐' }))
  done(facts.add({ kind: 'weight', childId: lele, on: '2026-01-10', weightKg: 14.2, confirmed: false }))
  done(facts.add({ kind: 'condition', childId: lele, code: 'ibuprofen_allergy', present: false }))
  const meilin = done(
    facts.add({
      kind: 'product',
      name: '美林 布洛芬混悬液',
      form: 'liquid',
      minAgeMonths: 12,
      maxDosesPerDay: 4,
      ingredients: [{ code: 'ibuprofen', mgPerMl: 20 }],
    }),
  ).factId
  const tiantian = done(facts.add({ ...CHILD, name: '甜甜', sex: 'female' })).factId
  const log = (childId: string, hour: number, celsius: number): string =>
    done(
      entries.log(childId, {
        kind: 'temperature',
        at: `2026-01-16T0${hour}:10:00+08:00`,
        celsius,
        site: 'axillary',
      }),
    ).entryId
  const first = log(lele, 1, 38.9)
  done(entries.log(lele, { kind: 'dose', at: '2026-01-16T01:15:00+08:00', productId: meilin, ml: 5 }))
  const rowOf = (id: string) => family.get().entries.find((row) => row.id === id)!
  done(
    entries.edit(rowOf(first), {
      kind: 'temperature',
      at: '2026-01-16T01:10:00+08:00',
      celsius: 39.1,
      site: 'axillary',
    }),
  )
  const wrong = log(lele, 2, 35.1)
  done(entries.remove(rowOf(wrong)))
  log(tiantian, 3, 37.4)
  done(core.facts.takeDuty(core.account.state.get().open!.accountId))
  core.undo.finish()
  return { lele, tiantian, meilin }
}

/** What a phone shows of its open family, without ids. */
export function shown({ core }: OwnPhone) {
  const family = core.family.get()
  const nameOf = (childId: string): string => family.children.find(({ id }) => id === childId)?.name ?? '?'
  const products = new Map([...family.products, ...family.formerProducts].map(({ id, name }) => [id, name]))
  const said = family.entries.map(({ childId, content, state }) => {
    const what =
      content.kind === 'temperature'
        ? content.celsius
        : content.kind === 'dose'
          ? `${products.get(content.productId ?? '') ?? '?'} ${content.ml}`
          : content.kind
    return `${nameOf(childId)} ${what} ${state}`
  })
  return {
    children: family.children.map(({ name }) => name).sort(),
    weights: family.weights.map(({ childId, weightKg }) => `${nameOf(childId)} ${weightKg}`).sort(),
    conditions: family.conditions.map(({ childId, code, present }) => `${nameOf(childId)} ${code} ${present}`).sort(),
    products: family.products.map(({ name }) => name).sort(),
    entries: said.sort(),
  }
}

export const WHOLE_NIGHT = {
  children: ['乐乐', '甜甜'].sort(),
  weights: ['乐乐 14.2'],
  conditions: ['乐乐 ibuprofen_allergy false'],
  products: ['美林 布洛芬混悬液'],
  entries: ['乐乐 39.1 saved', '乐乐 美林 布洛芬混悬液 5 saved', '甜甜 37.4 saved'],
}
