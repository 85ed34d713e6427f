import { eventually, shown } from '../support/browser-phone.ts'
import { coloursOf, inkOf } from '../support/browser-pixels.ts'
import { bothPhones, inBrowser } from '../support/two-phones.ts'

describe('seeing the fever', () => {
  const { flow } = inBrowser()

  flow('the curve is on the screen: lines, marks and words in the canvas’s own pixels', async (scene) => {
    const { mama } = await bothPhones(scene)
    const { page } = mama
    await mama.openTab('曲线')
    const canvas = page.locator('canvas:visible').first()
    await shown(canvas)
    const drawn = await eventually(
      () => coloursOf(canvas),
      (colours) => inkOf(colours) > 3_000,
    )
    // Lines and letters have smooth edges: many shades, none of which could come from an empty or a filled canvas.
    expect(drawn.size).toBeGreaterThan(60)
    const box = await canvas.boundingBox()
    expect(inkOf(drawn)).toBeLessThan(box!.width * box!.height * 0.9)
  })

  flow('the curve grows on the other phone while it is looked at', async (scene) => {
    const { mama, baba } = await bothPhones(scene)
    await baba.openTab('曲线')
    const canvas = baba.page.locator('canvas:visible').first()
    await shown(canvas)
    await eventually(
      () => coloursOf(canvas),
      (colours) => inkOf(colours) > 3_000,
    )
    const before = await canvas.screenshot()
    await mama.logTemperature('388')
    await eventually(
      async () => (await canvas.screenshot()).equals(before),
      (isSame) => !isSame,
    )
  })

  flow('the summary tells the episode from its facts, and shows them', async (scene) => {
    const { mama } = await bothPhones(scene)
    await mama.openTab('病程')
    await mama.press(mama.button(/看这次病程/).first())
    await shown(mama.text(/不是医生意见/))
    const sentence = mama.button(/最高 39\.6 ℃（腋温/).first()
    await mama.press(sentence)
    await shown(mama.text('这句话的依据'))
    await shown(mama.row('39.6 ℃ 腋温 妈妈'))
    await mama.choose('给医生')
    await shown(mama.text(/39\.6/))
  })

  flow('the family page names its people, the child’s weight in kg and 斤, and the medicines', async (scene) => {
    const { mama } = await bothPhones(scene)
    await mama.openTab('家庭')
    for (const words of ['妈妈', '爸爸', '姥姥', '美林', '泰诺林']) await shown(mama.text(words))
    await shown(mama.text(/\d+(\.\d+)? kg（\d+(\.\d+)? 斤）/))
  })
})
