import { asyncApi } from './async-api.ts'

/** A file with what a canvas shows. Here it is an address inside the window, gone when the window is. */
export const canvasToTempFilePath = asyncApi(
  'canvasToTempFilePath',
  async ({ canvas }: { canvas?: HTMLCanvasElement }) => {
    if (!canvas) throw new Error('needs the canvas node of a type="2d" canvas')
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
    if (!blob) throw new Error('the canvas is empty')
    return { tempFilePath: URL.createObjectURL(blob) }
  },
)
