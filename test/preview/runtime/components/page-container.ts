import { builtin } from './builtin.ts'

/** A sheet over the page. WeChat closes it by the system's back gesture; here a tap on the overlay does. */
export const pageContainer = builtin({
  properties: {
    show: Boolean,
    duration: { type: Number, value: 300 },
    zIndex: { type: Number, value: 100 },
    overlay: { type: Boolean, value: true },
    position: { type: String, value: 'bottom' },
    round: Boolean,
    closeOnSlideDown: Boolean,
    overlayStyle: String,
    customStyle: String,
  },
  created: (host) => {
    host.element.addEventListener('click', (event) => {
      if (event.target === host.element) host.emit('clickoverlay')
    })
  },
  changed: {
    show: (host) => {
      const shown = !host.element.hidden && host.element.hasAttribute('shown')
      if (shown === host.data.show) return
      host.emit(host.data.show ? 'beforeenter' : 'beforeleave')
      host.element.toggleAttribute('shown', host.data.show)
      setTimeout(() => host.emit(host.data.show ? 'afterenter' : 'afterleave'), host.data.duration)
    },
    'position, zIndex, overlay, round': ({ data, element }) => {
      element.dataset['position'] = data.position
      element.style.zIndex = String(data.zIndex)
      element.toggleAttribute('overlay', data.overlay)
      element.toggleAttribute('round', data.round)
    },
  },
})
