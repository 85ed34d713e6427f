import { actsOn, actText, membersView } from '../../../../miniprogram/package-more/pages/members/members.view.ts'
import { screenOf, type Difference } from '../support/screen-state.ts'

const stateOf = (more: Difference = {}) => screenOf([], '16T03:10', more)
const signedInAs = (accountId: string): Difference => ({
  open: { ...stateOf().open!, accountId },
})
const actsOf = (who: string, more: Difference = {}) => {
  const state = stateOf(more)
  return actsOn(
    state.family.members.find(({ id }) => id === who)!,
    state,
  )
}

describe('the members, as the owner sees them', () => {
  it('stand with their roles, who is me, who is on duty, and when each phone was last heard from', () => {
    const duty = { accountId: 'baba', since: '2026-01-16T02:00:00+08:00' }
    const heard = { mama: '2026-01-16T03:10:00+08:00', baba: '2026-01-16T03:05:00+08:00', nana: null }
    const { members } = membersView(stateOf({ family: { duty } }), heard)
    expect(members.map(({ title, badge }) => [title, badge])).toEqual([
      ['妈妈', '我'],
      ['爸爸', '值守'],
      ['外婆', ''],
    ])
    expect(members[1]!.text).toContain('手机 5 分钟前同步过')
    expect(members[2]!.text).toContain('手机还没连上过')
    expect(members[0]!.text).not.toContain('手机')
  })

  it('say nothing of their phones until the server has been asked', () => {
    expect(
      membersView(stateOf(), {})
        .members.map(({ text }) => text)
        .join(),
    ).not.toContain('手机')
  })

  it('can be given another role, the ownership, or be removed; nobody does that to themselves', () => {
    expect(actsOf('baba')).toEqual(['take_duty', 'make_viewer', 'hand_over', 'remove'])
    expect(actsOf('nana')).toEqual(['make_caregiver', 'hand_over', 'remove'])
    expect(actsOf('mama')).toEqual(['rename_self', 'take_duty'])
  })

  it('are not handed the duty they already have', () => {
    const family = { duty: { accountId: 'baba', since: '2026-01-16T02:00:00+08:00' } }
    expect(actsOf('baba', { family })).not.toContain('take_duty')
  })
})

describe('the members, as others see them', () => {
  it('a caregiver takes and hands over the duty, and is told who decides the rest', () => {
    const more = signedInAs('baba')
    expect(actsOf('mama', more)).toEqual(['take_duty'])
    expect(actsOf('nana', more)).toEqual([])
    const view = membersView(stateOf(more), {})
    expect(view.foot).toContain('管理人妈妈')
    expect(view.more.map(({ key }) => key)).toEqual(['leave'])
  })

  it('a viewer changes what they are called and nothing else, and is told so', () => {
    const more = signedInAs('nana')
    expect(actsOf('nana', more)).toEqual(['rename_self'])
    expect(actsOf('mama', more)).toEqual([])
    expect(membersView(stateOf(more), {}).note).toContain('只看')
  })

  it('somebody who is in it no more changes nothing', () => {
    const more = signedInAs('gone')
    expect(membersView(stateOf(more), {}).more).toEqual([])
  })
})

it('without a network the page says that nothing can be changed now', () => {
  expect(membersView(stateOf({ connection: { hasNetwork: false } }), {}).note).toContain('没网')
})

it('the duty is taken by oneself and handed to others in other words', () => {
  const state = stateOf()
  const [mama, baba] = state.family.members
  expect(actText('take_duty', mama!, state)).toBe('换我来看着')
  expect(actText('take_duty', baba!, state)).toBe('换爸爸看着')
})
