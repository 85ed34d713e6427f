/** A number and its unit stay on one line. */
export const unbroken = (text: string): string => text.replace(/(\d) (?=[℃℉]|m[gL]\b)/g, '$1\u00a0')
