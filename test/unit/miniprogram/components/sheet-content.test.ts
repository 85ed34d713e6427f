import {
  changedChoice,
  editedDose,
  oddityOf,
  temperatureContent,
} from '../../../../miniprogram/components/log-sheets/content.ts'
import { formOf } from '../../../../miniprogram/components/dose-sheet/dose-sheet.view.ts'
import { newSheet, sheetOf } from '../../../../miniprogram/components/log-sheets/open-sheet.ts'
import { alarmOf, lastSaid } from '../../../../miniprogram/components/symptom-sheet/symptom-sheet.view.ts'
import { LONGEST, noteSheetView } from '../../../../miniprogram/components/note-sheet/note-draft.ts'
import { NOW } from '../../../../miniprogram/views/time-choice.ts'
import { asksAgain, toneOf } from '../../../../miniprogram/views/verdict-tone.ts'
import { context } from '../../../component/support/sheet-context.ts'
import { milliPieces } from '../../../../shared/units/medicine.ts'
import {
  answer,
  at,
  dose,
  meilin,
  note,
  recordOf,
  shanghai,
  symptom,
  temperature as t,
} from '../../shared/support/record.ts'
import { screenOf } from '../support/screen-state.ts'

const AT = '2026-01-16T03:10:00+08:00'
const { preferences, texts } = screenOf([], 3)
const draft = { digits: '385', site: 'axillary', time: NOW } as const

describe('the entry of a temperature', () => {
  it('has the reading in ℃ whatever was typed, and its site', () => {
    const content = { kind: 'temperature', at: AT, celsius: 38.5, site: 'axillary' }
    expect(temperatureContent(draft, 'celsius', AT)).toEqual(content)
    expect(temperatureContent({ ...draft, digits: '1013' }, 'fahrenheit', AT)).toEqual(content)
    expect(temperatureContent({ ...draft, digits: '38' }, 'celsius', AT)).toBeNull()
  })

  it('is asked about when it is odd, and never changed', () => {
    const odd = (digits: string) =>
      oddityOf(temperatureContent({ ...draft, digits }, 'celsius', AT)!, null, recordOf([]))
    expect(odd('385')).toBeNull()
    expect(odd('330')).toBe('too_low')
    expect(odd('430')).toBe('too_high')
  })

  it('is held against the others, not against the one it replaces', () => {
    const before = t('16T03:00', 41.8)
    const content = temperatureContent({ ...draft, digits: '370' }, 'celsius', AT)!
    expect(oddityOf(content, null, recordOf([before]))).toBe('changed_too_fast')
    expect(oddityOf(content, before.id, recordOf([before]))).toBeNull()
  })
})

describe('a dose that is changed', () => {
  const nothing = {
    productId: null,
    isChosen: true,
    name: '',
    antipyretic: 'unknown',
    amount: null,
    typed: null,
  } as const
  const change = { ...nothing, outcome: null, time: NOW }

  it('keeps what the sheet does not show: an ingredient, milligrams, when it came up', () => {
    const before = {
      kind: 'dose',
      at: AT,
      ingredient: 'ibuprofen',
      mg: 100,
      outcome: 'vomited',
      outcomeMinutes: 10,
    } as const
    expect(editedDose({ ...change, outcome: 'vomited' }, 'liquid', AT, before)).toMatchObject({
      ingredient: 'ibuprofen',
      mg: 100,
      outcomeMinutes: 10,
    })
  })

  it('calls an ingredient that was written down alone by its name, and keeps it one', () => {
    const given = dose('16T02:00', { ingredient: 'ibuprofen', pieces: milliPieces(1) })
    const sheet = sheetOf(given, shanghai, preferences, texts)
    if (sheet.kind !== 'dose') throw new Error('no dose')
    expect(sheet.initial).toMatchObject({ name: '布洛芬', amount: 1000, isPieces: true })
    const form = formOf(undefined, sheet.initial)
    const before = { kind: 'dose', at: AT, ingredient: 'ibuprofen', count: 1 } as const
    expect(editedDose(sheet.initial, form, AT, before)).toMatchObject({ ingredient: 'ibuprofen', count: 1 })
    const named = editedDose({ ...sheet.initial, name: '某某滴剂' }, form, AT, before)
    expect(named).toMatchObject({ medicine: '某某滴剂' })
    expect(named).not.toHaveProperty('ingredient')
  })

  it('drops all that with the medicine it belonged to', () => {
    const before = { kind: 'dose', at: AT, ingredient: 'ibuprofen', mg: 100 } as const
    const next = editedDose({ ...change, productId: 'meilin', amount: 4000 }, 'liquid', AT, before)
    expect(next).toEqual({ kind: 'dose', at: AT, productId: 'meilin', ml: 4 })
    expect(editedDose({ ...change, productId: 'meilin' }, 'liquid', AT, before)).not.toHaveProperty('mg')
  })
})

