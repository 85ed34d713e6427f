const ID = '[$\\w]+'
const DEFINE = `var (?<define>${ID})=Object\\.defineProperty;`
const HELPERS = `var ${ID}=Object\\.getOwnPropertyDescriptor;var ${ID}=Object\\.getOwnPropertyNames;var ${ID}=Object\\.prototype\\.hasOwnProperty;`
const EXPORT = `(?:(?<exportAll>${ID})=\\(${ID},${ID}\\)=>\\{for\\(var ${ID} in ${ID}\\)${ID}\\(${ID},${ID},\\{get:${ID}\\[${ID}\\],enumerable:!0\\}\\)\\},)?`
const COPY = `${ID}=\\(${ID},${ID},${ID},${ID}\\)=>\\{if\\([^{}]*\\)for\\([^{}]*\\{get:\\(\\)=>[^{}]*\\}\\);return ${ID}\\};`
const TO_COMMON = `var (?<toCommon>${ID})=${ID}=>${ID}\\(\\k<define>\\(\\{\\},"__esModule",\\{value:!0\\}\\),${ID}\\);`
const NAMES = `var (?<names>${ID})=\\{\\};(?:\\k<exportAll>\\(\\k<names>,\\{(?<getters>[^{}]*)\\}\\);)?module\\.exports=\\k<toCommon>\\(\\k<names>\\);`
const HEAD = new RegExp(`^${DEFINE}${HELPERS}var ${EXPORT}${COPY}${TO_COMMON}${NAMES}`)

/**
 * Every module that esbuild makes carries half a kilobyte of helpers to say what it exports. Getters of a plain object say
 * the same: they are read when they are used, so modules may still need each other in a circle. A head of any other shape
 * is left as it is.
 */
export function shortenExports(text: string): string {
  return text.replace(HEAD, (_all, ...found) => {
    const { getters } = found.at(-1) as { getters?: string }
    return getters === undefined ? '' : `module.exports={${getters.replace(getter, 'get $<name>(){return $<value>}')}};`
  })
}

const getter = new RegExp(`(?<name>${ID}):\\(\\)=>(?<value>${ID})`, 'g')
