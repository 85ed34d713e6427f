import type { PageBox } from './page-box.ts'

const PULL_PX = 60

/** A pull at the top of a page that asked for it; the page says when it is done. */
export function watchPullDown(page: PageBox): void {
  if (page.config.enablePullDownRefresh !== true) return
  let startY: number | undefined
  page.element.addEventListener(
    'touchstart',
    (event) => {
      startY = page.element.scrollTop <= 0 ? event.touches[0]?.clientY : undefined
    },
    { passive: true },
  )
  page.element.addEventListener('touchend', (event) => {
    const pulled = startY === undefined ? 0 : (event.changedTouches[0]?.clientY ?? startY) - startY
    if (pulled > PULL_PX) startPullDown(page)
  })
}

export function startPullDown(page: PageBox): void {
  page.element.classList.add('refreshing')
  page.call('onPullDownRefresh')
}

export function stopPullDown(page: PageBox): void {
  page.element.classList.remove('refreshing')
}
