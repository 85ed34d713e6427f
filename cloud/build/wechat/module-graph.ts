import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { type MiniProgram, packageRootOf } from '../project/mini-program.ts'

/** Where the source of the mini-program ends: modules outside become one vendor file per package. */
export function insideFolder(folder: string, file: string): boolean {
  return file.startsWith(folder + path.sep)
}

/** The file a relative import means. */
export function resolveRelative(resolveDir: string, specifier: string): string {
  const plain = path.resolve(resolveDir, specifier)
  const candidates = [plain, `${plain}.ts`, `${plain}.js`, path.join(plain, 'index.ts')]
  return candidates.find((each) => existsSync(each) && statSync(each).isFile()) ?? plain
}

/** Path to write in a require, from one file of the build to another. */
export function requirePath(fromFile: string, toFile: string): string {
  const relative = path.posix.relative(path.posix.dirname(fromFile), toFile.replace(/\.ts$/, '.js'))
  return relative.startsWith('.') ? relative : `./${relative}`
}

/** The outside modules each package needs; one that the main package has is not shipped a second time. */
export class VendorList {
  readonly #roots: readonly string[]
  readonly #modules = new Map<string, string[]>()

  constructor(program: MiniProgram) {
    this.#roots = program.packageRoots
  }

  add(fromFile: string, module: string): void {
    const root = packageRootOf(this.#roots, fromFile)
    const modules = this.#modules.get(root) ?? []
    if (!modules.includes(module)) this.#modules.set(root, [...modules, module].sort())
  }

  /** Roots that need a vendor file, with its modules in a stable order. */
  entries(): [root: string, modules: string[]][] {
    const main = this.#modules.get('') ?? []
    return [...this.#modules]
      .map(([root, modules]): [string, string[]] => [
        root,
        root === '' ? modules : modules.filter((each) => !main.includes(each)),
      ])
      .filter(([, modules]) => modules.length > 0)
  }

  /** JavaScript that reaches a module's exports from a file of the build. */
  access(fromFile: string, module: string): string {
    const own = packageRootOf(this.#roots, fromFile)
    const root = this.#modules.get('')?.includes(module) === true ? '' : own
    const modules = this.entries().find(([each]) => each === root)?.[1] ?? []
    return `require(${JSON.stringify(requirePath(fromFile, vendorFile(root)))}).${exportName(modules.indexOf(module))}`
  }
}

export function vendorFile(root: string): string {
  return path.posix.join(root, 'vendor.js')
}

export function exportName(index: number): string {
  return `m${index}`
}
