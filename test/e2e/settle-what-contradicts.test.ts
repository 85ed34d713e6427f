import { eventually, gone, shown, type BrowserPhone } from '../support/browser-phone.ts'
import { storedEntries, writtenSince } from '../support/stack-record.ts'
import { bothPhones, inBrowser } from '../support/two-phones.ts'

async function changeNote(phone: BrowserPhone, before: string, after: string): Promise<void> {
  await phone.press(phone.row(before))
  await phone.sheet.getByRole('textbox', { name: '改记事' }).fill(after)
  await phone.tap('保存给乐乐')
  await gone(phone.sheet)
}

/** Back on the network, past the time in which the change could be undone. */
async function reconnect(phone: BrowserPhone): Promise<void> {
  await gone(phone.text('已修改'))
  await phone.page.context().setOffline(false)
  await gone(phone.row('待同步'))
}

const openReview = async (phone: BrowserPhone): Promise<void> => {
  await phone.press(phone.button(/^有 \d+ 件事要您看一眼$/))
  await shown(phone.text('像是同一次').or(phone.text('两边都改过')))
}

describe('what contradicts itself', () => {
  const { flow } = inBrowser()

  flow(
    'an entry that both have changed stands with both versions until one is chosen, and its history tells',
    async (scene) => {
      const { mama, baba } = await bothPhones(scene)
      await mama.logNote('吃了半个苹果')
      await shown(baba.row('吃了半个苹果'))
      await Promise.all([mama, baba].map((phone) => phone.page.context().setOffline(true)))
      await changeNote(mama, '吃了半个苹果', '吃了一个苹果')
      await changeNote(baba, '吃了半个苹果', '吃了两口苹果')
      await reconnect(mama)
      await reconnect(baba)
      await shown(mama.row('吃了一个苹果').and(mama.button(/两边都改过/)))
      await shown(baba.row('吃了一个苹果').and(baba.button(/两边都改过/)))

      await mama.press(mama.row('吃了一个苹果'))
      await shown(mama.text('留哪一个？没选的也留在修改记录里。'))
      await shown(mama.text(/爸爸 \d\d:\d\d 说的/))
      await mama.press(mama.button(/^就用这个 吃了两口苹果/))
      await shown(baba.row('吃了两口苹果'))
      await gone(baba.button(/吃了.*两边都改过/))

      await mama.tap('返回')
      await mama.press(mama.row('吃了两口苹果'))
      await mama.tap('修改记录')
      await shown(mama.text('内容：吃了一个苹果 → 吃了两口苹果'))
      await shown(mama.text('内容：吃了半个苹果 → 吃了一个苹果'))
      await shown(mama.text('两边都改过，没选它'))
      await shown(mama.text(/^妈妈 \d\d:\d\d 记下$/))
    },
  )

  flow('what one deleted while the other changed it is asked about, and not lost', async (scene) => {
    const { mama, baba } = await bothPhones(scene)
    await mama.logNote('睡前哭了一会儿')
    await shown(baba.row('睡前哭了一会儿'))
    await baba.page.context().setOffline(true)
    await changeNote(baba, '睡前哭了一会儿', '睡前哭了十分钟')
    await mama.press(mama.row('睡前哭了一会儿'))
    await mama.tap('删除')
    await gone(mama.sheet)
    await gone(mama.text('已删除'))
    await reconnect(baba)
    await openReview(mama)
    await shown(mama.text('一边删了，一边改了。留哪一个？'))
    await mama.press(mama.button(/^就用这个 睡前哭了十分钟/))
    await shown(baba.row('睡前哭了十分钟'))
  })

  flow(
    'a reading that both have logged is asked about on both phones, and counts once when it was one',
    async (scene) => {
      const before = await storedEntries()
      const { mama, baba } = await bothPhones(scene)
      await mama.logTemperature('387')
      await shown(baba.row('38.7 ℃ 腋温 妈妈'))
      await baba.logTemperature('387')
      await openReview(baba)
      await openReview(mama)
      await shown(mama.text(/38\.7 ℃ 腋温/))
      // Others that look alike may stand there too.
      const pair = mama.page.locator('.card:visible').filter({ hasText: '38.7 ℃ 腋温' })
      await mama.press(pair.getByRole('button', { name: '是同一次' }).first())
      const written = async () => writtenSince(before, await storedEntries())
      await eventually(written, (entries) => entries.filter(({ deleted }) => deleted).length === 1)
      expect(await written()).toHaveLength(2)
    },
  )

  flow('the history of an entry says that it needs a network, and comes when there is one', async (scene) => {
    const { mama } = await bothPhones(scene)
    await mama.logNote('给医生看的')
    await shown(mama.row('给医生看的 妈妈 打开修改'))
    await mama.press(mama.row('给医生看的'))
    await mama.page.context().setOffline(true)
    await mama.tap('修改记录')
    await shown(mama.text('要连上网才看得到'))
    await mama.page.context().setOffline(false)
    await mama.tap('再试一次')
    await shown(mama.text('内容：给医生看的'))
  })
})
