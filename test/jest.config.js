import path from 'node:path'

// Native ES modules: run through `npm run jest`, which passes --experimental-vm-modules.
const root = path.resolve(import.meta.dirname, '..')
const typescript = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
      },
      module: { type: 'es6' },
    },
  ],
}

const project = (name, options = {}) => ({
  displayName: name,
  rootDir: root,
  roots: ['<rootDir>/test'],
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: typescript,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  ...options,
})

/** One Postgres for both projects that need it: a setup named twice runs once. */
const withDatabase = {
  globalSetup: '<rootDir>/test/support/database-setup.ts',
  globalTeardown: '<rootDir>/test/support/database-teardown.ts',
}

export default {
  rootDir: root,
  // Long enough that only a hang runs into it, however busy the machine: no test fails on a clock.
  testTimeout: 60_000,
  projects: [
    project('unit'),
    project('architecture', withDatabase),
    project('component', {
      testEnvironment: 'jsdom',
      globalSetup: '<rootDir>/test/support/components-setup.ts',
      globalTeardown: '<rootDir>/test/support/components-teardown.ts',
    }),
    project('integration', withDatabase),
    project('faults', withDatabase),
    project('e2e', {
      globalSetup: '<rootDir>/test/support/stack-setup.ts',
      globalTeardown: '<rootDir>/test/support/stack-teardown.ts',
    }),
  ],
}
