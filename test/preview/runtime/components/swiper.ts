import { builtin } from './builtin.ts'

/** Pages side by side that snap into place. It stops at its ends: no `circular`, no `vertical`, no `autoplay`. */
export const swiper = builtin({
  properties: {
    current: Number,
    indicatorDots: Boolean,
    indicatorColor: { type: String, value: 'rgba(0, 0, 0, .3)' },
    indicatorActiveColor: { type: String, value: '#000000' },
    duration: { type: Number, value: 500 },
  },
  created: (host) => {
    let settled: ReturnType<typeof setTimeout> | undefined
    const box = host.element
    box.addEventListener('scroll', () => {
      clearTimeout(settled)
      settled = setTimeout(() => {
        const current = box.clientWidth === 0 ? 0 : Math.round(box.scrollLeft / box.clientWidth)
        if (current === host.data.current) return
        host.set({ current })
        host.emit('change', { current, source: 'touch' })
      }, 100)
    })
  },
  attached: ({ data, element }) => {
    element.scrollLeft = data.current * element.clientWidth
  },
  changed: {
    current: ({ data, element }) => {
      const left = data.current * element.clientWidth
      if (Math.abs(element.scrollLeft - left) > 1) element.scrollTo({ left, behavior: 'smooth' })
    },
  },
})

export const swiperItem = builtin({ properties: { itemId: String } })
