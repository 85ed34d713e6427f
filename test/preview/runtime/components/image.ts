import { builtin } from './builtin.ts'

const FITS: Record<string, string> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: 'fill',
  heightFix: 'fill',
}

export const image = builtin({
  properties: {
    src: String,
    mode: { type: String, value: 'scaleToFill' },
    lazyLoad: Boolean,
    webp: Boolean,
    showMenuByLongpress: Boolean,
  },
  created: (host) => {
    const picture = document.createElement('img')
    // What a picture says is its wrapper's aria-label, as in WeChat.
    picture.alt = ''
    picture.draggable = false
    picture.addEventListener('load', () =>
      host.emit('load', { width: picture.naturalWidth, height: picture.naturalHeight }),
    )
    picture.addEventListener('error', () => host.emit('error', { errMsg: `${host.data.src} could not be loaded` }))
    host.element.append(picture)
  },
  changed: {
    src: (host) => {
      if (host.data.src === '') pictureIn(host.element).removeAttribute('src')
      else pictureIn(host.element).src = fromTemplate(host.data.src, host.owner)
    },
    mode: ({ data, element }) => {
      const fit = FITS[data.mode]
      if (fit === undefined) throw new Error(`<image mode="${data.mode}"> is not supported in the preview`)
      element.dataset['mode'] = data.mode
      pictureIn(element).style.objectFit = fit
    },
    lazyLoad: ({ data, element }) => {
      pictureIn(element).loading = data.lazyLoad ? 'lazy' : 'eager'
    },
  },
})

function pictureIn(element: HTMLElement): HTMLImageElement {
  return element.querySelector('img')!
}

/** A relative path is seen from the folder of the template it stands in. */
function fromTemplate(source: string, owner: string): string {
  return /^(?:[a-z]+:|\/)/.test(source) ? source : new URL(source, `${location.origin}/${owner}`).href
}
