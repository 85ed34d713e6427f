import { analyse } from '../../shared/analysis/analyse.ts'
import { analysisToJson } from '../../shared/analysis/analysis-to-json.ts'
import { readArguments, readNow } from './arguments.ts'
import { readRecord } from './interchange-file.ts'
import { printed, runTool } from './tool.ts'

await runTool('npm run -s analyse -- FILE [--now ISO]', (args) => {
  const { file, options } = readArguments(args, ['now'])
  const { record, now, zone } = readRecord(file, readNow(options.now))
  return printed(analysisToJson(analyse(record, now, zone), zone))
})
