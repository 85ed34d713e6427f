import { CurrentWindowBackendContext } from 'glass-easel'

/**
 * The browser's document, with every element under a name of its own: `<input>` in WXML becomes `<wx-input>`,
 * as in WeChat's web view. Nothing the browser does by itself (submitting a form, a label's second click,
 * a native input's events) can then reach the mini-program; each built-in element decides what it lets through.
 */
export class PhoneBackend extends CurrentWindowBackendContext {
  override document = {
    createElement: (tag: string) => document.createElement(`wx-${tag}`),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as CurrentWindowBackendContext['document']

  /** The host sends every event itself; the framework's own listeners would swallow the click after a `catch:touchstart`. */
  override setListenerStats(): void {
    return
  }
}
