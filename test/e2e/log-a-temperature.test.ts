import { gone, shown } from '../support/browser-phone.ts'
import { storedEntries, writtenSince } from '../support/stack-record.ts'
import { bothPhones, inBrowser } from '../support/two-phones.ts'

/** Readings that the demo night has not, since a line is known by its words, and near each other, lest the phone asks. */
describe('logging a temperature', () => {
  const { flow } = inBrowser()

  flow('takes three digits and save, and stands on both phones', async (scene) => {
    const before = await storedEntries()
    const { mama, baba } = await bothPhones(scene)
    await mama.tap('体温')
    await mama.tap('3')
    await mama.tap('8')
    await mama.tap('5')
    await mama.tap('保存给乐乐')

    await shown(mama.row('38.5 ℃ 腋温 妈妈'))
    await shown(baba.row('38.5 ℃ 腋温 妈妈'))
    await shown(baba.page.getByRole('heading', { name: /^38\.5 ℃ 腋温 刚刚/ }))
    expect(writtenSince(before, await storedEntries())).toMatchObject([
      { kind: 'temperature', celsius: 38.5, deleted: false, revisions: 1 },
    ])
  })

  flow('an edit on one phone changes the line on the other, once', async (scene) => {
    const { mama, baba } = await bothPhones(scene)
    await mama.logTemperature('386')
    await shown(baba.row('38.6 ℃ 腋温 妈妈'))
    const before = await storedEntries()

    await baba.press(baba.row('38.6 ℃ 腋温 妈妈').first())
    await baba.tap('清空')
    for (const digit of '390') await baba.tap(digit)
    await baba.choose('耳温')
    await baba.tap('保存给乐乐')
    const edited = /^\d\d:\d\d .*39\.0 ℃ 耳温 · 爸爸 \d\d:\d\d 改过 妈妈/
    await shown(baba.button(edited))

    await shown(mama.button(edited))
    await gone(mama.row('38.6 ℃'))
    const after = await storedEntries()
    expect(writtenSince(before, after)).toEqual([])
    expect(after.find(({ celsius }) => celsius === 39.0)).toMatchObject({ revisions: 2, deleted: false })
  })

  flow('a deleted one leaves both screens and keeps its revisions', async (scene) => {
    const { mama, baba } = await bothPhones(scene)
    await mama.logTemperature('391')
    await shown(baba.row('39.1 ℃ 腋温 妈妈'))

    await mama.press(mama.row('39.1 ℃ 腋温 妈妈'))
    await mama.tap('删除')
    await gone(mama.row('39.1 ℃'))
    await gone(baba.row('39.1 ℃'))
    const stored = (await storedEntries()).filter(({ celsius }) => celsius === 39.1)
    expect(stored).toMatchObject([{ deleted: true, revisions: 2 }])
  })

  flow('a save that is undone leaves both screens', async (scene) => {
    const { mama, baba } = await bothPhones(scene)
    await mama.logTemperature('394')
    await shown(baba.row('39.4 ℃ 腋温 妈妈'))
    await mama.tap('撤销')
    await gone(mama.row('39.4 ℃'))
    await gone(baba.row('39.4 ℃'))
  })

  flow('an undone delete never leaves the other screen', async (scene) => {
    const before = await storedEntries()
    const { mama, baba } = await bothPhones(scene)
    await mama.logTemperature('390')
    await shown(baba.row('39.0 ℃ 腋温 妈妈'))
    await mama.press(mama.row('39.0 ℃ 腋温 妈妈'))
    await mama.tap('删除')
    await gone(mama.row('39.0 ℃ 腋温'))
    await mama.tap('撤销')
    await shown(mama.row('39.0 ℃ 腋温 妈妈'))
    // What is logged after it arrives after it: the other phone has by then seen all there is to see.
    await mama.logNote('删了又撤回')
    await shown(baba.row('删了又撤回 妈妈'))
    await shown(baba.row('39.0 ℃ 腋温 妈妈'))
    const stored = writtenSince(before, await storedEntries()).filter(({ kind }) => kind === 'temperature')
    expect(stored).toMatchObject([{ celsius: 39, deleted: false, revisions: 1 }])
  })

  flow('asks before it keeps a reading that is hardly possible, and alters nothing', async (scene) => {
    const before = await storedEntries()
    const { mama } = await bothPhones(scene)
    await mama.tap('体温')
    for (const digit of '335') await mama.tap(digit)
    await mama.tap('保存给乐乐')
    await shown(mama.question.getByText('低于 34 ℃，请核对录入。您录的是 33.5 ℃。'))
    await mama.press(mama.question.getByRole('button', { name: '回去改' }))
    await shown(mama.sheet)
    expect(writtenSince(before, await storedEntries())).toEqual([])
  })
})
