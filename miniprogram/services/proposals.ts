import type { LogProblem, Writer } from './outbox/writer.ts'
import type { Result } from './result.ts'

/** What a former member had not sent: 收下 or 不要, by the owner. */
export interface Proposals {
  readonly settle: (proposalId: string, accept: boolean) => Result<null, LogProblem>
}

export const createProposals = ({ write, made }: Writer): Proposals => ({
  settle: (proposalId, accept) => write(null, { op: 'proposal.settle', ...made(), proposalId, accept }, false),
})
