/** @jest-environment jsdom */
import { darkSystem } from './support/browser-globals.ts'
import { find, findText, notes, pages, settled, startFixture } from './support/start-phone.ts'

type Wx = Record<string, (options?: unknown) => unknown>
const wx = () => (globalThis as unknown as { wx: Wx }).wx
const goTo = async (url: string) => {
  await wx()['reLaunch']!({ url })
  await settled()
}

/** A finger on the glass for a moment. */
function touch(element: HTMLElement, type: string, x = 5, y = 5): void {
  const finger = { identifier: 0, clientX: x, clientY: y, pageX: x, pageY: y, target: element }
  const event = new Event(type, { bubbles: true, cancelable: true })
  const lifted = type === 'touchend'
  element.dispatchEvent(Object.assign(event, { touches: lifted ? [] : [finger], changedTouches: [finger] }))
}

/** The click a browser sends after a short touch or press. */
function clickByPointer(element: HTMLElement): void {
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))
}

describe('the whole preview in jsdom', () => {
  let phone: { dispose(): void }
  beforeAll(async () => {
    phone = await startFixture('/phone.html?person=mama&api=http://api.test&poll=0')
  })
  afterAll(() => phone.dispose())

  // First of all: later the package is there.
  describe('a component of another package', () => {
    it('is stood for by its placeholder until its package has come', async () => {
      await goTo('/pages/first/first')
      notes()
      clickByPointer(find('[aria-label="看曲线"]'))
      expect(document.querySelector('wx-s-heavy')!.textContent).toBe('正在打开')
      await settled()
      expect(document.querySelector('wx-s-heavy')!.textContent).toMatch(/^重 \d+$/)
      expect(notes()).toEqual([expect.stringMatching(/^loaded \d+$/)])
    })

    it('shares the modules of the main package', async () => {
      await goTo('/pages/first/first')
      const [, count] = notes() as string[]
      clickByPointer(find('[aria-label="看曲线"]'))
      await settled()
      const [loaded] = notes() as string[]
      expect(Number(loaded!.slice('loaded '.length))).toBe(Number(count!.slice('count '.length)) + 1)
    })
  })

  describe('a page', () => {
    it('runs its lifetimes in WeChat’s order, its components among them', async () => {
      await goTo('/pages/first/first')
      const [load, count, show, life, ready] = notes()
      expect([load, show, ready]).toEqual(['load', 'show', 'ready'])
      expect(count).toMatch(/^count \d+$/)
      expect(life).toBe('life attached,page show,ready named')
    })

    it('shows data, WXS, slots and imported templates', () => {
      expect(find('.value').textContent).toBe('38.9 ℃')
      expect(find('[is="components/card/card"]').textContent).toContain('最近备注38.9 ℃')
      expect(document.querySelectorAll('.row')).toHaveLength(2)
    })

    it('says its title and where it is', () => {
      expect(find('h1').textContent).toBe('此刻')
      expect(document.title).toBe('此刻')
      expect(location.hash).toBe('#/pages/first/first')
    })

    it('keeps the styles of a component to itself by a prefix', () => {
      expect(find('.components_card_card--title').textContent).toBe('最近')
      expect(document.querySelector('.title')).toBeNull()
    })

    it('understands rpx in a style attribute, and keeps ids', () => {
      expect(find('#measure').getAttribute('style')).toBe(
        'width: calc(375 * var(--rpx)); height: calc(40 * var(--rpx))',
      )
    })
  })

  describe('a tap', () => {
    beforeEach(async () => {
      await goTo('/pages/first/first')
      notes()
    })

    it('reaches handlers from the inside out, with the dataset of each', () => {
      clickByPointer(findText('二'))
      expect(notes()).toEqual(['row b', 'list'])
    })

    it('stops where it is caught', () => {
      clickByPointer(findText('里'))
      expect(notes()).toEqual(['caught'])
    })

    it('leaves a component as its own event', () => {
      clickByPointer(findText('按 0'))
      expect(notes()).toEqual(['press 1'])
      expect(findText('按 1')).toBeTruthy()
    })

    it('comes from a key or an assistive tool as well', () => {
      find('[aria-label="看曲线"]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
      expect(pages()[0]!.data).toMatchObject({ late: true })
    })

    it('is not heard by a disabled button', () => {
      clickByPointer(findText('不能按'))
      expect(pages()).toHaveLength(1)
      expect(find('wx-button[disabled]').getAttribute('aria-disabled')).toBe('true')
    })

    it('is no tap at the end of a drag', () => {
      const row = findText('二')
      touch(row, 'touchstart', 5, 5)
      touch(row, 'touchmove', 5, 60)
      touch(row, 'touchend', 5, 60)
      clickByPointer(row)
      expect(notes()).toEqual([])
    })

    it('tells fingers, and becomes a long press when it lasts', async () => {
      touch(findText('里'), 'touchstart')
      touch(findText('里'), 'touchend')
      const measure = find('#measure')
      touch(measure, 'touchstart')
      await settled(400)
      touch(measure, 'touchend')
      clickByPointer(measure)
      expect(notes()).toEqual(['start 1', 'long'])
      clickByPointer(findText('二'))
      expect(notes()).toEqual(['row b', 'list'])
    })
  })

  describe('moving between pages', () => {
    it('opens, passes the query, goes back by the bar', async () => {
      await goTo('/pages/first/first')
      notes()
      clickByPointer(findText('去详情'))
      await settled()
      expect(pages().map((page) => page.route)).toEqual(['pages/first/first', 'pages/detail/detail'])
      expect(find('.pages_detail_detail--from').textContent).toBe('first')
      expect(find('#tab-bar').hidden).toBe(true)
      find('.back').click()
      await settled()
      expect(notes()).toEqual(['hide', 'show'])
    })

    it('loads a subpackage with its page', async () => {
      await goTo('/pages/detail/detail?from=x')
      clickByPointer(findText('更多'))
      await settled()
      expect(find('h1').textContent).toBe('晚到')
      expect(find('[is="package-late/pages/late/late"]').textContent).toMatch(/页 \d+主包的卡片按 0/)
    })

    it('switches tabs, and says which one is chosen', async () => {
      await goTo('/pages/first/first')
      findText('表单').click()
      await settled()
      const tabs = [...document.querySelectorAll('[role=tab]')].map((tab) => tab.getAttribute('aria-selected'))
      expect(tabs).toEqual(['false', 'true'])
      await wx()['setTabBarItem']!({ index: 1, text: 'Form' })
      await wx()['setTabBarBadge']!({ index: 0, text: '2' })
      expect(find('#tab-bar').textContent).toBe('此刻2Form')
      await wx()['removeTabBarBadge']!({ index: 0 })
      await wx()['setTabBarItem']!({ index: 1, text: '表单' })
    })
  })

  describe('a form', () => {
    const type = (name: string, text: string) => {
      const field = find(`input[placeholder="${name}"], textarea[placeholder="${name}"]`) as HTMLInputElement
      field.value = text
      field.dispatchEvent(new Event('input', { bubbles: true }))
      return field
    }
    beforeEach(async () => {
      await goTo('/pages/form/form')
    })

    it('hears WeChat’s input event once, with the value', () => {
      const field = type('名字', '安安')
      field.dispatchEvent(new Event('change', { bubbles: true }))
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
      expect(notes()).toEqual([
        ['input', '安安'],
        ['confirm', '安安'],
      ])
      expect(field.maxLength).toBe(4)
    })

    it('binds a field both ways with model:', () => {
      const [, two] = [...document.querySelectorAll<HTMLInputElement>('.page:not(.away) wx-input > input')]
      expect(two!.inputMode).toBe('decimal')
      two!.value = '38.5'
      two!.dispatchEvent(new Event('input', { bubbles: true }))
      expect(pages()[0]!.data).toMatchObject({ two: '38.5' })
    })

    it('toggles a switch and chooses one radio of a group, by the label too', () => {
      const control = find('[role=switch]')
      clickByPointer(control)
      expect(control.getAttribute('aria-checked')).toBe('true')
      clickByPointer(findText('耳温').closest('wx-label')!)
      expect([...document.querySelectorAll('[role=radio]')].map((radio) => radio.getAttribute('aria-checked'))).toEqual(
        ['false', 'true'],
      )
      clickByPointer(findText('皮疹'))
      expect(notes()).toEqual([
        ['switch', true],
        ['site', 'ear'],
        ['signs', ['rash']],
      ])
    })

    it('offers a picker as the browser’s own chooser', () => {
      const select = find('select') as HTMLSelectElement
      expect([...select.options].map((option) => option.text)).toEqual(['mL', '片'])
      expect(select.value).toBe('1')
      select.value = '0'
      select.dispatchEvent(new Event('change'))
      expect(notes()).toEqual([['unit', 0]])
      expect((find('input[type=time]') as HTMLInputElement).value).toBe('02:10')
    })

    it('offers several columns in a sheet', () => {
      clickByPointer(findText('两列'))
      const lists = [...document.querySelectorAll<HTMLSelectElement>('#overlays select')]
      expect(lists.map((list) => list.value)).toEqual(['0', '1'])
      lists[0]!.value = '1'
      findText('确定').click()
      expect(notes()).toEqual([['columns', [1, 1]]])
      expect(document.querySelector('#overlays .mask')).toBeNull()
    })

    it('submits the values of all named controls and resets them', () => {
      type('名字', '安安')
      type('备注', '睡着了')
      notes()
      clickByPointer(findText('提交'))
      expect(notes()).toEqual([
        [
          'submit',
          { name: '安安', two: '38', note: '睡着了', loud: false, site: 'axillary', signs: [], level: 3, unit: 1 },
        ],
      ])
      clickByPointer(findText('重来'))
      expect(notes()).toEqual([['reset']])
      expect((find('input[placeholder="名字"]') as HTMLInputElement).value).toBe('乐乐')
    })

    it('fills in what a component leaves to its user, or the default', () => {
      const [plain, filled] = [...document.querySelectorAll('[is="components/pair/pair"]')]
      expect(plain!.textContent).toBe('正在打开正在打开')
      expect(filled!.querySelectorAll('[is="components/card/card"]')).toHaveLength(2)
    })

    it('draws nodes as text, and progress with its value', () => {
      expect(find('wx-rich-text').innerHTML).toBe('<b>粗</b>')
      expect(find('[role=progressbar]').getAttribute('aria-valuenow')).toBe('40')
    })
  })

  describe('wx', () => {
    it('throws with the name of what it lacks, and says so beforehand when asked', () => {
      expect(() => wx()['startBluetoothDevicesDiscovery']).toThrow('wx.startBluetoothDevicesDiscovery is not part')
      expect(wx()['canIUse']!('startBluetoothDevicesDiscovery')).toBe(false)
      expect(wx()['canIUse']!('request.object.timeout')).toBe(true)
    })

    it('asks, and gives the answer', async () => {
      const asked = wx()['showModal']!({ title: '删除这一条？', content: '38.9 ℃', confirmText: '删除' })
      await settled()
      expect(find('[role=alertdialog]').textContent).toBe('删除这一条？38.9 ℃取消删除')
      findText('删除').click()
      await expect(asked).resolves.toMatchObject({ confirm: true, cancel: false })
      expect(document.querySelector('[role=alertdialog]')).toBeNull()
    })

    it('shows a list of actions, and fails when it is left', async () => {
      const chosen = wx()['showActionSheet']!({ itemList: ['改', '删'] })
      await settled()
      findText('删').click()
      await expect(chosen).resolves.toMatchObject({ tapIndex: 1 })
      const left = wx()['showActionSheet']!({ itemList: ['改'] })
      await settled()
      findText('取消').click()
      await expect(left).rejects.toEqual({ errMsg: 'showActionSheet:fail cancel' })
    })

    it('shows a toast for its time, text never as markup', async () => {
      await wx()['showToast']!({ title: '<b>已存</b>', duration: 40 })
      expect(find('[role=status]').textContent).toBe('<b>已存</b>')
      await settled(80)
      expect(document.querySelector('[role=status]')).toBeNull()
    })

    it('gives random bytes in the asked number', async () => {
      const { randomValues } = (await wx()['getRandomValues']!({ length: 70_000 })) as { randomValues: ArrayBuffer }
      expect(randomValues.byteLength).toBe(70_000)
      expect(new Set(new Uint8Array(randomValues)).size).toBe(256)
      await expect(wx()['getRandomValues']!({ length: 0 })).rejects.toMatchObject({
        errMsg: expect.stringContaining('length'),
      })
    })

    it('fails a move with WeChat’s words', async () => {
      await expect(wx()['navigateTo']!({ url: '/pages/form/form' })).rejects.toEqual({
        errMsg: 'navigateTo:fail can not navigateTo a tabbar page',
      })
    })

    it('passes events between a page and the one that opened it', async () => {
      await goTo('/pages/first/first')
      const heard: unknown[] = []
      await wx()['navigateTo']!({
        url: '/pages/detail/detail',
        events: { saved: (value: unknown) => heard.push(value) },
      })
      const opened = pages().at(-1) as unknown as {
        getOpenerEventChannel(): { emit(name: string, value: unknown): void }
      }
      opened.getOpenerEventChannel().emit('saved', 389)
      expect(heard).toEqual([389])
    })

    it('changes the title of one page only', async () => {
      await goTo('/pages/first/first')
      await wx()['setNavigationBarTitle']!({ title: '乐乐' })
      expect(find('h1').textContent).toBe('乐乐')
      await wx()['navigateTo']!({ url: '/pages/detail/detail' })
      expect(find('h1').textContent).toBe('详情')
      await wx()['navigateBack']!()
      expect(find('h1').textContent).toBe('乐乐')
    })

    it('finds elements of a page or a component, and only a 2d canvas as a node', async () => {
      await goTo('/pages/first/first')
      const query = wx()['createSelectorQuery']!() as {
        select(selector: string): Record<string, (...args: unknown[]) => unknown>
        exec(callback: (results: unknown[]) => void): void
      }
      query.select('#drawing')['node']!()
      query.select('.nothing')['boundingClientRect']!()
      query.select('#measure')['fields']!({ id: true, size: true })
      const [canvas, nothing, measure] = await new Promise<unknown[]>((resolve) => query.exec(resolve))
      const { node } = canvas as { node: HTMLCanvasElement }
      expect(node.tagName).toBe('CANVAS')
      expect(node).toMatchObject({ addEventListener: undefined, removeEventListener: undefined })
      expect(nothing).toBeNull()
      expect(measure).toEqual({ id: 'measure', width: 0, height: 0 })
    })
  })

  describe('the theme', () => {
    it('follows the system, in app.json’s colours and in wx', () => {
      const heard: unknown[] = []
      wx()['onThemeChange']!((event: unknown) => heard.push(event))
      darkSystem.matches = true
      darkSystem.dispatchEvent(new Event('change'))
      expect(document.documentElement.dataset['theme']).toBe('dark')
      expect(find('#navigation-bar').style.background).toBe('rgb(0, 0, 0)')
      expect(find('wx-page').parentElement!.style.background).toBe('rgb(0, 0, 0)')
      expect(wx()['getAppBaseInfo']!()).toMatchObject({ theme: 'dark' })
      darkSystem.matches = false
      darkSystem.dispatchEvent(new Event('change'))
      expect(heard).toEqual([{ theme: 'dark' }, { theme: 'light' }])
      wx()['offThemeChange']!()
    })
  })

  describe('what the address sets', () => {
    it('reaches the mini-program as SHOUWEN_ENV', () => {
      expect((globalThis as unknown as { SHOUWEN_ENV: unknown }).SHOUWEN_ENV).toEqual({
        apiBase: 'http://api.test',
        login: 'demo',
        demoPerson: 'mama',
        pollSeconds: 0,
        version: 'preview',
      })
    })
  })

  it('counts what pages send to the view', async () => {
    await goTo('/pages/first/first')
    const { setData } = (
      globalThis as unknown as { __preview: { setData: Record<'calls' | 'bytes' | 'largest', number> } }
    ).__preview
    const before = { ...setData }
    clickByPointer(find('[aria-label="看曲线"]'))
    expect(setData.calls).toBeGreaterThan(before.calls)
    expect(setData.bytes - before.bytes).toBeGreaterThanOrEqual('{"late":true}'.length)
  })

  it('hands what nobody caught to the app', () => {
    const heard: string[] = []
    wx()['onError']!((message: string) => heard.push(message))
    window.dispatchEvent(new ErrorEvent('error', { message: 'boom' }))
    expect(heard).toEqual(['boom'])
  })
})
