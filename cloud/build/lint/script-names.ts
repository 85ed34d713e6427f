import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { insideFolder, resolveRelative } from '../wechat/module-graph.ts'

/**
 * Names of methods in a script and in the files it imports from inside the mini-program: a behavior's methods are
 * its component's. Too generous rather than too strict, since a name that exists nowhere is surely missing.
 */
export function methodNames(folder: string, script: string): Set<string> {
  const names = new Set<string>()
  const seen = new Set<string>()
  const waiting = [path.join(folder, script)]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
    const visit = (node: ts.Node): void => {
      if (isMember(node) && ts.isIdentifier(node.name)) names.add(node.name.text)
      if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
        const specifier = node.moduleSpecifier.text
        const target = resolveRelative(path.dirname(file), specifier)
        if (specifier.startsWith('.') && insideFolder(folder, target)) waiting.push(target)
      }
      ts.forEachChild(node, visit)
    }
    visit(tree)
  }
  return names
}

function isMember(
  node: ts.Node,
): node is ts.MethodDeclaration | ts.PropertyAssignment | ts.ShorthandPropertyAssignment {
  return ts.isMethodDeclaration(node) || ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)
}
