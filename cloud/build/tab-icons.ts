/** Writes what the mini-program has of its icons: masks in icon.wxss, and the tab bar's pictures, which WeChat takes as PNG only. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { MARKS, SHAPES, filledSvg, strokedSvg } from './icons/shapes.ts'
import { maskStyles } from './icons/mask-styles.ts'

const MINIPROGRAM = path.resolve(import.meta.dirname, '../../miniprogram')
/** What WeChat recommends for a tab, in px. */
const SIZE = 81

const TABS = { now: 'lamp', curve: 'curve', episodes: 'episodes', family: 'family' } as const

/** The colours of tokens.wxss, secondary and primary. */
const COLOURS = {
  light: { off: '#5F6670', on: '#1F6670' },
  dark: { off: '#A09A92', on: '#4FA3AD' },
} as const

const masks = [
  ...Object.entries(SHAPES).map(([name, shape]) => ({ name, svg: strokedSvg(shape, 'black') })),
  ...Object.entries(MARKS).map(([name, shape]) => ({ name, svg: filledSvg(shape, 'black') })),
]
await writeFile(path.join(MINIPROGRAM, 'components/icon/icon.wxss'), maskStyles(masks))

await mkdir(path.join(MINIPROGRAM, 'images'), { recursive: true })
for (const [tab, icon] of Object.entries(TABS)) {
  for (const [theme, states] of Object.entries(COLOURS)) {
    for (const [state, colour] of Object.entries(states)) {
      const png = new Resvg(strokedSvg(SHAPES[icon], colour), { fitTo: { mode: 'width', value: SIZE } })
        .render()
        .asPng()
      await writeFile(path.join(MINIPROGRAM, `images/${tab}-${state}-${theme}.png`), png)
    }
  }
}
