export type Downloaded =
  | { readonly kind: 'file'; readonly path: string }
  /** The server would not; its answer is not kept. */
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'unanswered' }

/** A file of the server's, on this phone until WeChat clears it away. */
export function downloadFile(url: string, headers: Readonly<Record<string, string>>): Promise<Downloaded> {
  return new Promise((resolve) => {
    wx.downloadFile({
      url,
      header: { ...headers },
      timeout: 120_000,
      success: ({ statusCode, tempFilePath }) =>
        resolve(statusCode === 200 ? { kind: 'file', path: tempFilePath } : { kind: 'refused', status: statusCode }),
      fail: () => resolve({ kind: 'unanswered' }),
    })
  })
}

/** A file of this phone's own; null where it has no room. */
export function writeTextFile(name: string, text: string): Promise<string | null> {
  const path = `${wx.env.USER_DATA_PATH}/${name}`
  return new Promise((resolve) => {
    wx.getFileSystemManager().writeFile({
      filePath: path,
      data: text,
      encoding: 'utf8',
      success: () => resolve(path),
      fail: () => resolve(null),
    })
  })
}

/** Into a chat, of which 文件传输助手 is one; false where nothing was sent. Only a tap may ask for it. */
export function shareFile(path: string, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.shareFileMessage({
      filePath: path,
      fileName: name,
      success: () => resolve(true),
      fail: () => resolve(false),
    })
  })
}
