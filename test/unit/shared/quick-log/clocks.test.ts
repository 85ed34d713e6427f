import { dayAt } from '../../../../shared/quick-log/grammar/calendar.ts'
import { clockAt, type ClockPlace } from '../../../../shared/quick-log/grammar/clock.ts'
import { duration, rhythmEnd } from '../../../../shared/quick-log/grammar/duration.ts'
import { oneSpelling } from '../../../../shared/quick-log/spelling.ts'
import { tokenise, type Token } from '../../../../shared/quick-log/tokenise.ts'

/** What a rule read, and the first token after it; null where it found nothing of its own. */
type Read<T extends readonly unknown[]> = readonly [...T, next: number] | null
type Rows<T extends readonly unknown[]> = readonly (readonly [text: string, read: Read<T>])[]

const tokensOf = (text: string): readonly Token[] => tokenise(oneSpelling(text), [])

describe('a date', () => {
  const told = (text: string, at: number) => {
    const found = dayAt(tokensOf(text), at)
    if (!found || !('date' in found.day)) return found
    const { year, month, date } = found.day
    return [[year, month, date].map((one) => one ?? '·').join('-'), found.next]
  }

  const FIRST: Rows<[date: string]> = [
    ['1月15日', ['·-1-15', 4]],
    ['1月15', ['·-1-15', 3]],
    ['1月15号', ['·-1-15', 4]],
    ['1月', null],
    ['1月15.5', null],
    ['111月15', null],
    ['1月155', null],
    ['15日', ['·-·-15', 2]],
    ['15号', ['·-·-15', 2]],
    ['155号', null],
    ['15', null],
    ['1/15', ['·-1-15', 3]],
    ['1-15', ['·-1-15', 3]],
    ['1~15', null],
    ['1/15ml', null],
    ['1/15.5', null],
    ['1.5/15', null],
    ['0/15', null],
    ['1/0', null],
    ['12/31', ['·-12-31', 3]],
    ['13/1', null],
    ['1/31', ['·-1-31', 3]],
    ['1/32', null],
    ['1/15点', null],
    ['1/1', ['·-1-1', 3]],
    ['2026-01-15', ['2026-1-15', 5]],
    ['2026/1/15', ['2026-1-15', 5]],
    ['2026.1.15', ['2026-1-15', 3]],
    ['2026.01.15', ['2026-1-15', 3]],
    ['2026~1~15', null],
    ['2026-1~15', null],
    ['2026~1-15', null],
    ['2026.1-15', null],
    ['2026.1.155', null],
    ['2026-111-15', null],
    ['2026-1-155', null],
    ['202-1-15', null],
    ['2026年1月15日', ['2026-1-15', 6]],
    ['26年1月15日', ['2026-1-15', 6]],
    ['2026年', null],
    ['2026年昨晚', null],
    ['20266年1月15', null],
    ['jan 15', ['·-1-15', 2]],
    ['15 jan', ['·-1-15', 2]],
    ['jan', null],
    ['jan 155', null],
    ['may 1', ['·-5-1', 2]],
    ['1.15\n', ['·-1-15', 1]],
    ['1.15', null],
    ['1.15 22:10', ['·-1-15', 1]],
    ['1.15 22', null],
    ['1.15 晚上', ['·-1-15', 1]],
    ['13.15\n', null],
    ['0.15\n', null],
    ['1.32\n', null],
    ['12.31\n', ['·-12-31', 1]],
    ['1.01\n', ['·-1-1', 1]],
    ['1.15 38\n', null],
    ['1\n', null],
    ['1.15ml', null],
    ['晚上 1.15 38', null],
    ['2026.5 15', null],
  ]
  it.each(FIRST)('%j', (text, read) => {
    expect(told(text, 0)).toEqual(read)
  })

  const SECOND: typeof FIRST = [
    ['\n1/15', ['·-1-15', 4]],
    ['-1/15', ['·-1-15', 4]],
    ['是1/15', null],
    ['是1.15\n', null],
    ['是2026-1-15', ['2026-1-15', 6]],
    ['\n1.15\n', ['·-1-15', 2]],
    ['15jan 16', ['·-1-16', 3]],
    ['晚上1.15 38', null],
    ['是-1/15', null],
  ]
  it.each(SECOND)('in %j', (text, read) => {
    expect(told(text, 1)).toEqual(read)
  })
})

