/**
 * A working copy of a text in which every character remembers where it came from.
 * Rules match against the copy; what is reported is always cut from the text as given.
 */
export interface Copy {
  readonly text: string
  /** For each UTF-16 unit of `text`: where its source begins and ends. */
  readonly from: Int32Array
  readonly to: Int32Array
}

/** The identity copy: every unit comes from itself, and ends where the next begins. */
export function copyOf(text: string): Copy {
  const places = new Int32Array(text.length + 1)
  for (let at = 0; at <= text.length; at += 1) places[at] = at
  return { text, from: places.subarray(0, text.length), to: places.subarray(1) }
}

/** The source span of a non-empty range of the copy. */
export function sourceSpan(copy: Copy, start: number, end: number): { readonly start: number; readonly end: number } {
  return { start: copy.from[start] ?? 0, end: copy.to[end - 1] ?? 0 }
}

/** Builds a copy piece by piece; pieces may be shorter or longer than their source. */
interface CopyWriter {
  /** Takes a range of the old copy over unchanged. */
  keep(start: number, end: number): void
  /** Writes `value` in place of a range of the old copy. */
  put(value: string, start: number, end: number): void
  finish(): Copy
}

/** A writer whose source is `old`; offsets are carried through to the text that `old` was made from. */
export function copyWriter(old: Copy): CopyWriter {
  const parts: string[] = []
  let from = new Int32Array(old.text.length + 16)
  let to = new Int32Array(old.text.length + 16)
  let length = 0
  const room = (more: number): void => {
    if (length + more <= from.length) return
    from = grown(from, length + more)
    to = grown(to, length + more)
  }
  return {
    keep(start, end) {
      parts.push(old.text.slice(start, end))
      room(end - start)
      from.set(old.from.subarray(start, end), length)
      to.set(old.to.subarray(start, end), length)
      length += end - start
    },
    put(value, start, end) {
      parts.push(value)
      room(value.length)
      for (let k = 0; k < value.length; k += 1) {
        const single = end - start === value.length
        from[length] = old.from[single ? start + k : start] ?? 0
        to[length] = old.to[single ? start + k : end - 1] ?? 0
        length += 1
      }
    },
    finish: () => ({ text: parts.join(''), from: from.subarray(0, length), to: to.subarray(0, length) }),
  }
}

function grown(old: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(Math.max(needed, old.length * 2))
  bigger.set(old)
  return bigger
}
