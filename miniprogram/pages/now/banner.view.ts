import type { Texts } from '../../texts/texts.ts'
import type { Connection } from '../../services/sync/connection.ts'

/** The line above everything when what is logged does not simply arrive. */
export interface Banner {
  readonly tone: 'offline' | 'pending' | 'failed'
  readonly icon: string
  readonly text: string
  readonly count: string
}

/** null while all goes well. `unsent` includes the `failed` ones; `isTight`: the phone has hardly any room left. */
export function bannerOf(
  connection: Connection,
  unsent: number,
  failed: number,
  { banner }: Texts,
  isTight = false,
): Banner | null {
  const waiting = unsent - failed
  const count = [waiting > 0 ? banner.pending(waiting) : '', failed > 0 ? banner.failed(failed) : '']
    .filter((part) => part !== '')
    .join(' · ')
  if (isTight) return { tone: 'failed', icon: 'alert', text: banner.tight, count }
  if (!connection.hasNetwork) return { tone: 'offline', icon: 'offline', text: banner.offline, count }
  if (connection.problem !== null) {
    return { tone: 'offline', icon: 'offline', text: banner.problem[connection.problem], count }
  }
  return failed > 0 ? { tone: 'failed', icon: 'alert', text: banner.failed(failed), count: '' } : null
}
