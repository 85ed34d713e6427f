import type { RouteId } from '../../../../shared/contract/routes.ts'
import { clientProblem } from '../../../../miniprogram/services/api-problem.ts'
import type { ApiClient } from '../../../../miniprogram/services/api-client.ts'
import { createFamilies } from '../../../../miniprogram/services/families/families.ts'
import { failure, success } from '../../../../miniprogram/services/result.ts'

function phoneIn(familyId: string | null, answer: unknown = success({})) {
  const calls: { id: RouteId; args: unknown }[] = []
  let pulls = 0
  const client = {
    call: (id: RouteId, args: unknown) => {
      calls.push({ id, args })
      return Promise.resolve(answer)
    },
  } as ApiClient
  const families = createFamilies({ client, familyId: () => familyId, wake: () => (pulls += 1) })
  return { families, calls, pulls: () => pulls }
}

describe('what is asked about the open family', () => {
  it('names the family that is open, and says what is to become of it', async () => {
    const { families, calls } = phoneIn('f1')
    await families.setRole('a2', 'viewer')
    await families.invite('caregiver')
    await families.accessLog('2026-01-16T03:10:00Z')
    expect(calls).toEqual([
      {
        id: 'members.setRole',
        args: { params: { familyId: 'f1' }, query: {}, body: { accountId: 'a2', role: 'viewer' } },
      },
      { id: 'invites.create', args: { params: { familyId: 'f1' }, query: {}, body: { role: 'caregiver' } } },
      {
        id: 'accessLog.list',
        args: { params: { familyId: 'f1' }, query: { before: '2026-01-16T03:10:00Z' }, body: undefined },
      },
    ])
  })

  it('pulls the record after a change, for whatever was answered it may have gone through', async () => {
    const { families, pulls } = phoneIn('f1', failure(clientProblem('timeout')))
    expect(await families.remove('a2')).toEqual(failure(clientProblem('timeout')))
    expect(pulls()).toBe(1)
  })

  it('asks for nothing to be pulled where nothing of the record changes', async () => {
    const { families, pulls } = phoneIn('f1')
    await families.members()
    await families.invites()
    await families.invite('viewer')
    expect(pulls()).toBe(0)
  })

  it('is answered on the phone where there is no family', async () => {
    const { families, calls } = phoneIn(null)
    expect(await families.members()).toEqual(failure(clientProblem('not_found')))
    expect(await families.leave()).toEqual(failure(clientProblem('not_found')))
    expect(calls).toEqual([])
  })
})
