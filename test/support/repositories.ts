import type { FamilyScope } from '../../server/database/family-database.ts'
import type { TestApp } from './test-app.ts'

type Method = (scope: FamilyScope, ...rest: unknown[]) => Promise<unknown>
type Repository = Record<string, Method>

/** One call of a repository inside a family's transaction, as the server made it. */
export interface FamilyCall {
  /** `EntriesRepository.find` */
  readonly name: string
  readonly familyId: string
  readonly rest: readonly unknown[]
  /** The same call once more, in whatever scope. */
  readonly repeat: (scope: FamilyScope) => Promise<unknown>
}

interface Container {
  readonly container: {
    getModules(): Map<unknown, { readonly providers: Map<unknown, { readonly instance?: unknown }> }>
  }
}

/** Every repository the server has, found by its name. */
function repositoriesOf({ app }: TestApp): Repository[] {
  const modules = [...(app.nest as unknown as Container).container.getModules().values()]
  const instances = modules.flatMap(({ providers }) => [...providers.values()].map(({ instance }) => instance))
  const named = instances.filter((one) => /Repository$/.test((one as object | null)?.constructor.name ?? ''))
  return [...new Set(named)] as Repository[]
}

const methodsOf = (repository: Repository): string[] =>
  Object.getOwnPropertyNames(Object.getPrototypeOf(repository)).filter((name) => name !== 'constructor')

interface Heard {
  readonly calls: FamilyCall[]
  /** Every method there is. */
  readonly names: string[]
  readonly called: Set<string>
  /** What nobody has called is called with these, whatever it takes. */
  guess(familyId: string, rest: readonly unknown[]): FamilyCall[]
}

/** Listens to every repository from now on: what it was asked inside the transaction of a family. */
export function listenToRepositories(app: TestApp): Heard {
  const calls: FamilyCall[] = []
  const names: string[] = []
  const called = new Set<string>()
  const reals = new Map<string, Method>()
  for (const repository of repositoriesOf(app))
    for (const method of methodsOf(repository)) {
      const name = `${repository.constructor.name}.${method}`
      const real = repository[method]!.bind(repository)
      names.push(name)
      reals.set(name, real)
      repository[method] = (scope, ...rest) => {
        called.add(name)
        const { familyId } = scope as Partial<FamilyScope>
        if (familyId !== undefined) calls.push({ name, familyId, rest, repeat: (other) => real(other, ...rest) })
        return real(scope, ...rest)
      }
    }
  const uncalled = (): string[] => names.filter((name) => !called.has(name))
  const guess = (familyId: string, rest: readonly unknown[]): FamilyCall[] =>
    uncalled().map((name) => ({ name, familyId, rest, repeat: (scope) => reals.get(name)!(scope, ...rest) }))
  return { calls, names, called, guess }
}
