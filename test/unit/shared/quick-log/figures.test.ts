import { figureAt } from '../../../../shared/quick-log/grammar/thermometer.ts'
import { oneSpelling } from '../../../../shared/quick-log/spelling.ts'
import { tokenise, type Token } from '../../../../shared/quick-log/tokenise.ts'

/** What a rule read, and the first token after it; null where it found nothing of its own. */
type Read<T extends readonly unknown[]> = readonly [...T, next: number] | null
type Rows<T extends readonly unknown[]> = readonly (readonly [text: string, read: Read<T>])[]

const tokensOf = (text: string): readonly Token[] => tokenise(oneSpelling(text), [])

describe('a figure', () => {
  const shown = (text: string, at: number) => {
    const figure = figureAt(tokensOf(text), at)
    const signs = (['degrees', 'assumed', 'range'] as const).filter((sign) => figure?.[sign])
    return figure && [figure.value, signs.join(' '), figure.next]
  }

  const FIRST: Rows<[hundredths: number | null, signs: string]> = [
    ['38.5', [3850, '', 1]],
    ['38', [3800, '', 1]],
    ['38.55', [3855, '', 1]],
    ['385', [3850, '', 1]],
    ['385度', [3850, 'degrees', 2]],
    ['38.5℃', [3850, 'degrees', 2]],
    ['38度5', [3850, 'degrees', 3]],
    ['38度 5', [3800, 'degrees', 2]],
    ['38度12', [3800, 'degrees', 2]],
    ['38度半', [3850, 'degrees', 3]],
    ['38度 半', [3800, 'degrees', 2]],
    ['38度半小时', [3800, 'degrees', 2]],
    ['38点5', [3850, 'degrees', 3]],
    ['38点5度', [3850, 'degrees', 4]],
    ['三十八点五', [3850, 'degrees', 3]],
    ['三十八点五度', [3850, 'degrees', 4]],
    ['38点 5', null],
    ['38点12', null],
    ['38时5', null],
    ['29点5', null],
    ['30点5', [null, 'degrees', 3]],
    ['101.3f', [3850, 'degrees', 2]],
    ['101.3°f', [3850, 'degrees', 2]],
    ['101.3度', [3850, 'degrees assumed', 2]],
    ['101.3度f', [3850, 'degrees', 3]],
    ['101.3', [3850, 'assumed', 1]],
    ['101', null],
    ['98', null],
    ['98度', [3670, 'degrees assumed', 2]],
    ['98.6', [3700, 'assumed', 1]],
    ['120度', [null, 'degrees', 2]],
    ['121度', [null, 'degrees', 2]],
    ['42.5', [4250, '', 1]],
    ['43', null],
    ['29.5', null],
    ['30.5', [null, '', 1]],
    ['30', null],
    ['49.5', [null, '', 1]],
    ['50.5', null],
    ['三十八五', [3850, '', 2]],
    ['三十八五度', [3850, 'degrees', 3]],
    ['三十八九', [3890, 'range', 2]],
    ['三十八九度', [3890, 'degrees range', 3]],
    ['三十九九', [3990, '', 2]],
    ['三八五', [3850, '', 1]],
    ['38 5', [3800, '', 1]],
    ['三十八 五', [3800, '', 1]],
    ['二十八五', null],
    ['38 .5', [3850, '', 3]],
    ['38. 5', [3850, '', 3]],
    ['38 .5度', [3850, 'degrees', 4]],
    ['38 .5ml', [3800, '', 1]],
    ['38 .55', [3800, '', 1]],
    ['99 .5', null],
    ['38.5ml', null],
    ['38.5分', [3850, '', 1]],
    ['38.5 点', [3850, '', 1]],
    ['38点', null],
    ['38 点', [3800, '', 1]],
    ['38.5kg', null],
    ['3850', null],
    ['340', [3400, '', 1]],
    ['339', null],
    ['425', [4250, '', 1]],
    ['431', null],
    ['8.5', null],
    ['100.4', [3800, 'assumed', 1]],
    ['100.45', null],
    ['1', null],
    ['38.5f', [null, 'degrees', 2]],
    ['98f', [3670, 'degrees', 2]],
    ['93.2f', [3400, 'degrees', 2]],
    ['109.4f', [null, 'degrees', 2]],
  ]
  it.each(FIRST)('%j', (text, read) => {
    expect(shown(text, 0)).toEqual(read)
  })

  const AFTER_A_WORD: typeof FIRST = [
    ['华氏101.3', [3850, 'degrees', 2]],
    ['华氏101.3度', [3850, 'degrees', 3]],
    ['体温101', [3830, 'assumed', 2]],
    ['体温101.35', [3850, 'assumed', 2]],
    ['发烧101', [3830, 'assumed', 2]],
    ['体温43', [null, '', 2]],
    ['体温29', [null, '', 2]],
    ['体温385', [3850, '', 2]],
    ['是45', null],
    ['是101', null],
  ]
  it.each(AFTER_A_WORD)('in %j', (text, read) => {
    expect(shown(text, 1)).toEqual(read)
  })
})
