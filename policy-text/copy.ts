/**
 * A working copy of a text in which every character remembers where it came from.
 * Rules match against the copy; what is reported is always cut from the text as given.
 */
export interface Copy {
  readonly text: string
  /** Null where every unit comes from itself: the places of a million characters are 8 MB. */
  readonly places: Places | null
}

/** For each UTF-16 unit of a copy where its source begins and ends. */
interface Places {
  readonly from: Int32Array
  readonly to: Int32Array
}

/** The identity copy. */
export function copyOf(text: string): Copy {
  return { text, places: null }
}

/** Where the source of a unit of the copy begins; undefined behind its end. */
export function fromOf({ text, places }: Copy, at: number): number | undefined {
  if (places) return places.from[at]
  return at >= 0 && at < text.length ? at : undefined
}

/** Where it ends. */
export function toOf({ text, places }: Copy, at: number): number | undefined {
  if (places) return places.to[at]
  return at >= 0 && at < text.length ? at + 1 : undefined
}

/** The source span of a non-empty range of the copy. */
export function sourceSpan(copy: Copy, start: number, end: number): { readonly start: number; readonly end: number } {
  return { start: fromOf(copy, start) ?? 0, end: toOf(copy, end - 1) ?? 0 }
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
      if (old.places) {
        from.set(old.places.from.subarray(start, end), length)
        to.set(old.places.to.subarray(start, end), length)
      } else
        for (let k = 0; k < end - start; k += 1) {
          from[length + k] = start + k
          to[length + k] = start + k + 1
        }
      length += end - start
    },
    put(value, start, end) {
      parts.push(value)
      room(value.length)
      for (let k = 0; k < value.length; k += 1) {
        const single = end - start === value.length
        from[length] = fromOf(old, single ? start + k : start) ?? 0
        to[length] = toOf(old, single ? start + k : end - 1) ?? 0
        length += 1
      }
    },
    finish: () => ({ text: parts.join(''), places: { from: from.subarray(0, length), to: to.subarray(0, length) } }),
  }
}

function grown(old: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(Math.max(needed, old.length * 2))
  bigger.set(old)
  return bigger
}
