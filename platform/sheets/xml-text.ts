const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** XML text as people read it; signs that XML has no place for are written _x000D_ in workbooks. */
export function unescaped(text: string): string {
  const plain = text.includes('&') ? text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, entity) : text
  return plain.includes('_x')
    ? plain.replaceAll(/_x([0-9a-f]{4})_/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : plain
}

function entity(all: string, decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined): string {
  if (name !== undefined) return ENTITIES[name] ?? all
  const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal)
  return code <= 0x10ffff ? String.fromCodePoint(code) : all
}

const TEXT = /<(?:\w+:)?t\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?t>)/g
const PRONOUNCED = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g

/** The text of a string item, its runs joined, without how it is pronounced. */
export function textIn(content: string): string {
  let text = ''
  for (const [, part = ''] of content.replaceAll(PRONOUNCED, '').matchAll(TEXT)) text += part
  return unescaped(text)
}
