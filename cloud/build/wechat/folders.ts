import path from 'node:path'

const REPOSITORY = path.resolve(import.meta.dirname, '../../..')

export const SOURCE = path.join(REPOSITORY, 'miniprogram')
/** What project.config.json names as miniprogramRoot. */
export const OUT_DIR = path.join(REPOSITORY, 'dist/miniprogram')
/** Builds and results of the checks, apart from a build that somebody is about to upload. */
export const CHECKS_DIR = path.join(REPOSITORY, 'dist/checks')
