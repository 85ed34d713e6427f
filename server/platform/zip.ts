import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

export interface ZipFile {
  readonly name: string
  readonly text: string
}

const deflate = promisify(deflateRaw)

const VERSION = 20
const UTF8_NAMES = 0x0800
const DEFLATED = 8
const MAX_BYTES = 0xffff_ffff

/**
 * A zip archive, a file at a time: what has been sent is not held. Of the format (PKWARE APPNOTE 6.3) as much as a few text
 * files need: no archive of 4 GiB, no more than 65,535 files.
 */
export async function* zipOf(files: readonly ZipFile[], at: Date): AsyncGenerator<Buffer> {
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text } of files) {
    const content = Buffer.from(text)
    const packed = await deflate(content)
    const path = Buffer.from(name)
    const head = Buffer.concat([common({ content, packed, path, at }), path])
    const local = Buffer.concat([signature(0x0403_4b50), head])
    if (offset + local.length + packed.length > MAX_BYTES) throw new Error('an archive of more than 4 GiB')
    directory.push(entry(head, path, offset))
    offset += local.length + packed.length
    yield local
    yield packed
  }
  const all = Buffer.concat(directory)
  yield all
  yield end(files.length, all.length, offset)
}

/** What stands before a file and in the directory alike. */
function common({ content, packed, path, at }: { content: Buffer; packed: Buffer; path: Buffer; at: Date }): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(VERSION, 0)
  head.writeUInt16LE(UTF8_NAMES, 2)
  head.writeUInt16LE(DEFLATED, 4)
  head.writeUInt16LE((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1), 6)
  head.writeUInt16LE(((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(), 8)
  head.writeUInt32LE(crc32(content), 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(content.length, 18)
  head.writeUInt16LE(path.length, 22)
  return head
}

function entry(head: Buffer, path: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14) // no comment, first disk, no attributes
  rest.writeUInt32LE(offset, 10)
  const madeBy = Buffer.from([VERSION, 0])
  return Buffer.concat([signature(0x0201_4b50), madeBy, head.subarray(0, 26), rest, path])
}

function end(files: number, length: number, offset: number): Buffer {
  const last = Buffer.alloc(18)
  last.writeUInt16LE(files, 4)
  last.writeUInt16LE(files, 6)
  last.writeUInt32LE(length, 8)
  last.writeUInt32LE(offset, 12)
  return Buffer.concat([signature(0x0605_4b50), last])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
