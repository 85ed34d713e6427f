/** What `setData` needs to turn one view into the next: a path for each value that differs, and nothing else. */
export type Patch = Record<string, unknown>

type Tree = Readonly<Record<string, unknown>>

/** The paths under `path` that differ. A list that has grown or shrunk goes whole: its rows would all have moved. */
export function patchOf(path: string, before: unknown, after: unknown): Patch {
  const patch: Patch = {}
  collect(path, before, after, patch)
  return patch
}

function collect(path: string, before: unknown, after: unknown, patch: Patch): void {
  if (before === after) return
  if (isList(before) && isList(after) && before.length === after.length) {
    after.forEach((item, index) => collect(`${path}[${index}]`, before[index], item, patch))
  } else if (isTree(before) && isTree(after) && hasSameKeys(before, after)) {
    for (const key of Object.keys(after)) collect(`${path}.${key}`, before[key], after[key], patch)
  } else if (!isSame(before, after)) {
    patch[path] = after
  }
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !isList(value)

function hasSameKeys(a: Tree, b: Tree): boolean {
  const keys = Object.keys(b)
  return Object.keys(a).length === keys.length && keys.every((key) => key in a)
}

/** Lists of other lengths, or trees of other keys, may still both be empty. */
const isSame = (a: unknown, b: unknown): boolean => isList(a) && isList(b) && a.length === 0 && b.length === 0
