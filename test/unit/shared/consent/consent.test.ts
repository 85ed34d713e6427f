import { createHash } from 'node:crypto'
import { CONSENT_TEXTS, consentText } from '../../../../shared/consent/consent-text.ts'
import { CONSENT_KINDS, CONSENT_VERSIONS, currentConsent } from '../../../../shared/consent/versions.ts'

describe.each(CONSENT_KINDS)('the text of the %s consent', (kind) => {
  it('is the one of its latest version: a change of it needs a new version', () => {
    const sha256 = createHash('sha256').update(JSON.stringify(CONSENT_TEXTS[kind])).digest('hex')
    expect(CONSENT_VERSIONS[kind].at(-1)).toMatchObject({ version: currentConsent(kind), sha256 })
  })

  it('has versions that only grow', () => {
    const versions = CONSENT_VERSIONS[kind].map(({ version }) => version)
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
  })

  it.each(['zh', 'en'] as const)('names who runs the server, and leaves no place open: %s', (language) => {
    const text = JSON.stringify(consentText(kind, language, { name: '某某公司', contact: 'privacy@example.org' }))
    expect(text).toContain('某某公司')
    expect(text).toContain('privacy@example.org')
    expect(text).not.toMatch(/[{](operator|contact)[}]/)
    expect(text).not.toContain('你')
  })

  it('says as much in both languages', () => {
    expect(CONSENT_TEXTS[kind].zh.sections.length).toBe(CONSENT_TEXTS[kind].en.sections.length)
  })
})
