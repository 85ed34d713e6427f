const API_ADDRESS = /^(https:\/\/[^/\s]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?)(\/\S*)?$/
const PEOPLE = ['mama', 'baba', 'grandma']

/** What SHOUWEN_ENV holds in a WeChat build, read from environment variables. Throws with every problem named. */
export function buildEnvironment(variables: Record<string, string | undefined>, version: string) {
  const problems: string[] = []
  const apiBase = (variables['SHOUWEN_API_BASE'] ?? '').replace(/\/+$/, '')
  if (apiBase !== '' && !API_ADDRESS.test(apiBase))
    problems.push('SHOUWEN_API_BASE must be an https address (http only for this machine): WeChat refuses others')
  const demoPerson = variables['SHOUWEN_DEMO_PERSON'] ?? null
  if (demoPerson !== null && !PEOPLE.includes(demoPerson))
    problems.push(`SHOUWEN_DEMO_PERSON must be one of ${PEOPLE.join(', ')}`)
  const pollSeconds = Number(variables['SHOUWEN_POLL_SECONDS'] ?? 30)
  if (!Number.isInteger(pollSeconds) || pollSeconds < 0)
    problems.push('SHOUWEN_POLL_SECONDS must be a whole number of seconds, 0 or more')
  const operator = operatorIn(variables)
  if (operator === 'half')
    problems.push('SHOUWEN_OPERATOR and SHOUWEN_CONTACT go together: who answers for the server, and how to reach them')
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return {
    apiBase,
    login: demoPerson === null ? 'wechat' : 'demo',
    demoPerson,
    pollSeconds,
    version,
    ...(typeof operator === 'object' ? { operator } : {}),
  }
}

function operatorIn(variables: Record<string, string | undefined>) {
  const [name = '', contact = ''] = [variables['SHOUWEN_OPERATOR']?.trim(), variables['SHOUWEN_CONTACT']?.trim()]
  if (name === '' && contact === '') return 'none'
  return name === '' || contact === '' ? 'half' : { name, contact }
}
