import { readFileSync } from 'node:fs'
import { readInterchange } from '../../shared/contract/interchange.ts'
import { shown } from '../support/browser-phone.ts'
import { bothPhones, inBrowser } from '../support/two-phones.ts'
import { unzip } from '../support/unzip.ts'

const PRIVACY = '/package-more/pages/privacy/privacy'

describe('what a family agreed to, and what it erases', () => {
  const { flow } = inBrowser()

  flow('AI is agreed to and turned off again by the owner, and the other phone sees both', async (scene) => {
    const mama = await scene.phone('mama', { at: PRIVACY })
    const baba = await scene.phone('baba', { at: PRIVACY })
    await mama.press(mama.button(/^用 AI 写小结/))
    await mama.tap('同意用 AI 写小结')
    await shown(baba.text('开着'))
    await mama.press(mama.button(/^用 AI 写小结 开着/))
    await mama.press(mama.page.getByRole('menuitem', { name: '关掉' }))
    await mama.press(mama.question.getByRole('button', { name: '好', exact: true }))
    await shown(baba.text('关了'))
  })

  flow(
    'a child is erased once its name was typed, on both phones, and is back when that is taken back',
    async (scene) => {
      const { mama, baba } = await bothPhones(scene)
      await mama.openTab('家庭')
      await mama.press(mama.button(/^隐私/).first())
      await mama.press(mama.button(/^彻底删除乐乐的记录/))
      await mama.question.getByRole('textbox').fill('别的名字')
      await mama.press(mama.question.getByRole('button', { name: '彻底删除' }))
      await shown(mama.question.getByText('名字对不上，没有删。'))
      await mama.press(mama.question.getByRole('button').first())

      await mama.press(mama.button(/^彻底删除乐乐的记录/))
      await mama.question.getByRole('textbox').fill('乐乐')
      await mama.press(mama.question.getByRole('button', { name: '彻底删除' }))
      await mama.press(mama.question.getByRole('button', { name: '知道了' }))
      await shown(baba.text('还没有孩子的档案'))
      await mama.press(mama.button(/^乐乐的记录正在删除/))
      await baba.isReady()
      await shown(mama.button(/^彻底删除乐乐的记录/))
    },
  )

  flow('everything is taken along as one zip, in which the child is a file that can be imported', async (scene) => {
    const mama = await scene.phone('mama', { at: PRIVACY })
    await mama.press(mama.button(/^导出全部/))
    const sent = mama.page.waitForEvent('download')
    await mama.press(mama.button(/^发到微信聊天|准备好了/).first())
    const files = unzip(readFileSync(await (await sent).path()))
    expect([...files.keys()]).toEqual(expect.arrayContaining(['README.txt', 'family.json', 'history.json']))
    expect(files.has('access-log.json')).toBe(true)
    const { file, problems } = readInterchange(JSON.parse(files.get('child-1.shouwen.json')!))
    expect(problems).toEqual([])
    expect(file!.entries!.length).toBeGreaterThan(30)
    await mama.press(mama.button(/谁来过/).first())
    await shown(mama.text(/导出/).first())
  })
})
