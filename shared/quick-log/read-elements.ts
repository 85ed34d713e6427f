import type { Element } from './element.ts'
import { readAmount, readUnitless } from './grammar/amount.ts'
import type { Rule } from './grammar/found.ts'
import { readMedicine } from './grammar/medicine.ts'
import { readTemperature } from './grammar/reading.ts'
import { readOtherMeasure } from './grammar/subject.ts'
import { readSymptom } from './grammar/symptom.ts'
import { readTime } from './grammar/time.ts'
import { readBullet, readCount, readDenial, readMark, readWord } from './grammar/words.ts'
import type { Token } from './tokenise.ts'

/** In this order: the first rule that reads something at a place has read it. */
const RULES: readonly Rule[] = [
  readBullet,
  readTime,
  readMark,
  readOtherMeasure,
  readAmount,
  readTemperature,
  readMedicine,
  readSymptom,
  readCount,
  readUnitless,
  readDenial,
  readWord,
]

/** The elements of a text, in its order; every token is in one. */
export function readElements(tokens: readonly Token[]): readonly Element[] {
  const elements: Element[] = []
  let at = 0
  while (at < tokens.length) {
    for (const rule of RULES) {
      const found = rule(tokens, at, elements)
      if (!found) continue
      elements.push(...found.elements)
      at = found.next
      break
    }
  }
  return elements
}
