import type { PreviewElement } from '../../elements.ts'
import { type AnyBuiltin, builtin } from './builtin.ts'
import { button } from './button.ts'
import { canvas } from './canvas.ts'
import { checkbox, checkboxGroup, radio, radioGroup } from './choices.ts'
import { form } from './form.ts'
import { icon } from './icon.ts'
import { image } from './image.ts'
import { input } from './input.ts'
import { label } from './label.ts'
import { navigator } from './navigator.ts'
import { pageContainer } from './page-container.ts'
import { pageMeta } from './page-meta.ts'
import { pickerView, pickerViewColumn } from './picker-view.ts'
import { picker } from './picker.ts'
import { progress } from './progress.ts'
import { richText } from './rich-text.ts'
import { scrollView } from './scroll-view.ts'
import { slider } from './slider.ts'
import { switchControl } from './switch.ts'
import { swiper, swiperItem } from './swiper.ts'
import { textarea } from './textarea.ts'
import { text } from './text.ts'
import { view } from './view.ts'

/** One for every name the build lets through; the type holds the two lists together. */
export const BUILTINS: Record<PreviewElement, AnyBuiltin> = {
  button,
  canvas,
  checkbox,
  'checkbox-group': checkboxGroup,
  'cover-view': view,
  form,
  icon,
  image,
  input,
  label,
  navigator,
  'page-container': pageContainer,
  'page-meta': pageMeta,
  picker,
  'picker-view': pickerView,
  'picker-view-column': pickerViewColumn,
  progress,
  radio,
  'radio-group': radioGroup,
  'rich-text': richText,
  // WeChat lifts its content out of the page; here it stays in place and only its own z-index lifts it.
  'root-portal': builtin({ properties: { enable: Boolean } }),
  'scroll-view': scrollView,
  slider,
  swiper,
  'swiper-item': swiperItem,
  switch: switchControl,
  text,
  textarea,
  view,
}
