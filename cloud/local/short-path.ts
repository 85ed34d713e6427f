import path from 'node:path'

/** As a person would write it: from here where it lies below, else in full. */
export function shortPath(file: string): string {
  const relative = path.relative(process.cwd(), file)
  return relative === '' || relative.startsWith('..') ? file : relative
}
