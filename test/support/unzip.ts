import { crc32, inflateRawSync } from 'node:zlib'

/** The files of a zip archive by name, as its directory lists them; throws where a file is not what the directory says. */
export function unzip(archive: Buffer): ReadonlyMap<string, string> {
  const end = archive.length - 22
  if (archive.readUInt32LE(end) !== 0x0605_4b50) throw new Error('no end of a zip archive')
  const files = new Map<string, string>()
  let place = archive.readUInt32LE(end + 16)
  for (let index = 0; index < archive.readUInt16LE(end + 10); index++) {
    if (archive.readUInt32LE(place) !== 0x0201_4b50) throw new Error('no entry of a directory')
    const [crc, packed, size] = [place + 16, place + 20, place + 24].map((at) => archive.readUInt32LE(at))
    const [nameLength, extra, comment] = [place + 28, place + 30, place + 32].map((at) => archive.readUInt16LE(at))
    const name = archive.toString('utf8', place + 46, place + 46 + nameLength!)
    const local = archive.readUInt32LE(place + 42)
    if (archive.readUInt32LE(local) !== 0x0403_4b50) throw new Error(`no file behind ${name}`)
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const content = inflateRawSync(archive.subarray(begin, begin + packed!))
    if (content.length !== size || crc32(content) !== crc) throw new Error(`${name} is damaged`)
    files.set(name, content.toString('utf8'))
    place += 46 + nameLength! + extra! + comment!
  }
  return files
}
