import { gone, shown, type BrowserPhone } from '../support/browser-phone.ts'
import { stackUnderTest } from '../support/stack-under-test.ts'
import { storedEntries, writtenSince } from '../support/stack-record.ts'
import { bothPhones, inBrowser, phoneAddress } from '../support/two-phones.ts'

/** Cut by the browser: pages, requests and sockets of this phone alone. */
async function cutOff(phone: BrowserPhone): Promise<void> {
  await phone.page.context().setOffline(true)
  await shown(phone.text(/没网，照常记，连上就送到/))
}

const waiting = (phone: BrowserPhone) => phone.row('待同步')

describe('without a network', () => {
  const { flow } = inBrowser()

  flow('everything can be logged, waits in its row, and arrives once when the network is back', async (scene) => {
    const before = await storedEntries()
    const { mama, baba } = await bothPhones(scene)
    await cutOff(baba)

    await baba.logTemperature('385')
    await baba.logNote('断网时记的')
    await baba.press(baba.button(/^尿了 \+1/))
    await shown(baba.row('38.5 ℃ 腋温 爸爸 待同步'))
    await shown(baba.row('断网时记的 爸爸 待同步'))
    await shown(baba.text('3 条待同步'))
    expect(writtenSince(before, await storedEntries())).toEqual([])

    await mama.logNote('这边有网')
    await shown(mama.row('这边有网 妈妈'))
    await baba.page.context().setOffline(false)

    await shown(baba.row('这边有网 妈妈'))
    await shown(mama.row('38.5 ℃ 腋温 爸爸'))
    await shown(mama.row('断网时记的 爸爸'))
    await gone(waiting(baba))
    expect(await mama.row('38.5 ℃ 腋温 爸爸').count()).toBe(1)
    expect(await baba.row('38.5 ℃ 腋温 爸爸').count()).toBe(1)
    const written = writtenSince(before, await storedEntries())
    expect(written.map(({ celsius, note, symptom }) => celsius ?? note ?? symptom).sort()).toEqual(
      [38.5, '断网时记的', '这边有网', 'urinated'].sort(),
    )
    expect(written.every(({ revisions }) => revisions === 1)).toBe(true)
  })

  flow('what was logged outlives the app being killed, and a start that reaches no server', async (scene) => {
    const before = await storedEntries()
    const { mama, baba } = await bothPhones(scene)
    const context = mama.page.context()
    await cutOff(mama)
    await mama.logNote('关机前记的')
    await shown(mama.row('关机前记的 妈妈 待同步'))

    const { api } = stackUnderTest()
    const again = await mama.restarted(phoneAddress('mama'), async () => {
      // The page itself must load, so only the server is out of reach now.
      await context.route(`${api}/**`, (route) => route.abort('connectionrefused'))
      await context.routeWebSocket(/^ws/, (socket) => socket.close())
      await context.setOffline(false)
    })
    await shown(again.row('关机前记的 妈妈 待同步'))
    await shown(again.text(/连不上服务器，照常记/))
    expect(writtenSince(before, await storedEntries())).toEqual([])

    await context.unroute(`${api}/**`)
    await shown(baba.row('关机前记的 妈妈'))
    await gone(waiting(again))
    expect(writtenSince(before, await storedEntries())).toMatchObject([{ note: '关机前记的', revisions: 1 }])
  })

  flow('an answer that is lost on its way back doubles nothing', async (scene) => {
    const before = await storedEntries()
    const { mama, baba } = await bothPhones(scene)
    let lost = 0
    await mama.page.route('**/sync', async (route) => {
      const carries = (route.request().postData() ?? '').includes('回信丢了')
      if (!carries || lost > 0) return route.continue()
      lost += 1
      await route.fetch() // the server has it; the phone never hears so
      return route.abort('connectionreset')
    })
    await mama.logNote('回信丢了')
    await shown(baba.row('回信丢了 妈妈'))
    await gone(waiting(mama))
    await shown(mama.row('回信丢了 妈妈 打开修改'))
    expect(lost).toBe(1)
    expect(await mama.row('回信丢了').count()).toBe(1)
    expect(writtenSince(before, await storedEntries())).toMatchObject([{ note: '回信丢了', revisions: 1 }])
  })

  flow('a save that is undone stays undone when the network is back', async (scene) => {
    const before = await storedEntries()
    const { mama, baba } = await bothPhones(scene)
    await cutOff(mama)
    await mama.logNote('不要这一条')
    await mama.tap('撤销')
    await gone(mama.row('不要这一条'))
    await mama.logNote('要这一条')
    await mama.page.context().setOffline(false)
    await shown(baba.row('要这一条 妈妈'))
    await gone(baba.row('不要这一条'))
    await gone(waiting(mama))
    const standing = writtenSince(before, await storedEntries()).filter(({ deleted }) => !deleted)
    expect(standing).toMatchObject([{ note: '要这一条' }])
  })
})
