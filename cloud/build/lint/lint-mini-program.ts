import type { MiniProgram } from '../project/mini-program.ts'
import type { Problem } from '../project/problem.ts'
import { localUrl } from './local-url.ts'
import { missingAsset } from './missing-asset.ts'
import { missingPlaceholder } from './missing-placeholder.ts'
import { preloadRule } from './preload-rule.ts'
import { type Rule, readSource } from './source.ts'
import { strayColour } from './stray-colour.ts'
import { strayPixel } from './stray-pixel.ts'
import { tabBar } from './tab-bar.ts'
import { tapRole } from './tap-role.ts'
import { undefinedClass } from './undefined-class.ts'
import { undefinedHandler } from './undefined-handler.ts'
import { undefinedTemplate } from './undefined-template.ts'
import { undefinedWxs } from './undefined-wxs.ts'
import { unknownTag } from './unknown-tag.ts'
import { unusedComponent } from './unused-component.ts'

const RULES: readonly Rule[] = [
  unknownTag,
  undefinedHandler,
  undefinedTemplate,
  undefinedWxs,
  undefinedClass,
  unusedComponent,
  missingPlaceholder,
  missingAsset,
  preloadRule,
  tabBar,
  tapRole,
  strayColour,
  strayPixel,
  localUrl,
]

/** What WeChat's own compilers let pass: every rule over the whole source, problems in the order of the files. */
export function lintMiniProgram(program: MiniProgram): Problem[] {
  const source = readSource(program)
  const problems = RULES.flatMap((rule) => rule(source))
  const unique = new Map(problems.map((each) => [`${each.file}:${each.line ?? 0} ${each.message}`, each]))
  return [...unique.values()].sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0))
}
