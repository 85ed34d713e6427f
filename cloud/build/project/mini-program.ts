import type { AppConfig, ThemeConfig, UnitConfig } from './config.ts'

/** A page or a component: four files of one name. */
export interface Unit {
  /** Path inside the mini-program folder, without an ending: `pages/now/now`. */
  path: string
  kind: 'page' | 'component'
  config: UnitConfig
  /** Own and app-wide components by tag, as paths of units. */
  using: Map<string, string>
  /** Tags its user fills in, with the default where there is one. */
  generics: Map<string, string | undefined>
  /** Root of the package it belongs to; '' is the main package. */
  packageRoot: string
  /** Path of its script, with the ending. */
  script: string
}

/** The source tree as WeChat sees it: app.json followed through every page and component. */
export interface MiniProgram {
  /** Absolute folder. */
  folder: string
  app: AppConfig
  theme: ThemeConfig
  /** Every page, in the order of app.json, main package first. */
  pages: string[]
  /** Roots of the packages, '' (main) first. */
  packageRoots: string[]
  units: Map<string, Unit>
}

/** The package a path lies in: '' for the main package. */
export function packageRootOf(packageRoots: readonly string[], path: string): string {
  return packageRoots.find((root) => root !== '' && path.startsWith(`${root}/`)) ?? ''
}
