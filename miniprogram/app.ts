import { textsIn } from './texts/texts.ts'
import { absence, core, tell } from './wiring.ts'

App({
  onLaunch({ query }) {
    absence.came()
    core.wakeUp()
    const { owner } = query as { owner?: string }
    if (owner !== undefined) void comeInByLink(owner)
  },
})

/** The browser client of a server of one's own was opened by the link it printed. */
async function comeInByLink(secret: string): Promise<void> {
  const entered = await core.account.signInByLink(secret)
  if (entered.ok) return
  const { banner, common } = textsIn(core.preferences.get().language)
  await tell({ title: '', text: banner.problem[entered.problem.code], yes: common.done })
}
