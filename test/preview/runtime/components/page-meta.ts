import { builtin } from './builtin.ts'

/** Page settings from the template: styles of the page, and the size that rem is measured by. */
export const pageMeta = builtin({
  properties: { pageStyle: String, rootFontSize: String, backgroundColor: String, backgroundTextStyle: String },
  attached: (host) => applyTo(host.element, host.data),
  changed: {
    'pageStyle, rootFontSize, backgroundColor': (host) => applyTo(host.element, host.data),
  },
})

interface PageMetaData {
  pageStyle: string
  rootFontSize: string
  backgroundColor: string
}

function applyTo(element: HTMLElement, data: PageMetaData): void {
  const page = element.closest<HTMLElement>('wx-page')
  if (page === null) return
  page.style.cssText = data.pageStyle
  if (data.backgroundColor !== '') page.style.backgroundColor = data.backgroundColor
  if (data.rootFontSize !== '') document.documentElement.style.fontSize = data.rootFontSize
}
