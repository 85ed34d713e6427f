import { writeTextFile } from '../../platform/files.ts'
import type { Family } from '../../stores/records/family.ts'
import { phoneRecord } from './phone-record.ts'

/** Made, and waiting on the phone to be handed on. */
export interface ExportedFile {
  readonly path: string
  readonly name: string
}

/** The record of this phone alone, a file a child; null where the phone has no room. */
export async function exportPhone(family: Family): Promise<readonly ExportedFile[] | null> {
  const files: ExportedFile[] = []
  for (const { name, json } of phoneRecord(family)) {
    const path = await writeTextFile(name, json)
    if (path === null) return null
    files.push({ path, name })
  }
  return files
}

export { shareFile } from '../../platform/files.ts'
