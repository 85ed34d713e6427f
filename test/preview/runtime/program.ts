import type { AppConfig, ThemeConfig, UnitConfig } from '../../../cloud/build/project/config.ts'

/** What the build hands over for one page or component. */
export interface UnitProgram {
  kind: 'page' | 'component'
  /** Its json, with usingComponents as absolute paths. */
  config: UnitConfig
  packageRoot: string
  /** Class prefix when its styles are its own. */
  prefix: string | undefined
}

/** Code of one package; the scripts run when the package is loaded, each knowing its own path. */
interface PackageCode {
  templates: Record<string, unknown>
  scripts: Record<string, () => unknown>
  styles: string
}

/** The mini-program as the build hands it to the host. */
export interface Program {
  app: AppConfig
  theme: ThemeConfig
  pages: string[]
  units: Record<string, UnitProgram>
  packages: Record<string, () => Promise<PackageCode>>
  /** Runs app.ts. */
  startApp: () => unknown
}
