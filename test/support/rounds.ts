/** How often a fault test goes round: a few times with every test run, many times with `npm run test:faults`. */
export const rounds = (few: number, many: number): number => (process.env.FAULTS === 'full' ? many : few)

/** Longer than any of them takes on a slow machine. */
export const PATIENCE_MS = process.env.FAULTS === 'full' ? 1_800_000 : 300_000
