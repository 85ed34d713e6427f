import { GRADES } from '../../../../shared/fever/grade.ts'
import { SITES } from '../../../../shared/record/entry.ts'
import { PRODUCT_FORMS, type Product } from '../../../../shared/record/product.ts'
import { SYMPTOM_CODES, SYMPTOM_GROUPS } from '../../../../shared/symptoms/vocabulary.ts'
import { INGREDIENTS, ingredientOf } from '../../../../shared/dosing/ingredients.ts'
import { parseStamp } from '../../../../shared/time/instant.ts'
import { fixedZone } from '../../../../shared/time/zone.ts'
import { micrograms, microlitres, milliPieces } from '../../../../shared/units/medicine.ts'
import { centiCelsius, tenths } from '../../../../shared/units/temperature.ts'
import { LANGUAGES } from '../../../../shared/words/language.ts'
import {
  celsiusText,
  GRADE_NOTE,
  gradeName,
  readingText,
  siteName,
  temperatureText,
} from '../../../../shared/words/measure.ts'
import {
  amountText,
  doseText,
  formName,
  ingredientName,
  pieceName,
  productName,
} from '../../../../shared/words/medicine.ts'
import { absenceText, symptomGroupName, symptomName } from '../../../../shared/words/symptom.ts'
import {
  agoText,
  dayText,
  durationText,
  minutesBetween,
  momentText,
  spokenDuration,
} from '../../../../shared/words/time.ts'

const zone = fixedZone(480)
const at = (text: string) => parseStamp(`${text}+08:00`)!.at

describe('words of measuring', () => {
  it('space Chinese and Latin', () => {
    expect(celsiusText(tenths(38))).toBe('38.0 ℃')
    expect(temperatureText(centiCelsius(38.94))).toBe('38.9 ℃')
    expect(temperatureText(centiCelsius(38.9), 'fahrenheit')).toBe('102.0 ℉')
    expect(readingText(tenths(38.9), 'axillary', 'zh')).toBe('38.9 ℃（腋温）')
    expect(readingText(tenths(38.9), 'tympanic', 'en')).toBe('38.9 ℃ (ear)')
  })

  it('tell every site, grade, form and symptom group apart in every language', () => {
    for (const language of LANGUAGES) {
      expect(new Set(SITES.map((site) => siteName(site, language))).size).toBe(SITES.length)
      expect(new Set(GRADES.map((grade) => gradeName(grade, language))).size).toBe(GRADES.length)
      expect(new Set(PRODUCT_FORMS.map((form) => formName(form, language))).size).toBe(PRODUCT_FORMS.length)
      expect(new Set(SYMPTOM_GROUPS.map((group) => symptomGroupName(group, language))).size).toBe(6)
      expect(
        new Set(SYMPTOM_CODES.flatMap((code) => [symptomName(code, language), absenceText(code, language)])).size,
      ).toBe(SYMPTOM_CODES.length * 2)
      expect(new Set(INGREDIENTS.map(({ code }) => ingredientName(code, language))).size).toBe(INGREDIENTS.length)
    }
  })

  it('show the code of what they do not know', () => {
    expect([symptomName('hiccups', 'zh'), ingredientName('xylitol', 'en'), ingredientOf('xylitol')]).toEqual([
      'hiccups',
      'xylitol',
      null,
    ])
    expect(absenceText('hiccups', 'en')).toBe('no hiccups')
  })
})

describe('the note on grades', () => {
  it('keeps height and illness apart', () => {
    expect(GRADE_NOTE.zh).toBe('分级只描述温度高低，不代表病情轻重。')
    expect(GRADE_NOTE.en).toContain('not how ill')
  })
})

