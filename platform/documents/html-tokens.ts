/** A piece of a web page: words, or a tag that opens or closes. */
export type HtmlToken =
  | { readonly is: 'words'; readonly words: string }
  | { readonly is: 'open'; readonly name: string; readonly attributes: string; readonly closed: boolean }
  | { readonly is: 'close'; readonly name: string }

/**
 * The pieces of a web page in one pass: no tree is built, so that neither depth nor tags left open cost more than their length
 * (a parser that builds one took minutes for 100,000 open tags). What never ends, a comment or a quote, ends the page, as in a browser.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    const lt = html.indexOf('<', at)
    if (lt !== at) yield { is: 'words', words: decoded(html.slice(at, lt === -1 ? undefined : lt)) }
    if (lt === -1) return
    const next = html[lt + 1] ?? ''
    if (next === '!' || next === '?') at = endOfDeclaration(html, lt)
    else if (/[a-z/]/i.test(next)) {
      const end = endOfTag(html, lt)
      const token = tagFrom(html.slice(lt + 1, end))
      if (token) yield token
      at = token?.is === 'open' && RAW.has(token.name) && !token.closed ? closingOf(html, end + 1, token.name) : end + 1
    } else {
      yield { is: 'words', words: '<' }
      at = lt + 1
    }
  }
}

/** Elements whose content is no markup, and not shown as words either. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'xmp'])

function endOfDeclaration(html: string, lt: number): number {
  const [mark, length] = html.startsWith('<!--', lt) ? ['-->', 3] : ['>', 1]
  const end = html.indexOf(String(mark), lt + 2)
  return end === -1 ? html.length : end + Number(length)
}

/** The place of the “>” that is not inside quotes. */
function endOfTag(html: string, lt: number): number {
  let quote = ''
  for (let at = lt + 1; at < html.length; at += 1) {
    const character = html[at] ?? ''
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '>') return at
    else if ((character === '"' || character === "'") && /[=\s]/.test(html[at - 1] ?? '')) quote = character
  }
  return html.length
}

function tagFrom(inside: string): HtmlToken | undefined {
  const [, closing, name = '', attributes = ''] = /^(\/?)([a-z][^\s/>]*)([\s\S]*)$/i.exec(inside) ?? []
  if (name === '') return undefined
  return closing === '/'
    ? { is: 'close', name: name.toLowerCase() }
    : { is: 'open', name: name.toLowerCase(), attributes, closed: attributes.endsWith('/') }
}

function closingOf(html: string, from: number, name: string): number {
  const closing = new RegExp(`</${name}\\b`, 'gi')
  closing.lastIndex = from
  return closing.exec(html)?.index ?? html.length
}

// The named characters that Chinese pages and word processors write; others stay as they are.
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  plusmn: '±',
  deg: '°',
  permil: '‰',
  le: '≤',
  ge: '≥',
  rarr: '→',
  copy: '©',
  reg: '®',
  yen: '¥',
  sect: '§',
}

const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi

function decoded(words: string): string {
  if (!words.includes('&')) return words
  return words.replaceAll(REFERENCE, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code)
  })
}
