// npm run rules: writes docs/rules.md from the tables of the rules; with --check it exits with 1 when that file is out of date.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { allRules, GROUP_NAMES, isProvisional, MARK_NAMES } from '../../shared/evidence/all-rules.ts'
import { RULE_GROUPS, type RuleRow } from '../../shared/evidence/rule-row.ts'

const file = path.resolve(import.meta.dirname, '../../docs/rules.md')

const cell = (text: string): string => text.replaceAll('|', '\\|')

const line = ({ name, value, source, mark }: RuleRow): string =>
  `| ${[name.en, value.en, source, MARK_NAMES[mark].en, isProvisional(mark) ? 'provisional' : ''].map(cell).join(' | ')} |`

function page(): string {
  const rules = allRules()
  const provisional = rules.filter(({ mark }) => isProvisional(mark)).length
  const parts = RULE_GROUPS.map((group) => [
    `## ${GROUP_NAMES[group].en}`,
    '',
    '| rule | value | source | mark | state |',
    '|---|---|---|---|---|',
    ...rules.filter((rule) => rule.group === group).map(line),
    '',
  ])
  return [
    '# The rules, every one with its source',
    '',
    'Written by `npm run rules` from the tables in `shared/`; the app shows the same list under 关于. Shouwen is a record, not a',
    'diagnosis. **No row is signed off by a clinician yet**; those from background knowledge or by judgement are provisional and',
    `shown as such: ${provisional} of ${rules.length}.`,
    '',
    ...parts.flat(),
  ].join('\n')
}

if (process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8').catch(() => '')) !== page()) {
    console.error('docs/rules.md does not fit the rules. Write it again: npm run rules')
    process.exitCode = 1
  }
} else {
  await writeFile(file, page())
}
