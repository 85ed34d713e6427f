import { gone, shown, type BrowserPhone } from '../support/browser-phone.ts'
import { inBrowser, type Scene } from '../support/two-phones.ts'

const CODE = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/

async function openMembers(phone: BrowserPhone): Promise<void> {
  await phone.openTab('家庭')
  await phone.press(phone.button(/^家里人 /).first())
}

/** What the owner does with a member, through the menu and the question after it. */
async function change(owner: BrowserPhone, name: string, act: string): Promise<void> {
  await owner.press(owner.button(new RegExp(`^${name} `)).first())
  await owner.press(owner.page.getByRole('menuitem', { name: act }))
  await owner.press(owner.question.getByRole('button', { name: '好', exact: true }))
}

async function invite(owner: BrowserPhone, role: string): Promise<string> {
  await owner.openTab('家庭')
  await owner.press(owner.button(/^请家里人进来/).first())
  await owner.choose(role)
  await owner.tap('做一个邀请')
  const code = await owner.text(CODE).textContent()
  await owner.tap('返回')
  return code!
}

/** Opened by the card, shown whose invitation it is, accepted under a name, with the guardian's consent. */
async function join(scene: Scene, code: string, name: string): Promise<BrowserPhone> {
  const phone = await scene.phone('guest', { at: `/package-more/pages/join/join?code=${code}` })
  await shown(phone.text('妈妈请您加入“乐乐一家”'))
  await phone.page.getByRole('textbox', { name: '家里人怎么叫您' }).fill(name)
  await phone.tap('登录并加入')
  await phone.tap('我是孩子的监护人或受监护人托付，同意')
  return phone.isReady()
}

describe('a new member of the family', () => {
  const { flow } = inBrowser()

  flow('looks, is allowed to log, takes the duty, and is told at once when they are removed', async (scene) => {
    const mama = await (await scene.phone('mama')).isReady()
    const aunt = await join(scene, await invite(mama, '只看'), '姑姑')

    await aunt.press(aunt.button(/^喝水 \+1/))
    await shown(aunt.question.getByText(/您是来看看的，不能记/))
    await aunt.press(aunt.question.getByRole('button').first())

    await openMembers(mama)
    await change(mama, '姑姑', '改成一起记')
    await shown(mama.text(/一起记.*/).first())
    await aunt.openTab('家庭')
    await shown(aunt.button('换我来看着'))
    await aunt.tap('换我来看着')
    await shown(aunt.text(/^您看着/))
    await shown(mama.button(/^姑姑 值守 /))
    await aunt.openTab('此刻')
    await aunt.logNote('姑姑记的')
    await mama.tap('返回')
    await mama.openTab('此刻')
    await shown(mama.row('姑姑记的 姑姑'))

    await aunt.page.context().setOffline(true)
    await aunt.logNote('没来得及送到')
    await openMembers(mama)
    await change(mama, '姑姑', '请出家庭')
    await gone(mama.button(/^姑姑 /))
    await aunt.page.context().setOffline(false)
    await shown(aunt.text(/您已经不在“乐乐一家”了/))

    await aunt.press(aunt.button(/^您已经不在“乐乐一家”了/))
    await shown(aunt.text(/没来得及送到/))
    await aunt.tap('交给管理人')
    await shown(aunt.text(/1 条已交给管理人/))
  })

  flow('is told kindly of a code that is wrong, and can type another', async (scene) => {
    const phone = await scene.phone('guest', { at: '/package-more/pages/join/join?code=2222-2222' })
    await shown(phone.text(/这个邀请码不对/))
    await phone.page.getByRole('textbox', { name: '邀请码' }).fill('3333 3333')
    await phone.tap('看看是谁请的')
    await shown(phone.text(/这个邀请码不对/))
  })

  flow('may be invited by nobody but the owner, who can take an invitation back', async (scene) => {
    const mama = await (await scene.phone('mama')).isReady()
    const code = await invite(mama, '一起记')
    await mama.press(mama.button(/^请家里人进来/).first())
    await mama.press(mama.button(/^“一起记”的邀请/).first())
    await mama.press(mama.question.getByRole('button', { name: '作废' }))
    await shown(mama.text('没有还没用的邀请。'))
    const late = await scene.phone('guest', { at: `/package-more/pages/join/join?code=${code}` })
    await shown(late.text(/这个邀请码不对/))
    const baba = await (await scene.phone('baba')).isReady()
    await openMembers(baba)
    await shown(baba.text(/由管理人妈妈来做/))
  })
})
