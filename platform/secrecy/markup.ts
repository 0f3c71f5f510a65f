/** The words of markup without its tags. */
export function withoutTags(markup: string): string {
  return entities(markup.replaceAll(/<[^>]*>/g, ''))
}

/** The words of a web page as people see them. */
export function wordsOfHtml(html: string): string {
  const seen = html.replaceAll(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '').replaceAll(/<!--[\s\S]*?-->/g, '')
  return withoutTags(
    seen
      .replaceAll(/[\r\n]+/g, ' ')
      .replaceAll(/<(?:br|hr|\/?(?:p|div|h[1-6]|li|tr|td|th|title|header|footer|section|article|table))\b[^>]*>/gi, '\n'),
  )
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', starf: '★', star: '☆' }

/** Named and numbered characters as themselves. */
export function entities(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined
    if (code !== undefined) return code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
    return NAMED[(name ?? '').toLowerCase()] ?? whole
  })
}

/** UTF-8, UTF-16 with its mark, or GB 18030, as older editors write it. */
export function decoded(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', ...(bytes[0] === 0xff ? ['utf-16le'] : bytes[0] === 0xfe ? ['utf-16be'] : []), 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // the next encoding
    }
  }
  return Buffer.from(bytes).toString('latin1')
}
