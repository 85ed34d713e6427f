export type CanvasNode = WechatMiniprogram.Canvas

/** How many pixels of the screen a px of the layout has. */
export const pixelRatio = (): number => wx.getWindowInfo().pixelRatio

/** A canvas nobody sees, to measure words on. */
export const measuringCanvas = (): WechatMiniprogram.OffscreenCanvas =>
  wx.createOffscreenCanvas({ type: '2d', width: 1, height: 1 })

/** Address of a picture of what a canvas shows now; empty when none could be taken. */
export function pictureOf(canvas: CanvasNode): Promise<string> {
  return new Promise((resolve) => {
    wx.canvasToTempFilePath({
      canvas: canvas,
      success: ({ tempFilePath }) => resolve(tempFilePath),
      fail: () => resolve(''),
    })
  })
}
