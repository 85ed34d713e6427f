export interface PreviewOptions {
  /** Emptied first. */
  outDir: string
  /** The mini-program's source; the repository's own by default. */
  source?: string
  minify?: boolean
  /** Constants for the bundler, as JavaScript expressions. */
  define?: Record<string, string>
}
