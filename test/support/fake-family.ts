import { isDeepStrictEqual } from 'node:util'
import type { Rejection } from '../../shared/contract/errors.ts'
import type { EntryContent } from '../../shared/contract/schemas/entry.schema.ts'
import type { EntryRecord, FactRecord, Role, SyncRecord } from '../../shared/contract/schemas/records.schema.ts'
import type { Change, ChangeResult, SyncResponse } from '../../shared/contract/schemas/sync.schema.ts'
import type { z } from 'zod'
import type { SyncRequestSchema } from '../../shared/contract/schemas/sync.schema.ts'
import { checkDose, checkRecordedDose } from '../../shared/dosing/check-dose.ts'
import { doseCheckToJson } from '../../shared/dosing/dose-check-json.ts'
import { doseQuestion, type DoseQuestionJson } from '../../shared/dosing/question.ts'
import { wholeRecord } from '../../shared/dosing/situation.ts'
import type { DoseCheckJson } from '../../shared/dosing/verdict.ts'
import { instant } from '../../shared/time/instant.ts'
import { fixedZone, isoIn } from '../../shared/time/zone.ts'
import { childRecordOf } from '../../miniprogram/stores/records/child-record.ts'
import { familyOf } from '../../miniprogram/stores/records/family.ts'

type Person = 'mama' | 'baba' | 'grandma'
type SyncRequest = z.output<typeof SyncRequestSchema>
type Without<T> = T extends unknown ? Omit<T, 'seq'> : never

const id = (group: number, number: number): string =>
  `0190b000-000${group}-7000-8000-${number.toString(16).padStart(12, '0')}`

const ZONE = fixedZone(480)
/** What a fact has besides its content when it is new. */
const FIRST = { revision: 1, deleted: false, conflicts: [] }

type EntryChange = Exclude<Extract<Change, { entryId: string }>, { op: 'entry.erase' }>
type FactChange = Extract<Change, { factId: string }>

/** One family's record, kept as the server keeps it: one order, every change exactly once, stale edits as conflicts. */
export class FakeFamily {
  readonly id = id(1, 1)
  readonly childId = id(2, 1)
  readonly accounts = { mama: id(3, 1), baba: id(3, 2), grandma: id(3, 3) }
  readonly productIds = { meilin: id(4, 1), tylenol: id(4, 2) }
  epoch = id(5, 1)
  seq = 0
  pageSize = 500
  now = Date.UTC(2026, 0, 16, 0, 0)
  /** Every change in the order in which it was stored. */
  applied: Change[] = []
  private readonly records = new Map<string, SyncRecord>()
  private readonly results = new Map<string, ChangeResult>()
  /** Every revision of an entry with what it said, in their order. */
  private readonly said = new Map<string, { readonly revision: number; readonly content: EntryContent | null }[]>()

  constructor() {
    this.put({ type: 'family', id: this.id, name: '乐乐家' })
    for (const person of ['mama', 'baba', 'grandma'] as const) {
      this.put({ type: 'member', id: this.accounts[person], ...this.member(person), removed: false })
    }
    const birth = { birthDate: '2022-11-03', sex: 'male' as const, timeZone: 'Asia/Shanghai' }
    this.put({ type: 'child', id: this.childId, name: '乐乐', ...birth, ...FIRST })
    const product = { form: 'liquid' as const, minAgeMonths: null, maxDosesPerDay: 4, ...FIRST }
    this.put({
      type: 'product',
      id: this.productIds.meilin,
      name: '美林 布洛芬混悬液',
      ...product,
      ingredients: [{ code: 'ibuprofen', mgPerMl: 20 }],
    })
    this.put({
      type: 'product',
      id: this.productIds.tylenol,
      name: '泰诺林 对乙酰氨基酚混悬液',
      ...product,
      ingredients: [{ code: 'paracetamol', mgPerMl: 32 }],
    })
    const weight = { on: '2026-01-10', weightKg: 14.2, confirmed: false, ...FIRST }
    this.put({ type: 'weight', id: id(6, 1), childId: this.childId, ...weight })
  }

  member(person: Person): { name: string; role: Role } {
    if (person === 'grandma') return { name: '外婆', role: 'viewer' }
    return person === 'mama' ? { name: '妈妈', role: 'owner' } : { name: '爸爸', role: 'caregiver' }
  }

  /** A record from elsewhere: seeding, or what this fake has no route for. */
  put(record: Without<SyncRecord>): void {
    this.seq += 1
    const full = { ...record, seq: this.seq }
    this.records.set(`${full.type}/${full.id}`, full)
  }

  entry(entryId: string): EntryRecord | undefined {
    return this.records.get(`entry/${entryId}`) as EntryRecord | undefined
  }

  get entries(): EntryRecord[] {
    return [...this.records.values()].filter((record): record is EntryRecord => record.type === 'entry')
  }

