import { asyncApi } from './async-api.ts'

const nothing = () => undefined

/** Menus that exist only in WeChat; a page may set them up. */
export function shareApi() {
  return {
    showShareMenu: asyncApi('showShareMenu', nothing),
    hideShareMenu: asyncApi('hideShareMenu', nothing),
    updateShareMenu: asyncApi('updateShareMenu', nothing),
  }
}
