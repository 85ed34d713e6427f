import { randomUUID } from 'node:crypto'
import type { ChangeOf } from '../../shared/contract/schemas/sync.schema.ts'

/** When a phone made a change: now, unless told otherwise. */
const head = (madeAt = new Date().toISOString()) => ({ changeId: randomUUID(), madeAt })

/** "I am giving it now." */
export const announce = (
  childId: string,
  medicine: ChangeOf<'intent.create'>['medicine'],
  madeAt?: string,
): ChangeOf<'intent.create'> => ({ op: 'intent.create', ...head(madeAt), intentId: randomUUID(), childId, medicine })

/** 没喂. */
export const deny = (intentId: string): ChangeOf<'intent.deny'> => ({ op: 'intent.deny', ...head(), intentId })

/** A person's word on conflicts of an entry. */
export const settle = (
  entryId: string,
  baseRevision: number,
  conflicting: number[],
  stands: ChangeOf<'entry.settle'>['stands'],
): ChangeOf<'entry.settle'> => ({ op: 'entry.settle', ...head(), entryId, baseRevision, conflicting, stands })

/** 同一次 or 两次. */
export const answer = (
  entryIds: [string, string],
  said: ChangeOf<'duplicate.answer'>['answer'],
): ChangeOf<'duplicate.answer'> => ({ op: 'duplicate.answer', ...head(), entryIds, answer: said })
