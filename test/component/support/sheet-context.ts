import { instant } from '../../../shared/time/instant.ts'
import type { SheetContext } from '../../../miniprogram/views/sheet-context.ts'

/** 03:10 in the night of 16 January 2026, in Shanghai. */
export const NIGHT = instant(Date.UTC(2026, 0, 15, 19, 10))

export const context: SheetContext = {
  childName: '乐乐',
  language: 'zh',
  unit: 'celsius',
  now: NIGHT,
  zoneName: 'Asia/Shanghai',
  offsetMinutes: 480,
  isEdit: false,
}
