import { endpoints } from '../../shared/contract/endpoints.ts'
import { PROBLEMS, type Problem, type ProblemCode } from '../../shared/contract/errors.ts'
import { API_PREFIX, routes, type RouteId } from '../../shared/contract/routes.ts'
import type { SyncResponse } from '../../shared/contract/schemas/sync.schema.ts'
import type { HttpAnswer, HttpRequest } from '../../miniprogram/platform/ports.ts'
import { FakeFamily } from './fake-family.ts'

/** What goes wrong with one request: it never arrives, its answer gets lost, or the server has a problem of its own. */
export type Fault = 'lost_request' | 'lost_answer' | ProblemCode

type Person = 'mama' | 'baba' | 'grandma'
type Answer = Extract<HttpAnswer, { kind: 'answer' }>

/** An API in memory that keeps the contract, with failures on demand. It validates with the real schemas. */
export class FakeApi {
  readonly family: FakeFamily
  /** Asked before each request; undefined: all goes well. */
  fault: (id: RouteId, request: HttpRequest) => Fault | undefined = () => undefined
  readonly calls: RouteId[] = []
  /** Bytes of the largest request body. */
  largestBody = 0
  tokensIssued = 0
  private readonly expired = new Set<string>()
  private readonly listeners = new Set<(seq: number) => void>()

  constructor(family: FakeFamily = new FakeFamily()) {
    this.family = family
  }

  send = async (request: HttpRequest): Promise<HttpAnswer> => {
    const found = matchRoute(request)
    if (!found) return problem('not_found')
    this.calls.push(found.id)
    const fault = this.fault(found.id, request)
    if (fault === 'lost_request') return { kind: 'unanswered', reason: 'timeout' }
    if (fault !== undefined && fault !== 'lost_answer') return problem(fault)
    const answer = this.answer(found.id, found.params, request)
    await Promise.resolve()
    return fault === 'lost_answer' ? { kind: 'unanswered', reason: 'timeout' } : answer
  }

  /** Every token given so far stops working. */
  expireTokens(): void {
    for (let index = 1; index <= this.tokensIssued; index++)
      for (const who of PEOPLE) this.expired.add(`${who}-${index}`)
  }

  /** Tells of news at once; the answer stops telling. */
  listen(listener: (seq: number) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private answer(id: RouteId, params: Record<string, string>, request: HttpRequest): Answer {
    const body = request.body === undefined ? undefined : (JSON.parse(JSON.stringify(request.body)) as unknown)
    this.largestBody = Math.max(this.largestBody, Buffer.byteLength(JSON.stringify(request.body ?? '')))
    const parsed = endpoints[id].body.safeParse(body)
    if (!parsed.success) {
      const errors = parsed.error.issues.map(({ path, message }) => ({ path: `/body/${path.join('/')}`, message }))
      return problem('invalid_request', errors)
    }
    if (id === 'demo.login') return ok(this.login((parsed.data as { person: Person }).person))
    const person = this.personOf(request)
    if (!person) return problem('unauthenticated')
    if (id === 'account.read') return ok(this.account(person))
    if (params.familyId !== this.family.id) return problem('not_found')
    if (id === 'family.sync') return ok(this.sync(person, parsed.data as never))
    if (id === 'doses.check')
      return ok({ ...this.family.checkDose(params.childId ?? '', parsed.data as never), phones: [] })
    return problem('not_found')
  }

  private login(person: Person) {
    this.tokensIssued += 1
    const accessToken = `${person}-${this.tokensIssued}`
    return { accessToken, expiresAt: '2099-01-01T00:00:00+08:00', accountId: this.family.accounts[person] }
  }

  private personOf({ headers }: HttpRequest): Person | null {
    const token = headers.authorization?.replace('Bearer ', '') ?? ''
    const person = PEOPLE.find((one) => token.startsWith(`${one}-`))
    return person && !this.expired.has(token) ? person : null
  }

  private account(person: Person) {
    const { id, accounts } = this.family
    const member = this.family.member(person)
    return {
      accountId: accounts[person],
      families: [{ familyId: id, name: '乐乐家', role: member.role, memberName: member.name }],
    }
  }

  private sync(person: Person, request: Parameters<FakeFamily['sync']>[1]): SyncResponse {
    const before = this.family.seq
    const response = this.family.sync(person, request)
    if (this.family.seq > before) for (const listener of [...this.listeners]) listener(this.family.seq)
    return response
  }
}

const PEOPLE: readonly Person[] = ['mama', 'baba', 'grandma']

const ok = (body: unknown): Answer => ({
  kind: 'answer',
  status: 200,
  body: JSON.parse(JSON.stringify(body)) as unknown,
})

function problem(code: ProblemCode, errors: Problem['errors'] = []): Answer {
  const body: Problem = { type: 'about:blank', title: code, status: PROBLEMS[code], code, requestId: 'r', errors }
  return { kind: 'answer', status: body.status, body }
}

function matchRoute({ method, url }: HttpRequest): { id: RouteId; params: Record<string, string> } | null {
  const path = new URL(url, 'http://api.test').pathname.slice(API_PREFIX.length)
  for (const id of Object.keys(routes) as RouteId[]) {
    if (routes[id].method !== method) continue
    const names: string[] = []
    const pattern = routes[id].path.replace(/\{(\w+)\}/g, (_, name: string) => {
      names.push(name)
      return '([^/]+)'
    })
    const match = new RegExp(`^${pattern}$`).exec(path)
    if (match) return { id, params: Object.fromEntries(names.map((name, index) => [name, match[index + 1]!])) }
  }
  return null
}
