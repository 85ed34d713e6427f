/** Run by tests in a process of its own: esbuild refuses to work inside jsdom. Arguments: folder of the source, folder to fill. */
import { buildPreview } from '../../../preview/build/build-preview.ts'

const [source, outDir] = process.argv.slice(2)
if (source === undefined || outDir === undefined) throw new Error('arguments: source, output')
await buildPreview({ source, outDir })