  /** Everything as it is now, to come back to as from a backup. */
  backup(): () => void {
    const kept = { seq: this.seq, applied: [...this.applied] }
    const [records, results] = [new Map(this.records), new Map(this.results)]
    const said = [...this.said].map(([entryId, all]) => [entryId, [...all]] as const)
    return () => {
      this.seq = kept.seq
      this.applied = [...kept.applied]
      this.records.clear()
      this.results.clear()
      this.said.clear()
      for (const [entryId, all] of said) this.said.set(entryId, [...all])
      for (const [key, record] of records) this.records.set(key, record)
      for (const [key, result] of results) this.results.set(key, result)
      this.epoch = id(5, Number.parseInt(this.epoch.slice(-4), 16) + 1)
    }
  }

  sync(person: Person, { epoch, cursor, changes }: SyncRequest): SyncResponse {
    const results = changes.map((change) => this.apply(person, change))
    const since = epoch === this.epoch && cursor <= this.seq ? cursor : 0
    const newer = [...this.records.values()].filter(({ seq }) => seq > since).sort((a, b) => a.seq - b.seq)
    const records = newer.slice(0, this.pageSize)
    const more = newer.length > records.length
    return { epoch: this.epoch, cursor: more ? records[records.length - 1]!.seq : this.seq, more, records, results }
  }

  /** The child is gone for good, with everything of it. */
  eraseChild(): void {
    for (const [key, record] of this.records)
      if (record.id === this.childId || ('childId' in record && record.childId === this.childId))
        this.records.delete(key)
    this.put({ type: 'tombstone', id: this.childId, subject: 'child' })
  }

  checkDose(childId: string, question: DoseQuestionJson): DoseCheckJson {
    const record = this.childRecord(childId)
    return doseCheckToJson(checkDose(record, doseQuestion(question), instant(this.now), wholeRecord(ZONE)), ZONE)
  }

  private apply(person: Person, change: Change): ChangeResult {
    const { changeId } = change
    const none = { seq: null, revision: null, rejection: null, check: null, stored: null }
    const known = this.results.get(changeId)
    if (known) return { ...known, outcome: 'duplicate', stored: known.stored }
    const rejection = this.rejectionOf(person, change)
    if (rejection) return { changeId, outcome: 'rejected', ...none, rejection }
    const written = this.store(person, change)
    this.applied.push(change)
    const result: ChangeResult = { changeId, ...written, stored: written.outcome, seq: this.seq, rejection: null }
    this.results.set(changeId, result)
    return result
  }

  private store(
    person: Person,
    change: Change,
  ): Pick<ChangeResult, 'revision' | 'check'> & { outcome: 'saved' | 'conflict' } {
    if (change.op === 'proposal.settle') {
      const proposal = this.records.get(`proposal/${change.proposalId}`)
      const state = change.accept ? 'accepted' : 'refused'
      if (proposal?.type === 'proposal')
        this.put({ ...proposal, state, change: change.accept ? null : proposal.change })
      return { outcome: 'saved', revision: null, check: null }
    }
    if (change.op === 'duty.take') {
      this.put({ type: 'duty', id: this.id, accountId: change.accountId, since: change.madeAt })
      return { outcome: 'saved', revision: null, check: null }
    }
    if (change.op === 'intent.create' || change.op === 'intent.deny' || change.op === 'duplicate.answer') {
      this.putAnswer(person, change)
      return { outcome: 'saved', revision: null, check: null }
    }
    if (change.op === 'entry.erase') {
      this.records.delete(`entry/${change.entryId}`)
      this.put({ type: 'tombstone', id: change.entryId, subject: 'entry' })
      return { outcome: 'saved', revision: null, check: null }
    }
    if ('factId' in change) return { outcome: this.writeFact(person, change), revision: 1, check: null }
    const outcome = this.write(person, change)
    const { check } = this.entry(change.entryId)!
    return { outcome, revision: this.said.get(change.entryId)!.length, check }
  }

  private putAnswer(
    person: Person,
    change: Extract<Change, { op: 'intent.create' | 'intent.deny' | 'duplicate.answer' }>,
  ) {
    const [accountId, at] = [this.accounts[person], isoIn(ZONE, instant(this.now))]
    if (change.op === 'duplicate.answer') {
      const { entryIds, answer } = change
      this.put({ type: 'acknowledgement', id: change.changeId, entryIds, answer, accountId, at })
    } else if (change.op === 'intent.create') {
      const { intentId, childId, medicine } = change
      const open = { outcome: null, entryId: null, answeredBy: null, check: null }
      const expiresAt = isoIn(ZONE, instant(this.now + 600_000))
      this.put({ type: 'intent', id: intentId, childId, accountId, medicine, at, expiresAt, ...open })
    } else {
      const intent = this.records.get(`intent/${change.intentId}`)
      if (intent?.type === 'intent') this.put({ ...intent, outcome: 'not_given', answeredBy: accountId })
    }
  }

  private fact(id: string): FactRecord | undefined {
    const kinds = ['child', 'weight', 'condition', 'product']
    return kinds.map((kind) => this.records.get(`${kind}/${id}`)).find((one) => one !== undefined) as FactRecord
  }