describe('the sheet of an entry', () => {
  const opened = (entry: Parameters<typeof sheetOf>[0]) => sheetOf(entry, shanghai, preferences, texts)
  const time = { kind: 'date', date: '2026-01-16', clock: '02:00' }

  it('begins with what the entry says', () => {
    expect(opened(t('16T02:00', 38.9, 'tympanic'))).toEqual({
      kind: 'temperature',
      initial: { digits: '389', site: 'tympanic', time },
    })
    expect(opened(meilin('16T02:00', 5))).toMatchObject({
      kind: 'dose',
      initial: { productId: 'meilin', amount: 5000 },
    })
    expect(opened(note('16T02:00', '睡了'))).toEqual({ kind: 'note', initial: { text: '睡了', time } })
    expect(opened(symptom('16T02:00', 'vomiting', false))).toMatchObject({ kind: 'choice', initial: { value: 'no' } })
    expect(opened(answer('16T02:00', 'Q5', 'unknown'))).toMatchObject({
      title: '压之不褪色的疹',
      initial: { value: 'unknown' },
    })
  })

  it('for something new begins with the remembered site', () => {
    const sheet = newSheet('temperature', { ...preferences, site: 'tympanic' }, true)
    expect(sheet).toMatchObject({ initial: { digits: '', site: 'tympanic', time: NOW } })
  })

  it('turns a symptom or an answer into its other value', () => {
    const said = { kind: 'symptom', at: AT, code: 'vomiting', present: false } as const
    expect(changedChoice(said, { value: 'yes', time: NOW }, AT)).toEqual({ ...said, present: true })
    const answered = { kind: 'answer', at: AT, question: 'Q5', value: 'no' } as const
    expect(changedChoice(answered, { value: 'unknown', time: NOW }, AT)).toEqual({ ...answered, value: 'unknown' })
  })
})

describe('a symptom that was logged', () => {
  it('raises an alarm with 120 only when it cannot wait', () => {
    expect(alarmOf('grunting', context)).toContain('先打 120')
    expect(alarmOf('runny_nose', context)).toBe('')
  })

  it('is remembered for a day by its last answer', () => {
    const entries = [
      symptom('14T02:00', 'sweating'),
      symptom('16T01:00', 'vomiting'),
      symptom('16T02:00', 'vomiting', false),
    ]
    expect(lastSaid(recordOf(entries), at('16T03:10'))).toEqual({ vomiting: { present: false, at: at('16T02:00') } })
  })
})

describe('a note', () => {
  it('says how much room is left when it grows long, and needs words to be saved', () => {
    const viewOf = (text: string) => noteSheetView({ text, time: NOW }, context)
    expect(viewOf('睡了')).toMatchObject({ canSave: true, left: '' })
    expect(viewOf('  ').canSave).toBe(false)
    expect(viewOf('睡'.repeat(LONGEST - 50)).left).toBe('还能写 50 字')
  })
})

describe('the look of a verdict', () => {
  it('stops where something stands against a dose, and asks once more before it is logged', () => {
    for (const verdict of [
      'contraindicated',
      'banned',
      'not_for_age',
      'max_reached',
      'too_soon',
      'in_progress',
    ] as const) {
      expect(toneOf(verdict)).toBe('stop')
      expect(asksAgain(verdict)).toBe(true)
    }
  })

  it('is unsure otherwise: none looks like "go ahead"', () => {
    for (const verdict of ['cannot_confirm', 'not_covered', 'caution', 'allowed'] as const)
      expect(toneOf(verdict)).toBe('unsure')
  })
})
