import { eventually, gone, shown, type BrowserPhone } from '../support/browser-phone.ts'
import { storedEntries, writtenSince } from '../support/stack-record.ts'
import { bothPhones, inBrowser } from '../support/two-phones.ts'

/** What nobody may read as leave to give a dose. */
const REASSURING = /放心|安全|可以喂|没问题(?!，|。)/

async function openMedicine(phone: BrowserPhone, product: string): Promise<void> {
  await phone.tap('用药')
  await phone.choose(new RegExp(`^${product}`))
  await phone.text('正在核对').first().waitFor({ state: 'detached' })
}

/** It was given: kept whatever stands against it, which depends on how long ago the demo night was. */
async function keepDose(phone: BrowserPhone): Promise<void> {
  await phone.tap('已经喂了 · 乐乐')
  await phone.sheet.waitFor({ state: 'detached', timeout: 1_000 }).catch(async () => {
    await phone.press(phone.question.getByRole('button', { name: '照样记' }))
    await gone(phone.sheet)
  })
}

describe('logging a dose', () => {
  const { flow } = inBrowser()

  flow(
    'the sheet says when the last dose was and what the guard makes of it, before anything is saved',
    async (scene) => {
      const before = await storedEntries()
      const { mama } = await bothPhones(scene)
      await openMedicine(mama, '泰诺林')
      await shown(mama.sheet.getByText(/^(泰诺林|对乙酰氨基酚) (上次 .+前|24 小时内没记过)$/))
      const words = await mama.sheet.innerText()
      expect(words).toMatch(/没法确认|先别喂|24 小时内不能再加|没查到冲突|先看提醒|这一次太多/)
      expect(words).not.toMatch(REASSURING)
      await mama.tap('取消')
      expect(writtenSince(before, await storedEntries())).toEqual([])
    },
  )

  flow('a first dose arrives on the other phone, whose sheet then says too soon', async (scene) => {
    const before = await storedEntries()
    const { mama, baba } = await bothPhones(scene)
    await openMedicine(mama, '美林')
    await mama.tap('多一点')
    await mama.tap('多一点')
    await keepDose(mama)
    await shown(baba.row('美林 5 mL 妈妈'))

    await openMedicine(baba, '美林')
    await shown(baba.sheet.getByText(/^(布洛芬|美林) 上次 .+前$/))
    await shown(baba.sheet.getByText(/先别喂。妈妈 \d\d:\d\d 喂过美林，才过 .*，要隔满 .*不是到点必须用/))
    expect(writtenSince(before, await storedEntries())).toMatchObject([
      { kind: 'dose', microlitres: 5000, deleted: false, revisions: 1 },
    ])

    await baba.tap('已经喂了 · 乐乐')
    await shown(baba.question.getByText('已经喂了，就照样记。'))
    await baba.press(baba.question.getByRole('button', { name: '先不记' }))
    await shown(baba.sheet)
    expect(writtenSince(before, await storedEntries())).toHaveLength(1)

    await baba.tap('已经喂了 · 乐乐')
    await baba.press(baba.question.getByRole('button', { name: '照样记' }))
    await shown(mama.row('美林 5 mL 爸爸'))
    const written = writtenSince(before, await storedEntries())
    expect(written).toMatchObject([{ kind: 'dose' }, { kind: 'dose', verdict: 'too_soon' }])
    await shown(mama.row('美林 5 mL 爸爸 间隔没隔满'))
  })

  flow('an open sheet hears of the dose that the other phone logs meanwhile', async (scene) => {
    const { mama, baba } = await bothPhones(scene)
    await openMedicine(baba, '泰诺林')
    await openMedicine(mama, '泰诺林')
    await keepDose(mama)
    await shown(baba.sheet.getByText(/^(对乙酰氨基酚|泰诺林) 上次 \d\d:\d\d，[01] 分钟前$/))
    await shown(baba.sheet.getByText(/先别喂。妈妈 \d\d:\d\d 喂过泰诺林/))
    await shown(baba.sheet.getByText(/妈妈的手机.*同步过/))
    await baba.tap('取消')
  })

  flow('another medicine is kept under the name that was typed', async (scene) => {
    const { mama, baba } = await bothPhones(scene)
    await mama.tap('用药')
    await mama.choose(/^别的药/)
    await mama.sheet.getByRole('textbox', { name: '药名' }).fill('蒲地蓝口服液')
    await mama.choose('不含')
    await keepDose(mama)
    await shown(baba.row('蒲地蓝口服液'))
  })

  flow(
    'a phone that is cut off never finds a dose free of conflict, and keeps the dose all the same',
    async (scene) => {
      const before = await storedEntries()
      const { baba } = await bothPhones(scene)
      await baba.page.context().setOffline(true)
      await shown(baba.text(/没网，照常记/))
      await openMedicine(baba, '泰诺林')
      await shown(baba.sheet.getByText(/现在没法确认|先别喂。/))
      expect(await baba.sheet.innerText()).not.toContain('没查到冲突')
      await keepDose(baba)
      await shown(baba.row('泰诺林 4 mL 爸爸 待同步'))
      await baba.page.context().setOffline(false)
      await gone(baba.row('泰诺林 4 mL 爸爸 待同步'))
      const written = async () => writtenSince(before, await storedEntries())
      await eventually(written, (entries) => entries.length === 1)
      expect(await written()).toMatchObject([{ kind: 'dose', microlitres: 4000, deleted: false, revisions: 1 }])
    },
  )
})
