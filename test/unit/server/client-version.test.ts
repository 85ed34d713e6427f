import { refuseOldClient } from '../../../server/platform/client-version.ts'

const codeOf = (given: string | undefined, minimum: string): string | null => {
  try {
    refuseOldClient(given, minimum)
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('the version of a client', () => {
  it.each([
    ['1.2.3', '1.2.3', null],
    ['1.2.4', '1.2.3', null],
    ['1.10.0', '1.9.9', null],
    ['1.2.3-rc.1', '1.2.3', null],
    ['1.2.2', '1.2.3', 'upgrade_required'],
    ['1.9.9', '1.10.0', 'upgrade_required'],
    ['0.99.99', '1.0.0', 'upgrade_required'],
    [undefined, '9.9.9', null],
    ['1.2', '1.0.0', 'invalid_request'],
    ['v1.2.3', '1.0.0', 'invalid_request'],
    ['', '1.0.0', 'invalid_request'],
    ['1.2.3; drop', '1.0.0', 'invalid_request'],
  ])('%p against at least %s: %p', (given, minimum, code) => {
    expect(codeOf(given, minimum)).toBe(code)
  })
})
