import { missingPlaceholder } from '../../../cloud/build/lint/missing-placeholder.ts'
import { preloadRule } from '../../../cloud/build/lint/preload-rule.ts'
import { readSource } from '../../../cloud/build/lint/source.ts'
import { unknownTag } from '../../../cloud/build/lint/unknown-tag.ts'
import type { MiniProgram } from '../../../cloud/build/project/mini-program.ts'
import type { Problem } from '../../../cloud/build/project/problem.ts'
import { PREVIEW_ELEMENTS } from '../elements.ts'

/** What would be drawn as nothing here: a tag this host does not stand in for, a component without a placeholder, a package that is not there. */
export function breakingProblems(program: MiniProgram): Problem[] {
  const source = readSource(program)
  return [...unknownTag(source, new Set(PREVIEW_ELEMENTS)), ...missingPlaceholder(source), ...preloadRule(source)]
}
