import { tenths, type Tenths } from '../../shared/units/temperature.ts'

/** Half-way between the stops of the temperature scale, 36.5, 37.5, 38.5, 39.5 and 41 ℃. */
const BORDERS: readonly Tenths[] = [37, 38, 39, 40.3].map(tenths)

/** Which colour of the scale is nearest to a temperature, 1 to 5: the stylesheets know it by light and by dark. */
export const heatOf = (value: Tenths): number => 1 + BORDERS.filter((border) => value >= border).length
