import { questionsView } from '../../../../miniprogram/package-more/pages/questions/questions.view.ts'
import type { Entry } from '../../../../shared/record/entry.ts'
import { answer } from '../../shared/support/record.ts'
import { emptyScreen, screenOf } from '../support/screen-state.ts'

const rowOf = (entries: readonly Entry[], id: string) =>
  questionsView(screenOf(entries, '16T07:00')).questions.find((row) => row.id === id)

describe('the list of questions', () => {
  it('has all fourteen, of which none is answered by itself', () => {
    const { questions, options, title } = questionsView(screenOf([], '16T07:00'))
    expect(title).toBe('要紧的 14 项 · 乐乐')
    expect(questions.map(({ id }) => id)).toEqual(Array.from({ length: 14 }, (_, index) => `Q${index + 1}`))
    expect(questions.every(({ value, advice }) => value === '' && advice === '')).toBe(true)
    expect(options.map(({ name }) => name)).toEqual(['有', '没有', '不知道'])
  })

  it('shows the last answer of a day with its time', () => {
    const given = [answer('16T06:00', 'Q9', 'unknown'), answer('16T06:30', 'Q9', 'no')]
    expect(rowOf(given, 'Q9')).toMatchObject({ value: 'no', time: '06:30', advice: '' })
    expect(rowOf([answer('14T06:30', 'Q9', 'no')], 'Q9')).toMatchObject({ value: '', time: '' })
  })

  it('says at once what to do about a yes, 120 where it cannot wait', () => {
    expect(rowOf([answer('16T06:30', 'Q5', 'yes')], 'Q5')).toMatchObject({
      isUrgent: true,
      advice: expect.stringContaining('请现在打 120。'),
    })
    expect(rowOf([answer('16T06:30', 'Q9', 'yes')], 'Q9')).toMatchObject({
      isUrgent: false,
      advice: expect.stringContaining('建议今天就医。'),
    })
  })

  it('keeps the advice while nobody has said that it is over', () => {
    const given = [answer('16T06:00', 'Q6', 'yes'), answer('16T06:30', 'Q6', 'unknown')]
    expect(rowOf(given, 'Q6')?.advice).not.toBe('')
  })

  it('waits for the record of the child', () => {
    expect(questionsView(emptyScreen(3))).toMatchObject({ status: 'loading', questions: [] })
  })
})
