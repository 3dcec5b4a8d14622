/**
 * Cells whose formula failed, or was never worked out. The library that reads workbooks takes them for empty ones, and an empty cell means
 * a default: so they are made texts that begin with a sign of their own, before it reads them.
 */

/** No text of a person contains it: it is no character. */
const SIGN = '\uffff'
const SIGN_IN_XML = '_xFFFF_'

/** Programs that write formulas and do not work them out leave no value. */
const NOT_WORKED_OUT = '=?'

const cell = /<((?:\w+:)?)c\b((?:[^>/]|\/(?!>))*)>([\s\S]*?)<\/\1c>/g

/** The text of a sheet's file with every failed cell marked. */
export function withFailuresMarked(xml: string): string {
  return xml.replace(cell, (whole: string, prefix: string, attributes: string, inside: string) => {
    const [, value] = /<(?:\w+:)?v\b[^>]*>([^<]*)</.exec(inside) ?? []
    const hasFailed = /\bt\s*=\s*["']e["']/.test(attributes)
    const isOpen = value === undefined && /<(?:\w+:)?f\b/.test(inside)
    if (!hasFailed && !isOpen) return whole
    const [address = ''] = /\br\s*=\s*(?:"[^"]*"|'[^']*')/.exec(attributes) ?? []
    const said = hasFailed ? (value ?? '') : NOT_WORKED_OUT
    return `<${prefix}c ${address} t="str"><${prefix}v>${SIGN_IN_XML}${said}</${prefix}v></${prefix}c>`
  })
}

/** What the formula failed with; undefined for a text of a person. */
export function failureIn(text: string): string | undefined {
  return text.startsWith(SIGN) ? text.slice(SIGN.length) : undefined
}
