import { runInNewContext } from 'node:vm'
import * as esbuild from 'esbuild'
import { shortenExports } from '../../../cloud/build/wechat/shorten-exports.ts'

const compiled = async (source: string): Promise<string> => {
  const { code } = await esbuild.transform(source, { format: 'cjs', minify: true, target: 'es2018' })
  return code
}

const exportsOf = (code: string): Record<string, unknown> => {
  const module: { exports: Record<string, unknown> } = { exports: {} }
  runInNewContext(code, { module, exports: module.exports })
  return module.exports
}

describe('the head of a compiled module', () => {
  it('says what it exports in less, and the same', async () => {
    const code = await compiled('export let count = 0\nexport const add = () => { count += 1 }')
    const short = shortenExports(code)
    expect(short.length).toBeLessThan(code.length / 2)
    const module = exportsOf(short) as { count: number; add: () => void }
    module.add()
    expect(module.count).toBe(1)
    expect(Object.keys(module).sort()).toEqual(['add', 'count'])
  })

  it('is nothing where nothing is exported', async () => {
    expect(shortenExports(await compiled('import "./x.js"\nexport {}\nPage({})'))).not.toContain('getOwnProperty')
  })

  it('is left as it is in any other shape', () => {
    expect(shortenExports('var a=Object.defineProperty;a(exports,"b",{value:1});')).toBe(
      'var a=Object.defineProperty;a(exports,"b",{value:1});',
    )
  })
})
