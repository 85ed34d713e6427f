import { seriousFaults, whatDoesNotFit } from '../support/browser-looks.ts'
import { gone, shown, type BrowserPhone } from '../support/browser-phone.ts'
import { stackUnderTest } from '../support/stack-under-test.ts'
import { inBrowser, phoneAddress, type Scene } from '../support/two-phones.ts'

const CODE = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/
const AGREE = '我是孩子的监护人或受监护人托付，同意'

const field = (phone: BrowserPhone, name: string) => phone.page.getByRole('textbox', { name, exact: true })
const yes = (phone: BrowserPhone) => phone.press(phone.question.getByRole('button', { name: '好', exact: true }))

/** A page of 家庭, by how its row begins. */
async function openFromFamily(phone: BrowserPhone, row: RegExp): Promise<void> {
  await phone.openTab('家庭')
  await phone.press(phone.button(row).first())
}

/** A child from 此刻, then its weight, a medicine, a reading and a dose, with nobody signed in. */
async function logAlone(phone: BrowserPhone): Promise<void> {
  await phone.tap('加一个孩子')
  await field(phone, '小名').fill('乐乐')
  await phone.tap('保存')
  await phone.isReady()
  await phone.logTemperature('386')
  await openFromFamily(phone, /^乐乐/)
  await phone.tap('记体重')
  for (const key of ['1', '4', '.', '2']) await phone.press(phone.sheet.getByRole('button', { name: key, exact: true }))
  await phone.press(phone.sheet.getByRole('button', { name: '保存', exact: true }))
  await shown(phone.button(/^14\.2 kg/))
  await phone.tap('返回')
  await openFromFamily(phone, /^(药箱|\d+ 种药)/)
  await phone.tap('加一种药')
  await phone.press(phone.button(/^布洛芬混悬液/))
  await phone.tap('保存')
  await phone.tap('返回')
  await phone.openTab('此刻')
  await phone.tap('用药')
  await phone.choose(/^布洛芬混悬液/)
  await phone.tap('已经喂了 · 乐乐')
  await phone.sheet.waitFor({ state: 'detached', timeout: 2_000 }).catch(async () => {
    await phone.press(phone.question.getByRole('button', { name: '照样记' }))
    await gone(phone.sheet)
  })
  await shown(phone.row('布洛芬混悬液'))
}

/** Led to the link, then in by it; the child of this phone is the family's first. */
async function found(phone: BrowserPhone): Promise<BrowserPhone> {
  await openFromFamily(phone, /^家庭和登录/)
  await phone.press(phone.button(/^建一个家庭/))
  await shown(phone.text(/打开它启动时打印的那个链接/))
  await shown(phone.button(/^输入邀请码/))
  const secret = new URL(stackUnderTest().ownerLink).hash.slice(1)
  const owner = await phone.restarted(phoneAddress('guest', { visit: 'link' }, secret))
  await owner.isReady()
  await openFromFamily(owner, /^家庭和登录/)
  await owner.press(owner.button(/^建一个家庭/))
  await shown(owner.text(/这台手机上有 2 条记录，一起带过去/))
  await field(owner, '家里人怎么叫您').fill('妈妈')
  await owner.tap('建好')
  await owner.tap(AGREE)
  return owner
}

/** The code of an invitation, made on the page that founding leads to. */
async function invite(owner: BrowserPhone): Promise<string> {
  await owner.tap('做一个邀请')
  const code = await owner.text(CODE).textContent()
  // Past 家庭和登录, from where the family was founded.
  await owner.tap('返回')
  await owner.tap('返回')
  return code!
}

/** Typed, as somebody does whom the code was read out to. */
async function join(scene: Scene, code: string): Promise<BrowserPhone> {
  const phone = await scene.phone('guest', { at: '/package-more/pages/welcome/welcome' })
  await phone.press(phone.button(/^输入邀请码/))
  await field(phone, '邀请码').fill(code.toLowerCase().replace('-', ' '))
  await phone.tap('看看是谁请的')
  await shown(phone.text('妈妈请您加入“乐乐一家”'))
  await field(phone, '家里人怎么叫您').fill('姥姥')
  await phone.tap('登录并加入')
  await phone.tap(AGREE)
  return phone.isReady()
}

describe('a guest', () => {
  const { flow } = inBrowser()

  flow(
    'founds a family with what they logged alone; another joins, leaves, and what they had not sent is kept',
    async (scene) => {
      const guest = await scene.phone('guest')
      await logAlone(guest)
      const owner = await found(guest)
      await shown(owner.text('做一个邀请'))
      const second = await join(scene, await invite(owner))
      await shown(second.row('38.6 ℃ 腋温 妈妈'))
      await shown(second.row('布洛芬混悬液'))

      await second.logNote('姥姥记的')
      await owner.openTab('此刻')
      await shown(owner.row('姥姥记的 姥姥'))

      // Removed while a note has not gone out.
      await second.page.context().setOffline(true)
      await second.logNote('没来得及送到')
      await openFromFamily(owner, /^家里人 /)
      await owner.press(owner.button(/^姥姥 /).first())
      await owner.press(owner.page.getByRole('menuitem', { name: '请出家庭' }))
      await yes(owner)
      await gone(owner.button(/^姥姥 /))
      await second.page.context().setOffline(false)
      await second.press(second.button(/^您已经不在“乐乐一家”了/))
      await shown(second.text(/没来得及送到/))
      await second.tap('存成文件')
      await shown(second.text('乐乐.shouwen.json 准备好了'))
      expect([...(await whatDoesNotFit(second.page)), ...(await seriousFaults(second.page))]).toEqual([])
      await second.tap('交给管理人')
      await shown(second.text(/1 条已交给管理人/))

      await owner.tap('返回')
      await owner.openTab('此刻')
      await owner.press(owner.button(/^有 \d+ 件事要您看一眼$/))
      await shown(owner.text(/姥姥离开以前记的/))
      await owner.tap('收下')
      await gone(owner.text(/姥姥离开以前记的/))
      await owner.tap('返回')
      await shown(owner.row('没来得及送到 姥姥'))

      // A second family, and back to the first.
      await openFromFamily(owner, /^家庭和登录/)
      await owner.press(owner.button(/^建一个家庭/))
      await field(owner, '孩子的小名').fill('甜甜')
      await field(owner, '家庭的名字').fill('甜甜一家')
      await field(owner, '家里人怎么叫您').fill('姨妈')
      await owner.tap('建好')
      await owner.tap(AGREE)
      await shown(owner.text('做一个邀请'))
      await owner.tap('返回')
      await owner.press(owner.button(/^乐乐一家/))
      await shown(owner.row('没来得及送到 姥姥'))

      // Signed out with something unsent: it is asked about, and stays on the phone.
      await owner.page.context().setOffline(true)
      await owner.logNote('退出以前记的')
      await openFromFamily(owner, /^家庭和登录/)
      await owner.tap('退出登录')
      await shown(owner.question.getByText(/还有 1 条没送到，会留在这台手机上/))
      await yes(owner)
      await shown(owner.text(/这台服务器用链接登录/))
      const kept = await owner.page.evaluate(() => Object.values(localStorage).join('\n'))
      expect(kept).toContain('退出以前记的')
    },
  )
})