describe('words of medicine', () => {
  const sachet: Product = {
    id: 'p',
    name: '小儿氨酚黄那敏颗粒',
    form: 'sachet',
    minAgeMonths: null,
    maxDosesPerDay: null,
    ingredients: [],
  }
  const dose = { productId: null, ingredient: null, medicine: null, volume: null, pieces: null, mass: null }

  it.each([
    ['美林 布洛芬混悬液', '美林'],
    ['Calpol Six Plus', 'Calpol Six Plus'],
    ['  泰诺林   滴剂 ', '泰诺林'],
  ])('call %s %s', (label, name) => {
    expect(productName(label)).toBe(name)
  })

  it.each([
    [{ volume: microlitres(5) }, '药 5 mL', 'a medicine 5 mL'],
    [{ ingredient: 'ibuprofen', mass: micrograms(100) }, '布洛芬 100 mg', 'ibuprofen 100 mg'],
    [{ productId: 'p', pieces: milliPieces(0.5) }, '小儿氨酚黄那敏颗粒 0.5 袋', '小儿氨酚黄那敏颗粒 0.5 sachet'],
    [{ productId: 'p', pieces: milliPieces(2) }, '小儿氨酚黄那敏颗粒 2 袋', '小儿氨酚黄那敏颗粒 2 sachets'],
    [{ medicine: '退热贴', pieces: milliPieces(1) }, '退热贴 1 份', '退热贴 1 piece'],
    [{ medicine: '阿莫西林' }, '阿莫西林', '阿莫西林'],
  ])('say what was given: %j', (given, zh, en) => {
    expect(doseText({ ...dose, ...given }, [sachet], 'zh')).toBe(zh)
    expect(doseText({ ...dose, ...given }, [sachet], 'en')).toBe(en)
  })

  it('leave an unknown amount out', () => {
    expect(amountText(dose, [], 'zh')).toBeNull()
    expect([pieceName('tablet', 'zh'), pieceName('tablet', 'en')]).toEqual(['片', 'tablet'])
  })
})

describe('words of time', () => {
  it.each([
    [0, '0 分钟', '0 min'],
    [59, '59 分钟', '59 min'],
    [60, '1 小时', '1 h'],
    [125, '2 小时 5 分', '2 h 5 min'],
    [1560, '26 小时', '26 h'],
    [2879, '47 小时 59 分', '47 h 59 min'],
    [2880, '2 天', '2 d'],
    [3005, '2 天 2 小时', '2 d 2 h'],
  ])('last %i minutes as %s', (minutes, zh, en) => {
    expect(durationText(minutes, 'zh')).toBe(zh)
    expect(durationText(minutes, 'en')).toBe(en)
  })

  it.each([
    [30, '半小时', '30 min'],
    [210, '3 个半小时', '3 h 30 min'],
    [205, '3 小时 25 分', '3 h 25 min'],
  ])('speak of %i minutes as %s', (minutes, zh, en) => {
    expect(spokenDuration(minutes, 'zh')).toBe(zh)
    expect(spokenDuration(minutes, 'en')).toBe(en)
  })

  it.each([
    ['2026-01-16T03:09:01', '刚刚', 'just now'],
    ['2026-01-16T02:58:00', '12 分钟前', '12 min ago'],
    ['2026-01-16T00:10:01', '2 小时前', '2 h ago'],
    ['2026-01-14T03:10:01', '47 小时前', '47 h ago'],
    ['2026-01-14T03:10:00', '2 天前', '2 days ago'],
    ['2026-01-16T03:15:00', '5 分钟后', 'in 5 min'],
  ])('see %s from 03:10 as %s', (moment, zh, en) => {
    expect(agoText(at(moment), at('2026-01-16T03:10:00'), 'zh')).toBe(zh)
    expect(agoText(at(moment), at('2026-01-16T03:10:00'), 'en')).toBe(en)
  })

  it.each([
    ['2026-01-16T02:10', '02:10', '02:10'],
    ['2026-01-15T22:10', '昨天 22:10', 'yesterday 22:10'],
    ['2026-01-17T00:05', '明天 00:05', 'tomorrow 00:05'],
    ['2026-01-14T22:10', '1 月 14 日 22:10', '14 Jan 22:10'],
  ])('name %s as %s', (moment, zh, en) => {
    expect(momentText(at(moment), at('2026-01-16T03:10'), zone, 'zh')).toBe(zh)
    expect(momentText(at(moment), at('2026-01-16T03:10'), zone, 'en')).toBe(en)
  })

  it('cut minutes off', () => {
    expect(minutesBetween(at('2026-01-16T03:10:00'), at('2026-01-16T03:11:59'))).toBe(1)
    expect(dayText(at('2026-12-01T00:00'), zone, 'en')).toBe('1 Dec')
  })
})
