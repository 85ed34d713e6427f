/**
 * What a selector query's node() gives for a canvas. WeChat's canvas has no DOM events: code that would
 * listen on it must fail here as it fails on a phone, so the element's own methods are hidden.
 */
export function canvasNode(element: HTMLElement): HTMLCanvasElement {
  const canvas = element.querySelector('canvas')
  if (element.localName !== 'wx-canvas' || canvas === null)
    throw new Error('node() is only supported on <canvas type="2d">')
  if (!Object.hasOwn(canvas, 'createImage')) {
    const hidden = { value: undefined, writable: true, configurable: true }
    Object.defineProperties(canvas, { addEventListener: hidden, removeEventListener: hidden })
    Object.assign(canvas, {
      createImage: () => new Image(),
      createPath2D: (path?: Path2D) => new Path2D(path),
      requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
      cancelAnimationFrame: (handle: number) => cancelAnimationFrame(handle),
    })
  }
  return canvas
}
