import { Element } from 'glass-easel'

const RPX = /(-?(?:\d+\.?\d*|\.\d+))rpx\b/g

/** `style="width: {{w}}rpx"` is only known at run time; glass-easel has no hook for it but this method. */
export function understandInlineRpx(): void {
  const prototype = Element.prototype
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const setNodeStyle = prototype.setNodeStyle
  prototype.setNodeStyle = function (this: Element, style, index) {
    setNodeStyle.call(this, style.replace(RPX, 'calc($1 * var(--rpx))'), index)
  }
}
