import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const FIXTURE = path.resolve(import.meta.dirname, '../fixture')

/** A copy of the fixture that a test may spoil. */
export class CopiedFixture {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'shouwen-fixture-'))

  constructor() {
    cpSync(FIXTURE, this.folder, { recursive: true })
  }

  write(file: string, text: string): this {
    writeFileSync(path.join(this.folder, file), text)
    return this
  }

  /** Replaces the one place where `found` stands; a test that spoils nothing must not pass. */
  change(file: string, found: string, replacement: string): this {
    const text = readFileSync(path.join(this.folder, file), 'utf8')
    if (text.split(found).length !== 2) throw new Error(`${file} has ${found} not exactly once`)
    return this.write(
      file,
      text.replace(found, () => replacement),
    )
  }

  remove(file: string): this {
    rmSync(path.join(this.folder, file))
    return this
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