describe('a clock', () => {
  const NOTHING: ClockPlace = { bareHour: false, told: [] }
  const place = { start: 0, end: 0, spaced: false }
  const shown = (text: string, at: number, where: ClockPlace) => {
    const found = clockAt(tokensOf(text), at, where)
    if (!found?.face) return found && ['none', found.next]
    const { hour, minute, fixed } = found.face
    return [`${hour}:${String(minute).padStart(2, '0')}${fixed ? ' fixed' : ''}`, found.next]
  }

  const FIRST: Rows<[face: string]> = [
    ['2:30', ['2:30', 3]],
    ['2:30:15', ['2:30', 5]],
    ['2:30:155', ['2:30', 3]],
    ['2:30分', ['2:30', 4]],
    ['2;30', ['2:30', 3]],
    ['2,30', null],
    ['2: 30', ['2:30', 3]],
    ['2 :30', null],
    ['2:3', null],
    ['2:305', null],
    ['2:30.5', null],
    ['2:美林', null],
    ['2:', null],
    ['13:00', ['13:00 fixed', 3]],
    ['00:30', ['0:30 fixed', 3]],
    ['0:30', ['0:30 fixed', 3]],
    ['02:30', ['2:30 fixed', 3]],
    ['24:00', ['0:00 fixed', 3]],
    ['24:01', ['none', 3]],
    ['25:00', ['none', 3]],
    ['2:59', ['2:59', 3]],
    ['2:60', ['none', 3]],
    ['222:30', null],
    ['2点', ['2:00', 2]],
    ['2点钟', ['2:00', 2]],
    ['2点整', ['2:00', 2]],
    ['2点 整', ['2:00', 2]],
    ['2点半', ['2:30', 3]],
    ['2点半ml', ['2:00', 2]],
    ['2点一刻', ['2:15', 3]],
    ['2点三刻', ['2:45', 3]],
    ['2点05', ['2:05', 3]],
    ['2点5', ['2:00', 2]],
    ['2点5分', ['2:05', 4]],
    ['2点过5分', ['2:05', 5]],
    ['2点过', ['2:00', 2]],
    ['2点过10', ['2:10', 4]],
    ['2点零5', ['2:05', 4]],
    ['2点零5分', ['2:05', 5]],
    ['二点零五分', ['2:05', 4]],
    ['2点零 5', ['2:00', 2]],
    ['2点零5片', ['2:00', 2]],
    ['2点59', ['2:59', 3]],
    ['2点59分', ['2:59', 4]],
    ['3点39', ['3:00', 2]],
    ['3点39 38', ['3:39', 3]],
    ['3点39，', ['3:00', 2]],
    ['3点39 4点', ['3:00', 2]],
    ['3点39 4度', ['3:39', 3]],
    ['3点39美林', ['3:39', 3]],
    ['3点 39', ['3:00', 2]],
    ['3点33', ['3:33', 3]],
    ['3点34', ['3:00', 2]],
    ['3点42', ['3:00', 2]],
    ['3点43', ['3:43', 3]],
    ['3点 33', ['3:33', 3]],
    ['3点 34', ['3:00', 2]],
    ['3点 42', ['3:00', 2]],
    ['3点 43', ['3:43', 3]],
    ['3点30度', ['3:00', 2]],
    ['3点3.5', ['3:00', 2]],
    ['3点0 5', ['3:00', 2]],
    ['24点', ['0:00 fixed', 2]],
    ['24点5分', ['none', 4]],
    ['222点', null],
    ['2时30分', ['2:30', 4]],
    ['14点', ['14:00 fixed', 2]],
    ['0点', ['0:00 fixed', 2]],
    ['noon', ['12:00 fixed', 1]],
    ['midnight', ['0:00 fixed', 1]],
    ['half past two', ['2:30', 3]],
    ['quarter past 3', ['3:15', 3]],
    ['quarter to 4', ['3:45', 3]],
    ['quarter to 1', ['12:45', 3]],
    ['half past 13', null],
    ['half past 12', ['12:30', 3]],
    ['half past 0', null],
    ['half past', null],
    ['half past noon', null],
    ['half on 2', null],
    ['three past 2', null],
    ['10.30', null],
    ['10.30 38.5', ['10:30', 1]],
    ['10.30 ml', null],
    ['10.30ml', null],
    ['10.30，38.5', null],
    ['10.30\n38.5', null],
    ['10.3 38.5', null],
    ['23.30 38', ['23:30 fixed', 1]],
    ['24.30 38', null],
    ['10.60 38', null],
    ['0230', null],
    ['0230 38', ['2:30 fixed', 1]],
    ['0230 ml', null],
    ['0230，38', null],
    ['0230\n38', null],
    ['0260 38', null],
    ['230 38', null],
    ['02300 38', null],
    ['0230.5 38', null],
    ['2am', ['2:00', 1]],
    ['2 pm', ['2:00', 1]],
    ['8', null],
    ['8 38.5', null],
    ['24am', ['0:00 fixed', 1]],
    ['25am', null],
    ['100am', null],
    ['8.5am', null],
    ['2点半美林', ['2:30', 3]],
  ]
  it.each(FIRST)('%j', (text, read) => {
    expect(shown(text, 0, NOTHING)).toEqual(read)
  })

  const SECOND: typeof FIRST = [
    ['\n10.30 38.5', ['10:30', 2]],
    ['是10.30 38.5', null],
    ['\n0230 38', ['2:30 fixed', 2]],
    ['是0230 38', null],
    ['，10.30 38.5', ['10:30', 2]],
  ]
  it.each(SECOND)('in %j', (text, read) => {
    expect(shown(text, 1, NOTHING)).toEqual(read)
  })

  const HOURS: typeof FIRST = [
    ['8', ['8:00', 1]],
    ['8 38.5', ['8:00', 1]],
    ['8/', null],
    ['8度', null],
    ['8半', null],
    ['8ml', null],
    ['24', ['0:00 fixed', 1]],
    ['25', null],
    ['8.5', null],
    ['888', null],
    ['half past 3', ['3:30', 3]],
  ]
  it.each(HOURS)('%j where an hour is expected', (text, read) => {
    expect(shown(text, 0, { ...NOTHING, bareHour: true })).toEqual(read)
  })

  const AMOUNTS: typeof FIRST = [
    ['3点5毫升', null],
    ['3点5 mg', null],
    ['3点5g', null],
    ['3点5片', null],
    ['3点5勺', null],
    ['3点5度', ['3:00', 2]],
    ['3点 5毫升', ['3:00', 2]],
    ['3点5', ['3:00', 2]],
    ['3点半ml', ['3:00', 2]],
    ['3点半mg', ['3:00', 2]],
    ['3点半g', ['3:00', 2]],
    ['3点半片', ['3:00', 2]],
    ['3点半勺', ['3:00', 2]],
  ]
  it.each(AMOUNTS)('%j after 喂了 or a medicine', (text, read) => {
    const given = { ...place, kind: 'verb', verb: 'give', done: true } as const
    const named = { ...place, kind: 'medicine', medicine: { product: true } } as const
    for (const told of [given, named]) expect(shown(text, 0, { ...NOTHING, told: [told] })).toEqual(read)
  })

  it('is read where an amount stands after nothing given', () => {
    const told = [{ ...place, kind: 'break', line: false } as const]
    expect(shown('3点5毫升', 0, { ...NOTHING, told })).toEqual(['3:00', 2])
    expect(shown('3点5毫升', 0, NOTHING)).toEqual(['3:00', 2])
  })
})

