import { screen, screenState } from '../../../behaviors/screen.ts'
import type { Member } from '../../../stores/records/family.ts'
import { ask, askText, choose, core, openPage, switchTab, tell } from '../../../wiring.ts'
import { tellRefused } from '../../tell-refused.ts'
import { membersTexts, type MembersTexts } from '../../texts/members.ts'
import { actsOn, actText, membersView, ownRole, type Heard, type MemberAct, type MembersView } from './members.view.ts'

/** 家里人: who belongs to the family and as what, who watches, and for the owner who may. */
Component({
  behaviors: [
    screen(
      (state, data) => membersView(state, data._heard as Heard),
      (language) => membersTexts(language).titles.members,
    ),
  ],
  options: { pureDataPattern: /^_/ },
  data: { _heard: {}, _isBusy: false, view: {} as MembersView },
  pageLifetimes: {
    show() {
      void this.hear()
    },
  },
  methods: {
    /** Asks when everybody's phone was last heard from; without an answer the page stands without it. */
    async hear() {
      const reply = await core.families.members()
      if (!reply.ok) return
      this.setData({
        _heard: Object.fromEntries(reply.value.members.map(({ accountId, heardAt }) => [accountId, heardAt])),
      })
      this.refresh()
    },
    async onMember({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      const state = screenState()
      const member = state.family.members.find(({ id }) => id === detail.key)
      if (!member) return
      const acts = actsOn(member, state)
      const chosen = await choose(acts.map((act) => actText(act, member, state)))
      const act = chosen === null ? undefined : acts[chosen]
      if (act !== undefined) await this.once(() => this.do(act, member))
    },
    onMore({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      if (detail.key === 'invite') openPage('/package-more/pages/invite/invite')
      if (detail.key === 'rename') void this.once(() => this.rename())
      if (detail.key === 'leave') void this.once(() => this.leave())
    },
    async do(act: MemberAct, { id, name }: Member) {
      const { words, roles, yesNo } = said()
      const { members } = words
      const role = act === 'make_viewer' ? 'viewer' : 'caregiver'
      switch (act) {
        case 'take_duty': {
          const taken = core.facts.takeDuty(id)
          if (!taken.ok)
            await tell({
              title: said().texts.problemTitle,
              text: said().texts.problems[taken.problem],
              yes: words.close,
            })
          return
        }
        case 'rename_self': {
          const next = await askText({ title: members.renameSelf, text: name, ...yesNo })
          if (next !== null && next.trim() !== '') await this.told(core.families.renameSelf(next.trim()))
          return
        }
        case 'make_viewer':
        case 'make_caregiver':
          if (await ask({ title: members.roleAsk(name, roles[role]), text: members.roleTexts[role], ...yesNo }))
            await this.told(core.families.setRole(id, role))
          return
        case 'hand_over':
          if (await ask({ title: members.handOverAsk(name), text: members.handOverText(name), ...yesNo }))
            await this.told(core.families.handOver(id))
          return
        case 'remove':
          if (await ask({ title: members.removeAsk(name), text: members.removeText(name), ...yesNo }))
            await this.told(core.families.remove(id))
      }
    },
    async rename() {
      const { words, yesNo } = said()
      const next = await askText({ title: words.members.rename, text: core.family.get().name ?? '', ...yesNo })
      if (next !== null && next.trim() !== '') await this.told(core.families.rename(next.trim()))
    },
    async leave() {
      const { words, yesNo, state } = said()
      const { members } = words
      if (ownRole(state) === 'owner') {
        const isAlone = state.family.members.length < 2
        await tell({ title: members.leave, text: isAlone ? members.ownerAlone : members.ownerLeaves, yes: words.close })
        return
      }
      const text = state.unsent > 0 ? `${members.leaveUnsent(state.unsent)}${members.leaveText}` : members.leaveText
      if (!(await ask({ title: members.leaveAsk, text, ...yesNo }))) return
      const reply = await core.families.leave()
      if (reply.ok) switchTab('/pages/family/family')
      else await tellRefused(reply.problem)
    },
    /** One thing at a time: a second tap while the server is asked does nothing. */
    async once(work: () => Promise<void>) {
      if (this.data._isBusy) return
      this.setData({ _isBusy: true })
      await work()
      this.setData({ _isBusy: false })
    },
    async told(asked: ReturnType<typeof core.families.remove | typeof core.families.rename>) {
      const reply = await asked
      if (!reply.ok) await tellRefused(reply.problem)
    },
  },
})

function said() {
  const state = screenState()
  const words: MembersTexts = membersTexts(state.preferences.language)
  return {
    state,
    words,
    texts: state.texts,
    roles: state.texts.family.roles,
    yesNo: { yes: words.yes, no: words.no },
  }
}
