/** Every element WeChat itself knows in a template. */
export const BUILT_IN_ELEMENTS: ReadonlySet<string> = new Set([
  ...['view', 'text', 'image', 'icon', 'rich-text', 'progress', 'cover-view', 'cover-image', 'match-media'],
  ...['scroll-view', 'swiper', 'swiper-item', 'movable-area', 'movable-view', 'page-container', 'root-portal'],
  ...['button', 'input', 'textarea', 'editor', 'form', 'label', 'checkbox', 'checkbox-group', 'radio', 'radio-group'],
  ...['picker', 'picker-view', 'picker-view-column', 'slider', 'switch', 'keyboard-accessory'],
  ...['navigator', 'functional-page-navigator', 'page-meta', 'navigation-bar', 'share-element'],
  ...['audio', 'video', 'camera', 'live-player', 'live-pusher', 'voip-room', 'channel-live', 'channel-video'],
  ...['map', 'canvas', 'ad', 'ad-custom', 'official-account', 'open-data', 'web-view', 'store-home', 'store-product'],
  ...['open-container', 'list-view', 'grid-view', 'sticky-header', 'sticky-section', 'snapshot', 'span'],
])

/** Tags that are part of the template language. */
export const TEMPLATE_TAGS: ReadonlySet<string> = new Set(['block', 'import', 'include', 'slot', 'template', 'wxs'])