describe('a length of time', () => {
  const LENGTHS: Rows<[minutes: number]> = [
    ['半小时', [30, 2]],
    ['半个小时', [30, 2]],
    ['半个多小时', [30, 4]],
    ['2小时', [120, 2]],
    ['2个小时', [120, 2]],
    ['2个半小时', [150, 4]],
    ['2小时半', [150, 3]],
    ['2小时 半', [120, 2]],
    ['1小时20分钟', [80, 4]],
    ['1小时20分', [80, 4]],
    ['1小时2小时', [60, 2]],
    ['20分钟1小时', [20, 2]],
    ['1小时半20分钟', [110, 5]],
    ['1小时20', [60, 2]],
    ['1小时一刻钟', [75, 3]],
    ['一刻钟1小时', [15, 1]],
    ['一刻钟20分钟', [15, 1]],
    ['三刻钟', [45, 1]],
    ['20分钟', [20, 2]],
    ['3天', [4320, 2]],
    ['1.5小时', [90, 2]],
    ['half an hour', [30, 3]],
    ['an hour', [60, 2]],
    ['a day', [1440, 2]],
    ['2 hours', [120, 2]],
    ['2.5 hours', [150, 2]],
    ['2个', null],
    ['2个多小时', [120, 4]],
    ['小时', null],
    ['2', null],
    ['2度', null],
    ['30min', [30, 2]],
  ]
  it.each(LENGTHS)('%s', (text, read) => {
    const length = duration(tokensOf(text), 0)
    expect(length && [length.minutes, length.next]).toEqual(read)
  })

  const RHYTHMS: readonly (readonly [text: string, end: number | null])[] = [
    ['6小时一次', 4],
    ['6小时1次', 4],
    ['6小时', null],
    ['6小时半一次', 5],
    ['6小时1度', null],
    ['6小时一', null],
    ['6小时多次', null],
    ['一次', null],
  ]
  it.each(RHYTHMS)('%s is how often, or not', (text, end) => {
    expect(rhythmEnd(tokensOf(text), 0)).toBe(end)
  })
})
