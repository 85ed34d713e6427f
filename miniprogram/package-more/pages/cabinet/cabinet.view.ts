import type { ScreenState } from '../../../behaviors/screen.ts'
import { productOf } from '../../../stores/records/child-record.ts'
import { listRow, type ListRow } from '../../../views/list-row.ts'
import { strengthsOf } from '../../../views/strengths.ts'
import { factBadge } from '../../fact-state.ts'
import { cabinetTexts } from '../../texts/cabinet.ts'
import { childTexts } from '../../texts/child.ts'
import { formName } from '../../../../shared/words/medicine.ts'

export interface CabinetView {
  readonly isLarge: boolean
  readonly hint: string
  readonly empty: { readonly title: string; readonly text: string } | null
  readonly products: readonly ListRow[]
  readonly add: string
}

export function cabinetView(state: ScreenState): CabinetView {
  const { family, preferences, texts } = state
  const { language } = preferences
  const words = cabinetTexts(language)
  const products = family.products.map((record) => {
    const product = productOf(record)
    const strengths = strengthsOf(product, language, texts)
    return listRow({
      key: record.id,
      icon: 'medicine',
      title: record.name,
      badge: factBadge(record, family, childTexts(language)),
      text: [
        ...(strengths.length === 0 ? [texts.family.nothingInIt] : strengths),
        formName(record.form, language),
        record.openedOn == null ? '' : words.openedOn(record.openedOn),
      ]
        .filter((part) => part !== '')
        .join('\n'),
    })
  })
  return {
    isLarge: preferences.isLarge,
    hint: words.hint,
    empty: products.length === 0 ? words.empty : null,
    products,
    add: words.add,
  }
}
