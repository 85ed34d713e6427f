import { phoneAddress } from '../../preview/runtime/landing/phone-address.ts'
import { environmentOf, readSettings } from '../../preview/runtime/settings.ts'

describe('the settings in the address', () => {
  it('have defaults', () => {
    expect(readSettings('', 'http://api')).toEqual({
      apiBase: 'http://api',
      login: 'local',
      demoPerson: null,
      pollSeconds: 30,
      language: 'zh_CN',
      theme: 'system',
      fontScale: 1,
      phone: '',
      wechat: '',
    })
  })

  it('are read', () => {
    const settings = readSettings('?api=http://x:1&person=baba&poll=0&lang=en&theme=dark&fontScale=1.35&phone=b', '')
    expect(settings).toMatchObject({ theme: 'dark', language: 'en', fontScale: 1.35, phone: 'b' })
    expect(environmentOf(settings)).toEqual({
      apiBase: 'http://x:1',
      login: 'demo',
      demoPerson: 'baba',
      pollSeconds: 0,
      version: 'preview',
    })
  })

  it.each([
    'person=nobody',
    'poll=-1',
    'poll=soon',
    'poll=',
    'theme=blue',
    'fontScale=0',
    'fontScale=9',
    'fontScale=big',
  ])('ignore %s', (query) => {
    expect(readSettings(`?${query}`, '')).toEqual(readSettings('', ''))
  })
})

describe('the address of each phone on the landing page', () => {
  const of = (person: 'mama' | 'baba', page: string) => phoneAddress(person, new URL(page))

  it('is another origin for each on this machine', () => {
    expect(of('mama', 'http://127.0.0.1:8080/')).toBe('http://localhost:8080/phone.html?person=mama&phone=mama')
    expect(of('baba', 'http://localhost:8080/')).toBe('http://127.0.0.1:8080/phone.html?person=baba&phone=baba')
  })

  it('is another storage for each on any other host', () => {
    expect(of('baba', 'http://192.168.1.5:8080/')).toBe('http://192.168.1.5:8080/phone.html?person=baba&phone=baba')
  })

  it('passes the page’s own settings on', () => {
    expect(of('mama', 'http://localhost/?theme=dark&person=grandma#/x')).toBe(
      'http://localhost/phone.html?theme=dark&person=mama&phone=mama',
    )
  })
})
