import { asyncApi } from './async-api.ts'

const USER_DATA_PATH = 'wxfile://usr'

interface DownloadOption {
  readonly url: string
  readonly header?: Record<string, string>
}

/**
 * Files of the mini-program. What it writes is kept in the window and gone with it; what it sends into a chat the browser
 * downloads, since there is no chat.
 */
export function filesApi() {
  const written = new Map<string, string>()
  const writeFile = asyncApi('writeFile', ({ filePath, data }: { filePath: string; data: string | ArrayBuffer }) => {
    if (!filePath.startsWith(`${USER_DATA_PATH}/`)) throw new Error(`permission denied, open ${filePath}`)
    written.set(filePath, URL.createObjectURL(new Blob([data])))
  })
  return {
    env: { USER_DATA_PATH },
    getFileSystemManager: () => ({ writeFile }),
    downloadFile: asyncApi('downloadFile', async ({ url, header }: DownloadOption) => {
      const response = await fetch(url, { headers: header ?? {}, credentials: 'omit' })
      return { statusCode: response.status, tempFilePath: URL.createObjectURL(await response.blob()) }
    }),
    shareFileMessage: asyncApi(
      'shareFileMessage',
      ({ filePath, fileName }: { filePath: string; fileName?: string }) => {
        const link = document.createElement('a')
        link.href = written.get(filePath) ?? filePath
        link.download = fileName ?? filePath.split('/').at(-1)!
        link.click()
      },
    ),
  }
}
