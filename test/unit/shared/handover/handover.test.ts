import { handoverBetween, type Edit } from '../../../../shared/handover/handover.ts'
import type { ChildRecord } from '../../../../shared/record/child-record.ts'
import { LANGUAGES, type Language } from '../../../../shared/words/language.ts'
import { handoverSentences } from '../../../../shared/words/handover.ts'
import { server } from '../support/guard.ts'
import { night } from '../support/night.ts'
import { at, meilin, recordOf, shanghai, symptom, temperature as t, type When } from '../support/record.ts'

const told = (
  record: ChildRecord,
  from: When,
  to: When,
  language: Language = 'zh',
  { edits = [], intents = [] }: { edits?: readonly Edit[]; intents?: typeof server.intents } = {},
) => {
  const handover = handoverBetween(record, at(from), at(to), { ...server, intents }, edits)
  return handoverSentences(handover, { ...record, zone: shanghai, language })
}
const text = (...args: Parameters<typeof told>) => told(...args).map((sentence) => sentence.text)

const shift = recordOf([
  t('15T23:30', 38.9),
  t('16T00:10', 38.8),
  t('16T01:00', 39.1),
  t('16T02:05', 39.1, 'axillary', 'later'),
  meilin('16T02:10', 5, '爸爸'),
  t('16T03:02', 38.2),
  symptom('16T00:30', 'drinking'),
  symptom('16T02:15', 'drinking'),
  symptom('16T02:16', 'cold_hands_feet'),
  symptom('16T02:17', 'vomiting', false),
])

describe('the facts of a handover', () => {
  it('are what happened after the one moment and up to the other', () => {
    const handover = handoverBetween(shift, at('15T23:30'), at('16T03:02'), server)
    expect(handover).toMatchObject({
      highest: { id: 't@16T01:00', value: 391 },
      latest: { id: 't@16T03:02' },
      inProgress: [],
      edited: [],
      redFlags: [],
    })
    expect(handover.readings.map(({ id }) => id)).toEqual(['t@16T00:10', 't@16T01:00', 'later', 't@16T03:02'])
    expect(handover.doses.map(({ id }) => id)).toEqual(['d@16T02:10'])
    expect(handover.symptoms.map(({ code, present }) => [code, present])).toEqual([
      ['cold_hands_feet', true],
      ['vomiting', false],
    ])
    expect([handover.drinks.length, handover.urine.length]).toEqual([2, 0])
    expect(handover.dosing.map(({ ingredient, verdict }) => [ingredient, verdict])).toEqual([
      ['paracetamol', 'caution'],
      ['ibuprofen', 'too_soon'],
    ])
  })
})

describe('the words of a handover', () => {
  it('tell what happened, and how the medicines stand', () => {
    expect(text(shift, '15T23:42', '16T03:02')).toEqual([
      '您休息了 3 小时 20 分。',
      '量了 4 次，最高 39.1 ℃，最近 38.2 ℃（腋温，03:02）。',
      '爸爸 02:10 喂了美林 5 mL。',
      '记了：手脚凉（02:16）、没有呕吐（02:17）。',
      '喝水 2 次；尿：没有记录。',
      '先别喂。爸爸 02:10 喂过美林，才过 52 分钟，要隔满 6 小时。最早 08:10，不是到点必须用。',
    ])
    expect(text(shift, '15T23:42', '16T03:02', 'en')).toEqual([
      'You rested for 3 h 20 min.',
      'Measured 4 times, highest 39.1 ℃, latest 38.2 ℃ (armpit, 03:02).',
      '爸爸 gave 美林 5 mL at 02:10.',
      'Noted: cold hands and feet (02:16), no vomiting (02:17).',
      'Drank: 2 times; passed urine: not noted.',
      'Not yet. 爸爸 gave 美林 at 02:10, only 52 min ago; it takes 6 h. Not before 08:10, and not because the time has come.',
    ])
  })

  it('say that nothing was measured or given', () => {
    expect(text(recordOf([]), '16T00:00', '16T01:00')).toEqual([
      '您休息了 1 小时。',
      '没有量体温。',
      '喝水：没有记录；尿：没有记录。',
    ])
    expect(text(recordOf([]), '16T00:00', '16T01:00', 'en')).toContain('No temperature taken.')
  })

  it('show a no-contact reading, but not as the highest', () => {
    const list = [t('16T00:10', 38.3, 'noncontact')]
    expect(text(recordOf(list), '16T00:00', '16T01:00')[1]).toBe('量了 1 次，最近 38.3 ℃（额温枪，00:10）。')
    expect(text(recordOf(list), '16T00:00', '16T01:00', 'en')[1]).toBe(
      'Measured 1 time, latest 38.3 ℃ (no-contact, 00:10).',
    )
  })

  it('put what asks for care first', () => {
    const list = [symptom('16T00:10', 'cyanosis'), t('16T00:20', 38.5)]
    expect(text(recordOf(list), '16T00:00', '16T01:00')[0]).toBe('您记了“口唇发青”。请现在打 120。（来源：NICE NG143）')
  })

  it('tell who is giving what, and what was changed', () => {
    const medicine = { productId: 'meilin', ingredient: null, medicine: null }
    const intents = [{ id: 'i', at: at('16T00:58'), by: '妈妈', own: false, medicine }]
    const edits = [
      { entryId: 'a', at: at('16T00:30'), by: '爸爸', deleted: false },
      { entryId: 'b', at: at('16T00:40'), by: null, deleted: true },
      { entryId: 'c', at: at('16T00:00'), by: '爸爸', deleted: true },
    ]
    const list = told(recordOf([]), '16T00:00', '16T01:00', 'zh', { edits, intents })
    expect(list.slice(3)).toEqual([
      { kind: 'inProgress', text: '妈妈 00:58 说要喂美林，还没记喂没喂。', entryIds: [] },
      { kind: 'edited', text: '爸爸 00:30 改了一条记录；有人 00:40 删了一条记录。', entryIds: ['a', 'b'] },
    ])
    const [giving, changed] = text(recordOf([]), '16T00:00', '16T01:00', 'en', { edits, intents }).slice(3)
    expect(giving).toBe('妈妈 said at 00:58 they are giving 美林, and has not said whether they did.')
    expect(changed).toBe('爸爸 changed an entry at 00:30; Someone deleted an entry at 00:40.')
  })

  it('rest on entries of the record, and promise nothing', () => {
    const ids = new Set(night.entries.map(({ id }) => id))
    for (const language of LANGUAGES) {
      for (const { text: sentence, entryIds } of told(night, '15T22:00', '16T07:00', language)) {
        expect(entryIds.filter((id) => !ids.has(id))).toEqual([])
        expect(sentence).not.toMatch(/undefined|NaN|安全|放心|safe/)
      }
    }
  })
})
