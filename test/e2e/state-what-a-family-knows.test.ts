import { shown, gone } from '../support/browser-phone.ts'
import { bothPhones, inBrowser } from '../support/two-phones.ts'

describe('what a family states beside its entries', () => {
  const { flow } = inBrowser()

  flow(
    'an allergy on one phone changes what the guard says on the other; a weight in 斤 and a medicine are kept',
    async (scene) => {
      const { mama, baba } = await bothPhones(scene)
      await baba.tap('用药')
      await baba.choose(/^美林/)
      const verdict = baba.sheet.getByText('不能用', { exact: true })

      await mama.openTab('家庭')
      await mama.press(mama.button(/^乐乐/))
      await mama.press(mama.button(/^过敏和病史/))
      const ibuprofen = mama.page.getByRole('radiogroup', { name: '布洛芬过敏', exact: true })
      await mama.press(ibuprofen.getByRole('radio', { name: '有', exact: true }))
      await shown(verdict)
      await mama.press(ibuprofen.getByRole('radio', { name: '没有', exact: true }))
      await gone(verdict)
      await mama.tap('返回')

      await mama.tap('记体重')
      await mama.press(mama.sheet.getByRole('radio', { name: '斤', exact: true }))
      for (const key of ['2', '8', '.', '6'])
        await mama.press(mama.sheet.getByRole('button', { name: key, exact: true }))
      await shown(mama.sheet.getByText('= 14.3 kg'))
      await mama.press(mama.sheet.getByRole('button', { name: '保存', exact: true }))
      await shown(mama.button(/^14\.3 kg（28\.6 斤）/))
      await mama.tap('返回')

      await mama.press(mama.button(/^\d+ 种药|^药箱/))
      await mama.tap('加一种药')
      await mama.press(mama.button(/^布洛芬混悬滴剂/))
      // 40 mg in five millilitres is no label's: it is asked about before it is kept.
      await mama.page.getByRole('textbox', { name: '布洛芬 在多少 mL 里' }).fill('5')
      await shown(mama.text('= 每 mL 8 mg'))
      await mama.tap('保存')
      await shown(mama.question.getByText(/布洛芬您填的是 8 mg\/mL/))
      await mama.press(mama.question.getByRole('button', { name: '回去改' }))
      await mama.page.getByRole('textbox', { name: '布洛芬 在多少 mL 里' }).fill('1')
      await mama.tap('保存')
      await shown(mama.button(/^布洛芬混悬滴剂 布洛芬 40 mg\/mL/))
      await baba.tap('取消')
      await baba.tap('用药')
      await shown(baba.sheet.getByRole('radio', { name: /^布洛芬混悬滴剂/ }))

      await mama.press(mama.button(/^布洛芬混悬滴剂/))
      await mama.tap('从药箱里拿掉')
      await mama.press(mama.question.getByRole('button', { name: '拿掉' }))
      await gone(baba.sheet.getByRole('radio', { name: /^布洛芬混悬滴剂/ }))
    },
  )
})
