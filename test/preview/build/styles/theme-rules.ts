import type { AtRule, Root } from 'postcss'

/**
 * A page script can't force prefers-color-scheme, so the host keeps the theme as an attribute of <html>
 * (from the system, or from `?theme=`) and every theme query becomes a condition on it.
 */
export function themeByAttribute(root: Root): void {
  root.walkAtRules('media', (media) => {
    if (!media.params.includes('prefers-color-scheme')) return
    const theme = /^\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)$/.exec(media.params.trim())?.[1]
    if (theme === undefined) throw media.error('the preview understands prefers-color-scheme only by itself')
    prefixRules(media, `:where(html[data-theme="${theme}"])`)
    media.replaceWith(media.nodes ?? [])
  })
}

function prefixRules(media: AtRule, condition: string): void {
  media.walkRules((rule) => {
    rule.selectors = rule.selectors.map((selector) => `${condition} ${selector}`)
  })
}
