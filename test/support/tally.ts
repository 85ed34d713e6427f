/** What a fault test has counted: told where it ran at full length, for docs/reliability.md. */
export function tell(what: string): void {
  if (process.env.FAULTS === 'full') process.stderr.write(`      ${what}\n`)
}
