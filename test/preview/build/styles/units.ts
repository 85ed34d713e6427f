const RPX = /(-?(?:\d+\.?\d*|\.\d+))rpx\b/g
const VIEWPORT = /(-?(?:\d+\.?\d*|\.\d+))v([hw])\b/g

/**
 * Sizes as the phone has them: 750 rpx are its width, which the host holds in a custom property, and 100 vh are the height
 * between its bars, not the window's.
 */
export function replaceUnits(css: string): string {
  return css.replace(RPX, 'calc($1 * var(--rpx))').replace(VIEWPORT, '$1cq$2')
}
