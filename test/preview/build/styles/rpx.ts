const RPX = /(-?(?:\d+\.?\d*|\.\d+))rpx\b/g

/** 750 rpx are the phone's width, which the host holds in a custom property. */
export function replaceRpx(css: string): string {
  return css.replace(RPX, 'calc($1 * var(--rpx))')
}
