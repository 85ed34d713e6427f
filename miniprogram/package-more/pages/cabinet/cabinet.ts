import { screen } from '../../../behaviors/screen.ts'
import { openPage } from '../../../wiring.ts'
import { isRefused } from '../../state-fact.ts'
import { cabinetTexts } from '../../texts/cabinet.ts'
import { cabinetView, type CabinetView } from './cabinet.view.ts'

const PRODUCT = '/package-more/pages/product/product'

/** 药箱: the medicines of the family. */
Component({
  behaviors: [screen(cabinetView, (language) => cabinetTexts(language).titles.cabinet)],
  data: { view: {} as CabinetView },
  methods: {
    onProduct({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      openPage(`${PRODUCT}?id=${detail.key}`)
    },
    async onAdd() {
      if (!(await isRefused())) openPage(PRODUCT)
    },
  },
})
