import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { Program } from '../program.ts'

/** Loads packages once each: code, templates and styles together. */
export class Packages {
  readonly #loading = new Map<string, Promise<void>>()
  readonly #program: Program
  readonly #space: CodeSpace

  constructor(program: Program, space: CodeSpace) {
    this.#program = program
    this.#space = space
    // A placeholder stands on a page: its real component's package is wanted now.
    space.getComponentSpace().setComponentWaitingListener((_isPublic, path) => {
      this.load(program.units[path]?.packageRoot ?? '').catch((error: unknown) => {
        console.error(`package of ${path} could not be loaded`, error)
      })
    })
  }

  /** Resolves when every page and component of the package is defined. A failed load may be tried again. */
  load(root: string): Promise<void> {
    let loading = this.#loading.get(root)
    if (loading === undefined) {
      loading = this.#load(root)
      this.#loading.set(root, loading)
      loading.catch(() => this.#loading.delete(root))
    }
    return loading
  }

  /** Fetches what app.json wants at hand once this page is open; the code runs only when it is needed. */
  preloadFor(page: string): void {
    const { preloadRule, subPackages, subpackages } = this.#program.app
    const declared = subPackages ?? subpackages ?? []
    for (const wanted of preloadRule?.[page]?.packages ?? []) {
      const root = declared.find((each) => each.name === wanted || each.root === wanted)?.root ?? wanted
      this.#program.packages[root.replace(/^\/|\/$/g, '')]!().catch((error: unknown) => {
        console.error(`package ${wanted} could not be fetched ahead`, error)
      })
    }
  }

  async #load(root: string): Promise<void> {
    const { templates, scripts, styles } = await this.#program.packages[root]!()
    const sheet = document.createElement('style')
    sheet.textContent = styles
    document.head.append(sheet)
    const components = this.#space.getComponentSpace()
    // Placeholders are replaced when the group ends, after every component they may use is there.
    components.startGroupRegister()
    try {
      for (const [path, run] of Object.entries(scripts)) {
        this.#space.addCompiledTemplate(path, { groupList: templates, content: templates[path] } as never)
        this.#space.globalComponentEnv(globalThis, path, run)
      }
    } finally {
      components.endGroupRegister()
    }
  }
}
