/** What a recommendation letter prints of an entry. */
export interface PrintedEntry {
  readonly entry: string
  readonly no: number
  readonly version: number
  readonly title: string
  readonly unit?: string | null
  readonly area?: string | null
}

/** Everything a letter says, in one text; its code is derived from this and from a key that only the installation has. */
export function printedText(letter: {
  readonly register: string
  readonly area: string
  readonly issuedOn: string
  readonly entries: readonly PrintedEntry[]
}): string {
  const lines = letter.entries.map(({ entry, no, version, title, unit, area }) => [entry, no, version, title, unit ?? '', area ?? ''])
  return JSON.stringify([letter.register, letter.area, letter.issuedOn, lines])
}

/** 31 characters that are not mistaken for each other on paper: no 0 O, 1 I L. A prime, so that the check character finds every single slip and swap. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const BASE = ALPHABET.length
const LENGTH = 11

/** 31¹¹ codes (54 bits) out of a digest in hexadecimal, as K7QF-2M9X-ABCD: eleven characters and one that checks them. */
export function codeFrom(digest: string): string {
  let rest = BigInt(`0x${digest}`)
  const values: number[] = []
  for (let at = 0; at < LENGTH; at++) {
    values.push(Number(rest % BigInt(BASE)))
    rest /= BigInt(BASE)
  }
  const code = [...values, checkOf(values)].map((value) => ALPHABET[value]).join('')
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}

/** A code as it is kept, however it was typed; undefined when a character is wrong or swapped with its neighbour. */
export function readCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  const values = [...letters].map((letter) => ALPHABET.indexOf(letter))
  if (values.length !== LENGTH + 1 || values.includes(-1)) return undefined
  if (checkOf(values.slice(0, LENGTH)) !== values[LENGTH]) return undefined
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`
}

/** Weights 1 … 11, all different and none divisible by 31. */
function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + value * (at + 1), 0) % BASE
}
