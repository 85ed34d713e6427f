import type { TimelineRow } from '../../miniprogram/views/timeline.view.ts'
import { render } from './support/render.ts'

const row = (id: string, more: Partial<TimelineRow> = {}): TimelineRow => ({
  id,
  heading: '',
  time: '02:10',
  icon: 'thermometer',
  tint: 'heat-3',
  isReading: true,
  title: '38.9 ℃',
  detail: '腋温',
  by: '妈妈',
  state: '',
  stateText: '',
  reason: '',
  aria: `02:10 38.9 ℃ ${id}`,
  ...more,
})

describe('the timeline', () => {
  it('shows time, value, site and author of each line, under the day', async () => {
    const timeline = await render('timeline', { rows: [row('a', { heading: '今天' }), row('b', { by: '爸爸' })] })
    expect(timeline.text()).toBe('今天02:1038.9 ℃腋温妈妈02:1038.9 ℃腋温爸爸')
  })

  it('opens the entry that is tapped', async () => {
    const timeline = await render('timeline', { rows: [row('a'), row('b')] }, ['open'])
    await timeline.tap('02:10 38.9 ℃ b')
    expect(timeline.told('open')).toEqual([{ entryId: 'b' }])
  })

  it('says in words what became of a line, and why', async () => {
    const rows = [row('a', { state: 'failed', stateText: '没送到', reason: '太长了，缩短再存。' })]
    const timeline = await render('timeline', { rows })
    expect(timeline.text()).toContain('没送到')
    expect(timeline.text()).toContain('太长了')
  })

  it('is silent about what is simply on its way', async () => {
    const timeline = await render('timeline', { rows: [row('a', { state: 'sending', stateText: '正在送' })] })
    expect(timeline.text()).not.toContain('正在送')
  })

  it('follows its rows', async () => {
    const timeline = await render('timeline', { rows: [row('a')] })
    await timeline.set({ rows: [row('a', { title: '39.1 ℃' })] })
    expect(timeline.text()).toContain('39.1 ℃')
    expect(timeline.text()).not.toContain('38.9 ℃')
  })
})
