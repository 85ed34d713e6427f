import { zipOf, type ZipFile } from '../../../server/platform/zip.ts'
import { unzip } from '../../support/unzip.ts'

async function zipped(files: readonly ZipFile[]): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of zipOf(files, new Date('2026-01-15T22:10:05Z'))) parts.push(part)
  return Buffer.concat(parts)
}

describe('an archive', () => {
  it.each<[string, readonly ZipFile[]]>([
    ['no file', []],
    ['one that is empty', [{ name: 'empty.txt', text: '' }]],
    ['names and texts of any language', [{ name: '记录/乐乐.json', text: '发烧 38.9 ℃ 🌡' }]],
    ['a large one beside small ones', ['a', 'b'.repeat(3_000_000), 'c'].map((text, n) => ({ name: `${n}.txt`, text }))],
  ])('gives back %s', async (_, files) => {
    expect([...unzip(await zipped(files))]).toEqual(files.map(({ name, text }) => [name, text]))
  })

  it('is small where texts repeat themselves', async () => {
    expect((await zipped([{ name: 'a', text: '体温'.repeat(100_000) }])).length).toBeLessThan(2_000)
  })

  it('shows damage', async () => {
    const archive = await zipped([{ name: 'a', text: '体温三十八度九' }])
    archive[35]! ^= 1
    expect(() => unzip(archive)).toThrow()
  })
})
