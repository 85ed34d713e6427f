import { flag, rulesOf } from '../support/flags.ts'
import { bornOn } from '../support/guard.ts'
import { at, dose, ibuprofen, paracetamol, temperature as t } from '../support/record.ts'

/** A fever measured every 8 hours over some hours. */
const fever = (from: number, hours: number) =>
  Array.from({ length: Math.floor(hours / 8) + 1 }, (_, index) => t(from + index * 8, 38.5))

describe('R3, the fifth day', () => {
  it.each([
    ['15T23:50', '19T00:00', true],
    ['15T00:10', '18T23:59', false],
  ])('from %s at %s: %s', (start, now, expected) => {
    const list = [t(start, 38.5), ...fever(24, 88)]
    const [found] = flag('R3', list, now)
    expect(found !== undefined).toBe(expected)
    if (found) expect(found).toMatchObject({ level: 'same_day', source: 'NICE NG143', values: { day: 5 }, gaps: [] })
  })

  it('names the first and the last febrile reading', () => {
    expect(flag('R3', fever(0, 96), 97)[0]!.entryIds).toEqual(['t@0', 't@96'])
  })

  it('counts to the last febrile reading once the fever was seen to end', () => {
    const gone = [...fever(0, 80), t(90, 36.8), t(100, 36.7), t(105, 36.7)]
    expect(flag('R3', gone, 110)).toEqual([])
    expect(flag('R3', [...fever(0, 96), t(106, 36.8), t(116, 36.7), t(121, 36.7)], 122)[0]!.values.day).toBe(5)
  })

  it('counts through a stretch nobody measured, and names it', () => {
    const list = [t(20, 38.5), t(24, 38.6), t(74, 36.9), t(75, 38.4), t(97, 38.8)]
    expect(flag('R3', list, 98)[0]).toMatchObject({
      values: { day: 5 },
      entryIds: ['t@20', 't@97'],
      gaps: [{ from: at(24), to: at(74) }],
    })
  })

  it('does not count through an end that was seen, nor through more than a week', () => {
    const ended = [t(0, 38.5), t(10, 36.8), t(20, 36.7), t(25, 36.7), t(97, 38.8)]
    expect(rulesOf(ended, 98)).not.toContain('R3')
    expect(flag('R3', [t(0, 38.5), t(168, 38.5)], 169)).toHaveLength(1)
    expect(flag('R3', [t(0, 38.5), t(168.1, 38.5)], 169)).toEqual([])
  })

  it('counts to the last febrile reading where nobody measured since', () => {
    expect(rulesOf([t(0, 38.5), t(4, 38.5)], 120)).not.toContain('R3')
  })
})

describe('R4, how long a fever has lasted', () => {
  it.each([
    // born, hours from the first febrile reading to now, flagged
    ['2024-01-17', 24, false],
    ['2024-01-17', 24.02, true],
    ['2024-01-16', 24.02, false],
    ['2022-11-03', 72, false],
    ['2022-11-03', 72.02, true],
    [null, 72, false],
    [null, 72.02, true],
  ])('born %s, %s hours: %s', (birthDate, hours, expected) => {
    const list = fever(0, hours - 1)
    const [found] = flag('R4', list, hours, bornOn(birthDate))
    expect(found !== undefined).toBe(expected)
    if (found) expect(found.level).toBe('contact')
  })

  it('ends with the last febrile reading when the fever did', () => {
    const list = [...fever(0, 72), t(80, 36.8), t(90, 36.8), t(97, 36.8)]
    expect(rulesOf(list, 98)).not.toContain('R4')
    expect(rulesOf([...list.slice(0, 10), t(73, 38.2), ...list.slice(10), t(99, 36.8)], 99)).toContain('R4')
  })

  it('is gone a week after the illness', () => {
    const list = [...fever(0, 80), t(90, 36.8), t(100, 36.7), t(105, 36.7)]
    expect(rulesOf(list, 80 + 168)).toContain('R4')
    expect(rulesOf(list, 80 + 168.02)).toEqual([])
  })
})

describe('R8, antipyretics on more than three days in a row', () => {
  const given = (...days: string[]) => days.map((day) => ibuprofen(day, undefined, 50))

  it.each([
    ['three days', given('13T10:00', '14T10:00', '15T10:00'), false],
    ['four days', given('12T10:00', '13T10:00', '14T10:00', '15T10:00'), true],
    ['four days with two on one', given('12T10:00', '12T20:00', '13T10:00', '14T10:00', '15T10:00'), true],
    ['a measured day without', [...given('12T10:00', '13T10:00', '15T10:00'), t('14T10:00', 37.9)], false],
    ['a week ago', given('05T10:00', '06T10:00', '07T10:00', '08T11:00'), false],
  ])('%s', (_, list, expected) => {
    expect(rulesOf(list, '15T11:30').includes('R8')).toBe(expected)
  })

  it('counts through a day on which nothing was recorded, and names it', () => {
    const list = [...given('12T10:00', '13T10:00', '15T10:00'), t('12T10:00', 38.5), t('15T10:00', 38.5)]
    expect(flag('R8', list, '15T12:00')[0]).toMatchObject({
      level: 'contact',
      entryIds: ['ibu@12T10:00', 'ibu@13T10:00', 'ibu@15T10:00'],
      values: { days: 4 },
      gaps: [{ from: at('14T00:00'), to: at('15T00:00') }],
    })
  })

  it('does not count through more than a week', () => {
    expect(rulesOf(given('05T10:00', '13T10:00'), '13T12:00')).toContain('R8')
    expect(rulesOf(given('04T10:00', '13T10:00'), '13T12:00')).not.toContain('R8')
  })

  it('counts antipyretics of every kind, and only those', () => {
    const list = [
      paracetamol('12T10:00', undefined, 100),
      dose('13T10:00', { medicine: '退烧药', antipyretic: 'yes' }),
      dose('14T10:00', { ingredient: 'diclofenac' }),
      ibuprofen('15T10:00', undefined, 50),
    ]
    expect(rulesOf(list, '15T12:00')).toContain('R8')
    const other = [
      ...list.slice(0, 3),
      t('15T09:00', 37),
      dose('15T10:00', { medicine: '阿莫西林', antipyretic: 'no' }),
    ]
    expect(rulesOf(other, '15T12:00')).not.toContain('R8')
  })
})
