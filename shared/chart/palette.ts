export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The colours of chart, report and doctor page; the screens have the same as WXSS variables. */
export interface Palette {
  readonly background: string
  readonly card: string
  readonly ink: string
  readonly secondary: string
  readonly hairline: string
  readonly paracetamol: string
  readonly ibuprofen: string
  readonly otherMedicine: string
  readonly night: string
  /** Colours of 36.5, 37.5, 38.5, 39.5 and 41 ℃. */
  readonly temperatures: readonly [string, string, string, string, string]
}

/** Marks stand out at least 3 : 1 and text 4.5 : 1 from card and background (a test holds them to it). */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    background: '#F7F5F2',
    card: '#FFFFFF',
    ink: '#22262B',
    secondary: '#5F6670',
    hairline: '#E7E2DB',
    paracetamol: '#4B57A8',
    ibuprofen: '#9A3F78',
    otherMedicine: '#6B6F76',
    night: 'rgba(34, 38, 43, 0.05)',
    temperatures: ['#4F7CA5', '#5E8C6A', '#B47F22', '#C96A38', '#9E3B32'],
  },
  dark: {
    background: '#000000',
    card: '#121211',
    ink: '#E6E2DC',
    secondary: '#A09A92',
    hairline: '#2B2927',
    paracetamol: '#98A3F0',
    ibuprofen: '#E291C2',
    otherMedicine: '#A3A7AD',
    night: 'rgba(255, 255, 255, 0.06)',
    temperatures: ['#7596B4', '#7EA388', '#CEA65D', '#CB8B69', '#C4665C'],
  },
}
