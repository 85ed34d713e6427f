import { startTheme } from '../theme.ts'
import { PEOPLE, type Person, phoneAddress } from './phone-address.ts'
import { drawThemeSwitch } from './theme-switch.ts'
import { wordsFor } from './words.ts'

const query = new URLSearchParams(location.search)
const words = wordsFor(query.get('lang'))
const asked = query.get('theme')
const theme = asked === 'light' || asked === 'dark' ? asked : 'system'

startTheme(theme)
document.documentElement.lang = words.name === 'Shouwen' ? 'en' : 'zh-CN'
document.title = words.name
for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
  element.textContent = element.dataset['word'] === 'name' ? words.name : words.lead
}
drawThemeSwitch(document.getElementById('themes')!, theme, words)

const narrow = window.matchMedia('(max-width: 760px)')
const people = document.getElementById('people')!
const phones = document.getElementById('phones')!
let current: Person = 'mama'

people.setAttribute('aria-label', words.people)
for (const person of PEOPLE) {
  const tab = document.createElement('button')
  tab.type = 'button'
  tab.setAttribute('role', 'tab')
  tab.dataset['person'] = person
  tab.textContent = words[person]
  tab.addEventListener('click', () => {
    current = person
    draw()
  })
  people.append(tab)
}

/** A phone that was once shown stays alive, so its live connection and its page survive the switch. */
function draw(): void {
  for (const person of PEOPLE) {
    const shown = !narrow.matches || person === current
    const phone =
      phones.querySelector<HTMLElement>(`[data-person="${person}"]`) ?? (shown ? makePhone(person) : undefined)
    if (phone !== undefined) phone.hidden = !shown
    people.querySelector(`[data-person="${person}"]`)!.setAttribute('aria-selected', String(person === current))
  }
}

function makePhone(person: Person): HTMLElement {
  const figure = document.createElement('figure')
  figure.dataset['person'] = person
  const caption = document.createElement('figcaption')
  caption.textContent = words[person]
  const frame = document.createElement('iframe')
  frame.title = words.phoneOf(words[person])
  frame.allow = 'clipboard-read; clipboard-write'
  frame.src = phoneAddress(person, new URL(location.href))
  figure.append(caption, frame)
  phones.append(figure)
  return figure
}

narrow.addEventListener('change', draw)
draw()