  private writeFact(person: Person, change: FactChange): 'saved' | 'conflict' {
    const content = change.op === 'fact.delete' ? null : contentOf(change, this.fact(change.factId)?.conflicts ?? [])
    const { kind, ...said } = content ?? { kind: '' }
    if (change.op === 'fact.create') {
      this.put({ type: kind, id: change.factId, ...FIRST, ...said } as Without<SyncRecord>)
      return 'saved'
    }
    const fact = this.fact(change.factId)!
    const revision = fact.conflicts.reduce((most, one) => Math.max(most, one.revision), fact.revision) + 1
    const base =
      change.baseChangeId === undefined ? change.baseRevision : this.results.get(change.baseChangeId)?.revision
    if (base !== fact.revision) {
      const at = isoIn(ZONE, instant(this.now))
      const conflicts = [...fact.conflicts, { revision, accountId: this.accounts[person], at, content }]
      this.put({ ...fact, conflicts })
      return 'conflict'
    }
    this.put({ ...fact, ...said, revision, deleted: content === null })
    return 'saved'
  }

  private rejectionOf(person: Person, change: Change): Rejection | null {
    const { role } = this.member(person)
    if (role === 'viewer') return 'role_forbidden'
    if (!('factId' in change) && !('entryId' in change)) return null
    if ('factId' in change) {
      const fact = this.fact(change.factId)
      if (change.op === 'fact.create') return fact ? 'fact_id_taken' : null
      if (!fact) return 'fact_not_found'
      return change.op === 'fact.delete' && fact.type === 'child' && role !== 'owner' ? 'role_forbidden' : null
    }
    if (this.records.has(`tombstone/${change.entryId}`)) return 'entry_erased'
    const entry = this.entry(change.entryId)
    if (change.op === 'entry.create') {
      if (entry) return 'entry_id_taken'
      if (change.childId !== this.childId) return 'child_not_found'
      return null
    }
    if (!entry) return 'entry_not_found'
    return change.op === 'entry.edit' && change.content.kind !== entry.content.kind ? 'entry_kind_fixed' : null
  }

  private write(person: Person, change: EntryChange): 'saved' | 'conflict' {
    const account = this.accounts[person]
    const at = isoIn(ZONE, instant(this.now))
    if (change.op === 'entry.create') {
      this.said.set(change.entryId, [{ revision: 1, content: change.content }])
      this.put({
        type: 'entry',
        id: change.entryId,
        childId: change.childId,
        revision: 1,
        content: change.content,
        deleted: false,
        loggedBy: account,
        author: null,
        loggedAt: at,
        editedBy: null,
        editedAt: null,
        clockOffsetSeconds: null,
        conflicts: [],
        check: null,
      })
      this.recheck(change.entryId)
      return 'saved'
    }
    const entry = this.entry(change.entryId)!
    const base =
      change.baseChangeId === undefined ? change.baseRevision : this.results.get(change.baseChangeId)?.revision
    const said = this.saidOf(entry)
    const content = change.op === 'entry.delete' ? null : contentOf(change, said)
    const highest = said.length
    said.push({ revision: highest + 1, content })
    const settles = change.op === 'entry.settle' ? change.conflicting : []
    const isOpen = settles.every((one) => entry.conflicts.some(({ revision }) => revision === one))
    const current = entry.deleted ? null : entry.content
    const isInTime =
      change.op === 'entry.settle'
        ? isDeepStrictEqual(content, current) || (base === entry.revision && isOpen)
        : change.op === 'entry.delete'
          ? entry.deleted || base === entry.revision
          : !entry.deleted && base === entry.revision
    if (!isInTime) {
      const conflicts = [...entry.conflicts, { revision: highest + 1, accountId: account, at, content }]
      this.put({ ...entry, conflicts })
      return 'conflict'
    }
    const edited = { revision: highest + 1, editedBy: account, editedAt: at }
    const conflicts = entry.conflicts.filter(({ revision }) => !settles.includes(revision))
    this.put({ ...entry, ...edited, conflicts, content: content ?? entry.content, deleted: content === null })
    if (content) this.recheck(change.entryId)
    return 'saved'
  }

  private saidOf({ id: entryId, revision, content }: EntryRecord) {
    const said = this.said.get(entryId) ?? [{ revision, content }]
    this.said.set(entryId, said)
    return said
  }

  private recheck(entryId: string): void {
    const entry = this.entry(entryId)!
    if (entry.content.kind !== 'dose') return
    const check = checkRecordedDose(this.childRecord(entry.childId), entryId, wholeRecord(ZONE))
    this.records.set(`entry/${entryId}`, { ...entry, check: check && doseCheckToJson(check, ZONE) })
  }

  private childRecord(childId: string) {
    const family = familyOf({ familyId: this.id, isWhole: true, all: [...this.records.values()] }, [])
    return childRecordOf(
      family,
      family.children.find((child) => child.id === childId)!,
    )
  }
}

/** What an edit says, or what a person chose of what was in conflict. */
function contentOf<Content>(
  change: { content: Content } | { stands: number | Content },
  conflicts: readonly { readonly revision: number; readonly content: Content | null }[],
): Content | null {
  if ('content' in change) return change.content
  const { stands } = change
  return typeof stands === 'number' ? (conflicts.find(({ revision }) => revision === stands)?.content ?? null) : stands
}
