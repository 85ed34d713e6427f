import { gone, shown, type BrowserPhone } from '../support/browser-phone.ts'
import { seriousFaults, whatDoesNotFit } from '../support/browser-looks.ts'
import { storedEntries, writtenSince } from '../support/stack-record.ts'
import { bothPhones, inBrowser } from '../support/two-phones.ts'
import { VERDICTS } from '../../shared/dosing/verdict.ts'
import { verdictTitle } from '../../shared/words/verdict.ts'

/** Which one depends on how long ago the demo night was. */
const A_VERDICT = new RegExp(`^(${VERDICTS.map((verdict) => verdictTitle(verdict, 'zh')).join('|')})$`)

async function write(phone: BrowserPhone, text: string): Promise<void> {
  await phone.tap('一句话')
  await phone.page.getByRole('textbox', { name: '一句话' }).fill(text)
}

/** It was given: kept whatever stands against it, which depends on how long ago the demo night was. */
async function confirmDose(phone: BrowserPhone): Promise<void> {
  await phone.press(phone.button('确认 1 条，记给乐乐'))
  const isAsked = phone.question.getByRole('button', { name: '照样记' })
  await phone.button('一句话').or(isAsked).first().waitFor()
  if (await isAsked.isVisible()) await phone.press(isAsked)
}

describe('一句话', () => {
  const { flow } = inBrowser()

  flow('becomes drafts, which stand on both phones once they are confirmed', async (scene) => {
    const before = await storedEntries()
    const { mama, baba } = await bothPhones(scene)
    await write(mama, '10分钟前 腋下38.3 打喷嚏了 流鼻涕')
    await shown(mama.text('读到 2 条，点开可以改'))
    expect(writtenSince(before, await storedEntries())).toEqual([])

    await mama.press(mama.button(/^确认 \d 条，记给乐乐$/))
    await shown(mama.row('38.3 ℃ 腋温 妈妈'))
    await shown(baba.row('38.3 ℃ 腋温 妈妈'))
    await shown(baba.row('流鼻涕 妈妈'))
    const written = writtenSince(before, await storedEntries())
    expect(written.filter(({ kind }) => kind === 'temperature')).toMatchObject([{ celsius: 38.3 }])
  })

  flow('asks which product a name meant, and shows the guard before anything is saved', async (scene) => {
    const before = await storedEntries()
    const { mama, baba } = await bothPhones(scene)
    await write(mama, '刚才美林4.5ml')
    await shown(mama.text('先选喂的是哪种药'))
    await mama.press(mama.button(/^美林 · 布洛芬 20 mg\/mL$/))
    await shown(mama.text(/90 mg/))
    await shown(mama.text(A_VERDICT))
    expect(writtenSince(before, await storedEntries())).toEqual([])

    await confirmDose(mama)
    await shown(baba.row('美林 4.5 mL 妈妈'))
    // Other flows count the doses of this night.
    await mama.tap('撤销')
    await gone(baba.row('美林 4.5 mL'))
  })

  flow('opens a draft to change it, drops one and takes it back', async (scene) => {
    const { mama } = await bothPhones(scene)
    await write(mama, '20分钟前 38.4')
    await shown(mama.text('待确认'))
    await mama.press(mama.button(/38\.4 ℃ 腋温 待确认 点开可以改$/))
    await mama.tap('清空')
    for (const digit of '384') await mama.tap(digit)
    await mama.press(mama.sheet.getByRole('radio', { name: '耳温' }))
    await mama.tap('好了')
    await shown(mama.button(/38\.4 ℃ 耳温 点开可以改$/))
    await gone(mama.text('待确认'))

    await mama.press(mama.button(/38\.4 ℃ 耳温 点开可以改$/))
    await mama.tap('删除')
    await mama.press(mama.button(/38\.4 ℃ 耳温 不记 点一下拿回来$/))
    await shown(mama.button(/38\.4 ℃ 耳温 点开可以改$/))
  })

  flow('undoes everything that was saved together', async (scene) => {
    const { mama, baba } = await bothPhones(scene)
    await write(mama, '半小时前 腋下38.6 眼睛红')
    await mama.press(mama.button('确认 2 条，记给乐乐'))
    await shown(baba.row('38.6 ℃ 腋温 妈妈'))
    await mama.tap('撤销')
    await gone(mama.row('38.6 ℃ 腋温 妈妈'))
    await gone(baba.row('38.6 ℃ 腋温 妈妈'))
    await gone(baba.row('眼红 妈妈'))
  })

  flow('shows what it did not read, and keeps the words as a note', async (scene) => {
    const { mama, baba } = await bothPhones(scene)
    await write(mama, '房间25度 隔壁的猫')
    await shown(mama.text('不是孩子的体温'))
    await mama.press(mama.button('确认 1 条，记给乐乐'))
    await shown(baba.row('房间25度'))
  })

  flow('keeps the text of whoever leaves the page, and works without a network', async (scene) => {
    const { mama, baba } = await bothPhones(scene)
    await write(mama, '5分钟前 腋下38.2')
    await mama.tap('返回')
    await mama.page.context().setOffline(true)
    await mama.tap('一句话')
    await shown(mama.button(/38\.2 ℃ 腋温 点开可以改$/))
    await mama.press(mama.button('确认 1 条，记给乐乐'))
    await shown(mama.row('38.2 ℃ 腋温 待同步 妈妈').or(mama.row('38.2 ℃')))
    await mama.page.context().setOffline(false)
    await shown(baba.row('38.2 ℃ 腋温 妈妈'))
  })

  flow('and the pages beside it fit a small phone, and have no serious fault for axe', async (scene) => {
    const phone = await scene.phone('mama', { viewport: { width: 320, height: 640 }, query: { fontScale: '1.4' } })
    const faults: Record<string, readonly string[]> = {}
    const look = async (place: string) => {
      const found = [...(await whatDoesNotFit(phone.page)), ...(await seriousFaults(phone.page))]
      if (found.length > 0) faults[place] = found
    }
    await write(phone, '昨晚十点 38.9\n美林5ml 退热栓一粒\n房间25度')
    await shown(phone.text('不是孩子的体温'))
    await look('一句话')
    await phone.tap('返回')
    await phone.press(phone.button(/^一项一项问/))
    await shown(phone.text('打寒战'))
    await look('问题')
    await phone.tap('返回')
    await phone.tap('抽搐卡')
    await shown(phone.button('打 120'))
    await look('抽搐卡')
    expect(faults).toEqual({})
  })
})
