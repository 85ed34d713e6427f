import { eventually, shown } from '../support/browser-phone.ts'
import { storedEntries, writtenSince } from '../support/stack-record.ts'
import { bothPhones, inBrowser } from '../support/two-phones.ts'

describe('logging how the child is', () => {
  const { flow } = inBrowser()

  flow('a symptom is one tap, present or absent, and arrives as such', async (scene) => {
    const before = await storedEntries()
    const { mama, baba } = await bothPhones(scene)
    await mama.tap('症状')
    await mama.choose('咳嗽 有')
    await mama.choose('皮疹 没有')
    await mama.tap('关闭')
    await shown(baba.row('咳嗽 妈妈'))
    await shown(baba.row('没有皮疹 妈妈'))
    expect(writtenSince(before, await storedEntries())).toMatchObject([
      { kind: 'symptom', symptom: 'cough', present: true, revisions: 1 },
      { kind: 'symptom', symptom: 'rash', present: false, revisions: 1 },
    ])
  })

  flow('a danger sign says at once what to do', async (scene) => {
    const { mama } = await bothPhones(scene)
    await mama.tap('症状')
    await mama.choose('口唇发青 有')
    await shown(mama.page.getByRole('alert').getByText(/您记了“口唇发青”.*先打 120/))
    await mama.tap('撤销')
  })

  flow('water is one tap, counted on both phones', async (scene) => {
    const before = await storedEntries()
    const { mama, baba } = await bothPhones(scene)
    const times = async () => Number(/(\d+) 次/.exec(await baba.button(/^喝水 \+1/).innerText())?.[1])
    const first = await times()
    await mama.press(mama.button(/^喝水 \+1/))
    await eventually(times, (now) => now === first + 1)
    await shown(baba.row('喝水/喝奶 妈妈'))
    expect(writtenSince(before, await storedEntries())).toMatchObject([{ symptom: 'drinking', present: true }])
  })

  flow('a note keeps its words, whatever they are', async (scene) => {
    const words = '睡得香 <b>37</b> & "要喝水" \'; drop table entry; -- 😴'
    const { mama, baba } = await bothPhones(scene)
    await mama.logNote(words)
    await shown(baba.text(words))
    expect((await storedEntries()).filter(({ note }) => note === words)).toHaveLength(1)
  })

  flow('a viewer is told that she cannot write, and nothing is written', async (scene) => {
    const before = await storedEntries()
    const grandma = await (await scene.phone('grandma')).isReady()
    await grandma.tap('体温')
    await shown(grandma.question.getByText(/不能记/))
    expect(writtenSince(before, await storedEntries())).toEqual([])
  })
})
