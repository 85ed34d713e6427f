import type { ScreenState } from '../../../../miniprogram/behaviors/screen.ts'
import { questionsBefore } from '../../../../miniprogram/package-more/pages/one-line/before-saving.ts'
import { draftLines } from '../../../../miniprogram/package-more/pages/one-line/draft-line.ts'
import { notesOf } from '../../../../miniprogram/package-more/pages/one-line/left-over.ts'
import { withMedicine } from '../../../../miniprogram/package-more/pages/one-line/medicine-choice.ts'
import { oneLineView } from '../../../../miniprogram/package-more/pages/one-line/one-line.view.ts'
import { read, type Written } from '../../../../miniprogram/package-more/pages/one-line/read-text.ts'
import { keyOf, questionOfLine } from '../../../../miniprogram/package-more/pages/one-line/server-checks.ts'
import type { DoseCheckJson } from '../../../../shared/dosing/verdict.ts'
import { verdictTitle } from '../../../../shared/words/verdict.ts'
import { night } from '../../shared/support/night.ts'
import { at, temperature as t } from '../../shared/support/record.ts'
import { emptyScreen, screenOf, type Difference } from '../support/screen-state.ts'

const NOW = '16T03:10'
const typed = (text: string, more: Partial<Written> = {}): Written => ({
  childId: 'child',
  text,
  at: at(NOW),
  settled: {},
  site: null,
  keepsNote: true,
  ...more,
})
const phone = (more: Difference = {}): ScreenState => screenOf([], NOW, more)
const viewOf = (text: string, more: Partial<Written> = {}, state = phone()) => oneLineView(state, typed(text, more))
const readOf = (written: Written, state: ScreenState) => read(written, state.current!, state)

/** The same with the medicine of the nth line chosen. */
function chosen(written: Written, nth: number, value: string, state = phone()): Written {
  const line = withMedicine(readOf(written, state).lines[nth]!, value)
  return { ...written, settled: { ...written.settled, [line.key]: line } }
}

