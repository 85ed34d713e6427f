import type { PageBox } from './page-box.ts'

/** onPageScroll, and onReachBottom once per arrival at the bottom. */
export function watchScroll(page: PageBox): void {
  const box = page.element
  const margin = page.config.onReachBottomDistance ?? 50
  let atBottom = false
  box.addEventListener('scroll', () => {
    page.call('onPageScroll', { scrollTop: box.scrollTop })
    const reached = box.scrollTop + box.clientHeight >= box.scrollHeight - margin
    if (reached && !atBottom) page.call('onReachBottom')
    atBottom = reached
  })
}
