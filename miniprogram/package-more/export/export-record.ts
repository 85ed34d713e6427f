import type { ProblemCode } from '../../../shared/contract/errors.ts'
import { downloadFile, writeTextFile } from '../../platform/files.ts'
import { clientProblem, type ApiProblem } from '../../services/api-problem.ts'
import { failure, success, type Result } from '../../services/result.ts'
import { addressOf, headersFor } from '../../services/send-route.ts'
import type { Family } from '../../stores/records/family.ts'
import { apiBase, core, version } from '../../wiring.ts'
import { phoneRecord } from './phone-record.ts'

/** Made, and waiting on the phone to be handed on. */
export interface ExportedFile {
  readonly path: string
  readonly name: string
}

/** The record of this phone alone, a file a child; null where the phone has no room. */
export async function exportPhone(family: Family): Promise<readonly ExportedFile[] | null> {
  const files: ExportedFile[] = []
  for (const { name, json } of phoneRecord(family)) {
    const path = await writeTextFile(name, json)
    if (path === null) return null
    files.push({ path, name })
  }
  return files
}

/** Everything the server has of the family, in one zip that can be imported again. */
export async function exportFamily(familyId: string, name: string): Promise<Result<ExportedFile, ApiProblem>> {
  const url = addressOf(apiBase, 'families.export', { params: { familyId }, query: {} })
  const token = await core.session.token()
  if (!token.ok) return token
  let reply = await downloadFile(url, headersFor(version, token.value))
  if (reply.kind === 'refused' && reply.status === 401) {
    const renewed = await core.session.renew(token.value)
    if (!renewed.ok) return renewed
    reply = await downloadFile(url, headersFor(version, renewed.value))
  }
  if (reply.kind === 'file') return success({ path: reply.path, name })
  return failure(clientProblem(reply.kind === 'refused' ? codeOf(reply.status) : 'network'))
}

/** A download that was refused leaves no problem to read, only its status. */
function codeOf(status: number): ProblemCode {
  if (status === 401) return 'unauthenticated'
  if (status === 403) return 'role_forbidden'
  if (status === 404) return 'not_found'
  if (status === 426) return 'upgrade_required'
  return status === 429 ? 'too_many_requests' : 'internal'
}

export { shareFile } from '../../platform/files.ts'
