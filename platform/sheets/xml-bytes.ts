/** Bytes are handed over when there are so many: a packer is woken for each piece. */
const PIECE = 131_072
/** The longest that one character becomes: `&quot;`. */
const MOST_BYTES = 6

/**
 * XML being written as UTF-8. No strings in between: joining, flattening and encoding them, and clearing them away, was half of what an export as a
 * workbook cost the program.
 */
export class XmlBytes {
  private bytes = new Uint8Array(PIECE + PIECE / 8)
  private length = 0

  /** Whether there is enough for a piece. */
  get isFull(): boolean {
    return this.length >= PIECE
  }

  /** What was written since the last time; nobody else holds the bytes. */
  take(): Uint8Array {
    const piece = this.bytes.subarray(0, this.length)
    this.bytes = new Uint8Array(PIECE + PIECE / 8)
    this.length = 0
    return piece
  }

  /** What was made into bytes before, such as a tag. */
  part(part: Uint8Array): void {
    const bytes = this.room(part.length)
    let at = this.length
    // A loop, because `set` costs more than it copies: tags are short.
    for (let from = 0; from < part.length; from++) bytes[at++] = part[from]!
    this.length = at
  }

  /** Digits and signs of numbers, of which every character is one byte. */
  digits(text: string): void {
    const bytes = this.room(text.length)
    let at = this.length
    for (let from = 0; from < text.length; from++) bytes[at++] = text.charCodeAt(from)
    this.length = at
  }

  /** What stands between tags or in an attribute; XML 1.0 has no place for control characters, not even written as numbers. */
  text(text: string): void {
    const bytes = this.room(text.length * MOST_BYTES)
    let at = this.length
    for (let from = 0; from < text.length; from++) {
      const unit = text.charCodeAt(from)
      if (unit < 0x80) {
        const entity = unit < ENTITIES.length ? ENTITIES[unit] : undefined
        if (entity === undefined) bytes[at++] = unit
        else for (let each = 0; each < entity.length; each++) bytes[at++] = entity.charCodeAt(each)
      } else if (unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6)
        bytes[at++] = 0x80 | (unit & 0x3f)
      } else if (unit < 0xd800 || (unit > 0xdfff && unit < 0xfffe)) {
        bytes[at++] = 0xe0 | (unit >> 12)
        bytes[at++] = 0x80 | ((unit >> 6) & 0x3f)
        bytes[at++] = 0x80 | (unit & 0x3f)
      } else if (unit < 0xfffe) {
        const point = text.codePointAt(from)!
        if (point > 0xffff) {
          bytes[at++] = 0xf0 | (point >> 18)
          bytes[at++] = 0x80 | ((point >> 12) & 0x3f)
          bytes[at++] = 0x80 | ((point >> 6) & 0x3f)
          bytes[at++] = 0x80 | (point & 0x3f)
          from++
        }
      }
    }
    this.length = at
  }

  private room(wanted: number): Uint8Array {
    const least = this.length + wanted
    if (least > this.bytes.length) {
      const larger = new Uint8Array(least * 2)
      larger.set(this.bytes.subarray(0, this.length))
      this.bytes = larger
    }
    return this.bytes
  }
}

/** What the first characters become, by their codes; undefined for what stays. */
const ENTITIES: readonly (string | undefined)[] = Array.from({ length: 0x3f }, (_each, code) => {
  if (code < 0x20) return code === 0x09 || code === 0x0a ? undefined : code === 0x0d ? '&#13;' : ''
  return { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }[String.fromCharCode(code)]
})