describe('一句话', () => {
  it('begins with how it is used, and nothing to save', () => {
    expect(viewOf('')).toMatchObject({ status: 'ready', lines: [], left: [], canSave: false })
    expect(viewOf('').hint).toContain('贴进来')
  })

  it('makes a draft of each fact, with its time', () => {
    const { lines, found } = viewOf('2:30 腋下38.9 手脚凉 没吐')
    expect(found).toBe('读到 3 条，点开可以改')
    expect(lines.map(({ time, title, detail }) => [time, title, detail])).toEqual([
      ['02:30', '38.9 ℃', '腋温'],
      ['02:30', '手脚凉', ''],
      ['02:30', '没有呕吐', ''],
    ])
  })

  it('takes the remembered site where none is said, marked until it is confirmed for all of them at once', () => {
    const state = phone({ preferences: { site: 'tympanic' } })
    const assumed = viewOf('1点 38.9\n2点 38.5\n3点 额温38.1', {}, state)
    expect(assumed.siteAsk).toContain('有 2 次没写量在哪里，先当耳温，请确认')
    expect(assumed.lines.map(({ detail, tag }) => [detail, tag])).toEqual([
      ['耳温', '待确认'],
      ['耳温', '待确认'],
      ['额温', ''],
    ])
    const confirmed = viewOf('1点 38.9\n2点 38.5\n3点 额温38.1', { site: 'rectal' }, state)
    expect(confirmed.lines.map(({ detail, tag }) => [detail, tag])).toEqual([
      ['肛温', ''],
      ['肛温', ''],
      ['额温', ''],
    ])
  })

  it('asks which product a name meant, and saves nothing before', () => {
    const state = phone({ record: night })
    const view = viewOf('美林5ml', {}, state)
    expect(view).toMatchObject({ canSave: false, saveNote: '先选喂的是哪种药' })
    expect(view.lines[0]).toMatchObject({ title: '布洛芬 5 mL', contains: '', verdict: null })
    expect(view.lines[0]?.choices.map(({ name }) => name)).toEqual([
      '美林 · 布洛芬 20 mg/mL',
      '药箱里没有，就记“布洛芬”',
      '别的药…',
    ])
  })

  it('shows strength, milligrams and the guard once the product is chosen', () => {
    const state = phone({ record: night })
    const view = oneLineView(state, chosen(typed('美林5ml'), 0, 'meilin', state))
    expect(view).toMatchObject({ canSave: true, saveNote: '' })
    expect(view.lines[0]).toMatchObject({ title: '美林 5 mL', ask: '' })
    expect(view.lines[0]?.contains).toContain('布洛芬 20 mg/mL · 100 mg')
    expect(view.lines[0]?.verdict?.title).toBe('正在核对…')
  })

  it('never takes a strength from a name: without a product the milligrams stay unknown', () => {
    const state = phone({ record: night })
    const written = chosen(typed('美林5ml'), 0, 'as-written', state)
    expect(readOf(written, state).lines[0]?.content).toMatchObject({ ingredient: 'ibuprofen', ml: 5 })
    expect(oneLineView(state, written).lines[0]?.contains).toBe('含量算不出来')
  })

  it('lets no dose be settled by a name that may be several medicines', () => {
    const view = viewOf('退热栓一粒', {}, phone({ record: night }))
    expect(view.lines[0]?.choices.map(({ value }) => value)).not.toContain('as-written')
    expect(view.canSave).toBe(false)
  })

  it('holds each dose against those above it', () => {
    const state = phone({ record: { ...night, entries: [] } })
    const first = chosen(typed('1点 美林5ml\n3点 美林5ml'), 0, 'meilin', state)
    const both = chosen(first, 1, 'meilin', state)
    const { lines } = oneLineView(state, both)
    expect(lines[0]?.verdict?.tone).toBe('unsure')
    expect(lines[1]?.verdict).toMatchObject({ tone: 'stop', title: `${verdictTitle('too_soon', 'zh')} · 正在核对…` })
    const [question] = questionsBefore(readOf(both, state), state.current!, state)
    expect(question).toMatchObject({ title: '先看一眼', yes: '照样记' })
    expect(question?.text).toContain('美林 5 mL：')
  })

  it('asks about readings that are odd among the others', () => {
    const state = screenOf([t('16T02:50', 37.0)], NOW)
    const written = typed('腋下41.5')
    expect(oneLineView(state, written).lines[0]?.odd).toContain('请核对录入')
    expect(questionsBefore(readOf(written, state), state.current!, state)).toMatchObject([{ title: '请核对录入' }])
  })

  it('shows what it did not make an entry of, with the reason, and keeps the words as a note', () => {
    const { left, lines } = viewOf('38.5~38.8 房间25度 隔壁来了')
    expect(lines).toEqual([])
    expect(left.map(({ text }) => text).join(' ')).toContain('38.5~38.8')
    expect(left.find(({ text }) => text === '38.5~38.8')?.reason).toBe('是个范围，量到多少就写多少')
    const { log } = readOf(typed('38.5~38.8 房间25度 隔壁来了'), phone())
    const [note] = notesOf(log, '2026-01-16T03:10:00+08:00')
    for (const { text } of left) expect(note).toMatchObject({ kind: 'note', text: expect.stringContaining(text) })
  })

  it('saves only a note where nothing else was read, and nothing where that is not wanted', () => {
    expect(viewOf('隔壁来了')).toMatchObject({ canSave: true, saveText: '确认 1 条，记给乐乐' })
    expect(viewOf('隔壁来了', { keepsNote: false }).canSave).toBe(false)
  })

  it('leaves out a draft that was dropped, and shows it', () => {
    const state = phone()
    const [line] = readOf(typed('手脚凉 没吐'), state).lines
    const settled = { [line!.key]: { ...line!, state: 'dropped' as const } }
    const view = viewOf('手脚凉 没吐', { settled })
    expect(view.lines[0]).toMatchObject({ state: 'dropped', tag: '不记' })
    expect(view.saveText).toBe('确认 1 条，记给乐乐')
  })

  it('keeps what was settled while the person writes on, also when the clock has moved', () => {
    const state = phone({ record: night })
    const written = chosen(typed('美林5ml'), 0, 'meilin', state)
    const later = { ...written, text: '美林5ml 手脚凉', at: at('16T03:12') }
    expect(readOf(later, state).lines.map(({ isSettled }) => isSettled)).toEqual([true, true])
  })

  it('tells two readings of the same value apart', () => {
    const drafts = ['02:00', '02:00'].map((clock) => ({ kind: 'symptom', at: `2026-01-16T${clock}` }) as never)
    const keys = draftLines(drafts, { at: at(NOW), offsetMinutes: 480 }, 'axillary', {}).map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
  })

  it('keeps to the child it was opened for', () => {
    expect(viewOf('38.5', { childId: 'another' }).status).toBe('no_child')
    expect(oneLineView(emptyScreen(3), typed('38.5')).status).toBe('loading')
  })

  describe('what the server says of a dose that was just given', () => {
    const state = phone({ record: night })
    const written = chosen(typed('刚才美林5ml'), 0, 'meilin', state)
    const [line] = readOf(written, state).lines
    const question = questionOfLine(line!, state.now)!
    const saysOf = (there: DoseCheckJson | null, at: ScreenState = state) =>
      oneLineView(at, written, { [keyOf(question)]: there }).lines[0]?.verdict
    const answer = (verdict: DoseCheckJson['verdict']): DoseCheckJson => {
      const { doses } = readOf(written, state)
      const here = doses.get(line!.key)!
      return { ...here, verdict, rules: [verdict], ingredients: here.ingredients.map((one) => ({ ...one, verdict })) }
    }

    it('counts where it is stricter, for it may know of a dose that this phone does not', () => {
      expect(saysOf(answer('max_reached'))).toMatchObject({ tone: 'stop', title: verdictTitle('max_reached', 'zh') })
      expect(saysOf(answer('allowed'))?.title).toBe(verdictTitle('allowed', 'zh'))
    })

    it('leaves this phone unable to confirm where there is no answer', () => {
      const quiet = phone({ record: { products: night.products } })
      const alone = chosen(typed('刚才美林5ml'), 0, 'meilin', quiet)
      const [dose] = readOf(alone, quiet).lines
      const key = keyOf(questionOfLine(dose!, quiet.now)!)
      expect(oneLineView(quiet, alone, { [key]: null }).lines[0]?.verdict?.title).toBe('没法确认')
    })

    it('is not asked about a dose of hours ago, nor about a mere name', () => {
      const old = chosen(typed('1:30 美林5ml'), 0, 'meilin', state)
      expect(questionOfLine(readOf(old, state).lines[0]!, state.now)).toBeNull()
      const named = { ...line!, content: { kind: 'dose', at: line!.content.at, medicine: '蒲地蓝' } as const }
      expect(questionOfLine(named, state.now)).toBeNull()
    })
  })
})
