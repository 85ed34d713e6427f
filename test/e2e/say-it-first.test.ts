import { eventually, gone, shown, type BrowserPhone } from '../support/browser-phone.ts'
import { storedEntries, storedIntents, writtenSince } from '../support/stack-record.ts'
import { bothPhones, inBrowser } from '../support/two-phones.ts'

/** A medicine by its name, which no other flow gives: what stands against it is what these phones say of it. */
async function openOther(phone: BrowserPhone, name: string): Promise<void> {
  await phone.tap('用药')
  await phone.choose(/^别的药/)
  await phone.sheet.getByRole('textbox', { name: '药名' }).fill(name)
}

/** 我要喂, whatever the guard has against it. */
async function say(phone: BrowserPhone): Promise<void> {
  await phone.tap('我要喂 · 乐乐')
  const said = phone.sheet.getByText(/^您 .*说要喂/).first()
  await said.or(phone.question).first().waitFor()
  if (await phone.question.isVisible()) await phone.press(phone.question.getByRole('button', { name: '还是要喂' }))
  await shown(phone.sheet.getByText(/^您 .*说要喂.*家里人都看得到了。$/))
}

const closeSheet = (phone: BrowserPhone) => phone.press(phone.sheet.getByRole('button', { name: '关闭' }))

describe('saying 我要喂 before a dose', () => {
  const { flow } = inBrowser()

  flow('of two who say it at the same moment one is told of the other, and both phones see both', async (scene) => {
    const { mama, baba } = await bothPhones(scene)
    for (const phone of [mama, baba]) {
      await phone.tap('用药')
      await phone.choose(/^泰诺林/)
    }
    await Promise.all([say(mama), say(baba)])
    const isTold = async (phone: BrowserPhone) =>
      (await phone.sheet.innerText()).match(/(妈妈|爸爸) \d\d:\d\d 说要喂泰诺林，还没记喂没喂/) !== null
    const told = await eventually(
      async () => [await isTold(mama), await isTold(baba)],
      (each) => each.includes(true),
    )
    expect(told.filter(Boolean)).toHaveLength(1)
    const stored = (await storedIntents()).filter(({ outcome }) => outcome === null)
    expect(stored.map(({ rules }) => rules.includes('in_progress')).sort()).toEqual([false, true])

    await Promise.all([closeSheet(mama), closeSheet(baba)])
    await shown(mama.text(/^爸爸 \d\d:\d\d 说要喂泰诺林 4 mL，还没记喂没喂。先问一声。$/))
    await shown(baba.text(/^妈妈 \d\d:\d\d 说要喂泰诺林 4 mL，还没记喂没喂。先问一声。$/))

    await baba.tap('没喂')
    await gone(mama.text(/^爸爸 \d\d:\d\d 说要喂/))
    await mama.tap('没喂')
    await gone(baba.text(/^妈妈 \d\d:\d\d 说要喂/))
    await eventually(storedIntents, (all) => all.every(({ outcome }) => outcome === 'not_given'))
  })

  flow('喂了 turns it into the dose with its name and time, and ends it on every phone', async (scene) => {
    const before = await storedEntries()
    const { mama, baba } = await bothPhones(scene)
    await openOther(mama, '小柴胡颗粒')
    await mama.choose('不含')
    await say(mama)
    await shown(baba.text(/^妈妈 \d\d:\d\d 说要喂小柴胡颗粒，还没记喂没喂。先问一声。$/))
    await mama.press(mama.sheet.getByRole('button', { name: '喂了', exact: true }))
    await mama.tap('已经喂了 · 乐乐')
    await mama.sheet.waitFor({ state: 'detached', timeout: 1_000 }).catch(async () => {
      await mama.press(mama.question.getByRole('button', { name: '照样记' }))
      await gone(mama.sheet)
    })
    await shown(baba.row('小柴胡颗粒 妈妈'))
    await gone(baba.text(/^妈妈 \d\d:\d\d 说要喂/))
    expect(writtenSince(before, await storedEntries())).toMatchObject([{ kind: 'dose', deleted: false }])
    expect((await storedIntents()).filter(({ outcome }) => outcome === 'given')).toHaveLength(1)
  })

  flow('without a network nothing is promised to the others', async (scene) => {
    const { baba } = await bothPhones(scene)
    await baba.page.context().setOffline(true)
    await shown(baba.text(/没网，照常记/))
    await openOther(baba, '退热贴')
    await baba.tap('我要喂 · 乐乐')
    await baba.question.waitFor()
    const unseen = baba.question.getByText(/别人这会儿也可能在喂/)
    if (!(await unseen.isVisible())) {
      await baba.press(baba.question.getByRole('button', { name: '还是要喂' }))
      await shown(unseen)
    }
    await baba.press(baba.question.getByRole('button', { name: '还是要喂' }))
    await shown(baba.sheet.getByText(/家里人还看不到/))
    await baba.press(baba.sheet.getByRole('button', { name: '没喂', exact: true }))
    await gone(baba.sheet)
  })
})
