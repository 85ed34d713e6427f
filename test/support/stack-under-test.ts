/** Where the setup leaves the addresses, as JSON: the tests inherit the environment. */
export const STACK = 'SHOUWEN_TEST_STACK'

interface StackUnderTest {
  /** Two phones side by side. */
  readonly address: string
  readonly api: string
  readonly databaseUrl: string
  /** Signs in the owner of the machine: once, so in one flow only. */
  readonly ownerLink: string
}

export const stackUnderTest = (): StackUnderTest => JSON.parse(process.env[STACK]!) as StackUnderTest
