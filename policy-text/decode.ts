import type { Text } from './plan-draft.ts'

const TEXT_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const
export type TextEncodingName = (typeof TEXT_ENCODINGS)[number]

/** The text of a file with the encoding it was written in, or why it cannot be read as text. */
export type DecodedText =
  | { readonly text: string; readonly encoding: TextEncodingName; readonly warnings: readonly Text[] }
  | { readonly problem: Text & { readonly code: 'empty' | 'not-text' } }

/** Decodes the bytes of a text file: UTF-8, UTF-16, GB18030 (GBK) or Big5, found by marks and by how well the result reads. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) return problem('empty', { zh: '文件是空的。', en: 'The file is empty.' })
  const container = CONTAINERS.find(({ magic }) => magic.every((byte, at) => bytes[at] === byte))
  if (container) return notText(container.name)
  const encoding = markedEncoding(bytes) ?? unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : null)
  if (encoding) return checked(decoded(bytes, encoding), encoding, [])
  if (bytes.includes(0)) return notText(null)
  return bestOf(bytes)
}

// The first bytes of what people hand in by mistake.
const CONTAINERS = [
  { name: 'PDF', magic: [0x25, 0x50, 0x44, 0x46] },
  { name: 'docx / xlsx / zip', magic: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'doc / xls / wps', magic: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'PNG', magic: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG', magic: [0xff, 0xd8, 0xff] },
  { name: 'RAR', magic: [0x52, 0x61, 0x72, 0x21] },
  { name: 'gzip', magic: [0x1f, 0x8b] },
] as const satisfies readonly { name: string; magic: readonly number[] }[]

function notText(found: string | null): DecodedText {
  return problem('not-text', {
    zh: `这不是文本文件${found ? `（像是 ${found}）` : ''}。`,
    en: `This is not a text file${found ? ` (it looks like ${found})` : ''}.`,
  })
}

function problem(code: 'empty' | 'not-text', text: Text): DecodedText {
  return { problem: { code, ...text } }
}

function markedEncoding(bytes: Uint8Array): TextEncodingName | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/** UTF-16 without a mark: line feeds and digits leave a zero in every second place. */
function unmarkedUtf16(bytes: Uint8Array): TextEncodingName | null {
  const zeros = [0, 0]
  for (let at = 0; at < Math.min(bytes.length, 20_000); at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (bytes.length % 2 !== 0 || even + odd < 2 || Math.min(even, odd) * 10 > Math.max(even, odd)) return null
  const encoding = odd > even ? 'utf-16le' : 'utf-16be'
  return readability(decoded(bytes.subarray(0, 20_000), encoding)) > 0.5 ? encoding : null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function decoded(bytes: Uint8Array, encoding: TextEncodingName): string {
  return new TextDecoder(encoding).decode(bytes)
}

function checked(text: string, encoding: TextEncodingName, warnings: readonly Text[]): DecodedText {
  if (text.trim() === '') return problem('empty', { zh: '文件里只有空白。', en: 'The file holds nothing but blanks.' })
  return isBinary(text) ? notText(null) : { text, encoding, warnings }
}

function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000)
  let control = 0
  for (const character of sample) if (character < ' ' && !'\n\r\t\f'.includes(character)) control += 1
  return control / sample.length > 0.02
}

/** Neither marked nor UTF-8: the legacy encoding whose result reads more like Chinese. */
function bestOf(bytes: Uint8Array): DecodedText {
  const candidates = (['gb18030', 'big5', 'utf-8'] as const).map((encoding) => {
    const text = decoded(bytes, encoding)
    return { encoding, text, score: readability(text.slice(0, 20_000)) }
  })
  const best = candidates.reduce((one, other) => (other.score > one.score ? other : one))
  if (best.score < 0.2) return notText(null)
  const damaged = best.text.includes('\ufffd')
  const warnings = damaged
    ? [{ zh: '有个别字节无法识别，已用“\ufffd”代替。', en: 'Some bytes could not be read and stand as “\ufffd”.' }]
    : []
  return checked(best.text, best.encoding, warnings)
}

// The commonest characters of official prose, simplified and traditional; wrong decodings almost never produce them.
const COMMON = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处府研规划技创新科计画規劃發動產學國為這們會個來對後與實進體開應點間長問無從結種資據權區創見過還電車東門馬，。、：；（）《》“”０１２３４５６７８９',
)

/** The share of common characters among all that are not ASCII, less the share of what no text holds. */
function readability(text: string): number {
  let foreign = 0
  let common = 0
  let impossible = 0
  for (const character of text) {
    if (character < '\u0080') continue
    foreign += 1
    if (COMMON.has(character)) common += 1
    if (character === '\ufffd' || (character >= '\ue000' && character <= '\uf8ff')) impossible += 1
  }
  return foreign === 0 ? 0 : (common - 3 * impossible) / foreign
}
