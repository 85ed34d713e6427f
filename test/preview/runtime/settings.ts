const PEOPLE = ['mama', 'baba', 'grandma'] as const
const LOGINS = ['wechat', 'local', 'demo'] as const

/** What the address of phone.html asks for. */
export interface Settings {
  apiBase: string
  login: (typeof LOGINS)[number]
  demoPerson: (typeof PEOPLE)[number] | null
  pollSeconds: number
  language: string
  theme: 'system' | 'light' | 'dark'
  fontScale: number
  /** Whom wx.login signs in where the API asks a stand-in for WeChat; empty: nobody. */
  wechat: string
  /** Keeps the storages of two phones apart when they share one origin. */
  phone: string
}

/** Reads `?api=&login=&person=&poll=&lang=&theme=&fontScale=&wechat=&phone=`; anything unreadable falls back to its default. */
export function readSettings(search: string, defaultApi: string): Settings {
  const query = new URLSearchParams(search)
  const demoPerson = PEOPLE.find((each) => each === query.get('person')) ?? null
  const theme = query.get('theme')
  return {
    apiBase: query.get('api') ?? defaultApi,
    login: LOGINS.find((each) => each === query.get('login')) ?? (demoPerson === null ? 'local' : 'demo'),
    demoPerson,
    pollSeconds: numberIn(query.get('poll'), 0, 3600) ?? 30,
    language: query.get('lang') ?? 'zh_CN',
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    fontScale: numberIn(query.get('fontScale'), 0.5, 3) ?? 1,
    wechat: query.get('wechat') ?? '',
    phone: query.get('phone') ?? '',
  }
}

/** The constant the WeChat build puts in place of SHOUWEN_ENV. */
export function environmentOf(settings: Settings) {
  return {
    apiBase: settings.apiBase,
    login: settings.login,
    demoPerson: settings.demoPerson,
    pollSeconds: settings.pollSeconds,
    version: 'preview',
  }
}

function numberIn(text: string | null, low: number, high: number): number | undefined {
  if (text === null || text.trim() === '') return undefined
  const value = Number(text)
  return value >= low && value <= high ? value : undefined
}
