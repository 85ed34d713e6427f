import { parseStamp } from '../../../../shared/time/instant.ts'
import { fixedZone } from '../../../../shared/time/zone.ts'
import { momentText } from '../../../../shared/words/time.ts'
import { screenState } from '../../../behaviors/screen.ts'
import { ask, askText, core, phoneOffsetMinutes, switchTab, tell } from '../../../wiring.ts'
import { tellRefused } from '../../tell-refused.ts'
import { privacyTexts } from '../../texts/privacy.ts'

/** A child with everything of it, once its name was typed. */
export async function eraseChild(childId: string): Promise<void> {
  const child = core.family.get().children.find(({ id }) => id === childId)
  if (!child || !(await isTyped(said().erase.childAsk(child.name), child.name))) return
  const reply = await core.families.eraseChild(childId)
  if (reply.ok) await tellDue(reply.value.dueAt)
  else await tellRefused(reply.problem)
}

/** The open family, once its name was typed. */
export async function eraseFamily(): Promise<void> {
  const { name } = core.family.get()
  if (name === null || !(await isTyped(said().erase.familyAsk(name), name))) return
  const reply = await core.families.eraseFamily()
  if (!reply.ok) return tellRefused(reply.problem)
  await core.account.refreshFamilies()
  await tellDue(reply.value.dueAt)
}

/** One's own account, asked about twice where families go with it. */
export async function eraseAccount(): Promise<void> {
  const { erase: words } = said()
  const owns = core.account.state.get().families.some(({ role, isLocal }) => role === 'owner' && !isLocal)
  const { yes, no } = words
  if (!(await ask({ title: words.accountAsk, text: words.accountAskText, yes, no }))) return
  if (owns && !(await ask({ title: words.ownedAsk, text: words.ownedText, yes: words.owned, no }))) return
  const reply = await core.account.erase({ eraseOwnedFamilies: owns })
  if (!reply.ok) return tellRefused(reply.problem)
  switchTab('/pages/now/now')
}

/** `key`: of a row of what is due. */
export async function takeBack(key: string): Promise<void> {
  const [what, id = ''] = key.split(' ')
  const erased = core.account.state.get().erased?.find(({ familyId }) => familyId === id)
  const reply =
    what === 'account'
      ? await core.account.cancelErasure()
      : erased
        ? await core.account.cancelFamilyErasure(erased)
        : await core.families.cancelErasure(id)
  if (!reply.ok) await tellRefused(reply.problem)
}

async function isTyped(title: string, name: string): Promise<boolean> {
  const { erase: words, close } = said()
  const typed = await askText({ title, text: '', yes: words.yes, no: words.no })
  if (typed === null) return false
  if (typed.trim() === name.trim()) return true
  await tell({ title: words.mismatch, text: '', yes: close })
  return false
}

function tellDue(dueAt: string): Promise<void> {
  const { now, preferences } = screenState()
  const { erase: words, close } = said()
  const due = momentText(parseStamp(dueAt)!.at, now, fixedZone(phoneOffsetMinutes(now)), preferences.language)
  return tell({ title: words.askedTitle, text: words.asked(due), yes: close })
}

const said = () => privacyTexts(screenState().preferences.language)
