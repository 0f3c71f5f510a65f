import { isFilled, type Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'

/** What an entry is known by, for each key of its register: the same whatever signs, widths and cases it was typed with. */
export function keysOf(register: Register, row: Row): Row {
  const keys: Record<string, readonly string[] | null> = {}
  for (const key of Object.keys(register.keys ?? {})) keys[key] = keyOf(register, key, row)
  return keys
}

/** The keys of an entry after a change: worked out anew where something they are made of has changed, or how they are made may have. */
export function keysAfter(register: Register, before: Row | undefined, after: Row): Row {
  if (!before || before['definitionVersion'] !== after['definitionVersion']) return keysOf(register, after)
  const keys: Record<string, unknown> = {}
  for (const [key, groups] of Object.entries(register.keys ?? {})) {
    const isMadeAnew = groups.flat().some((source) => before[fieldOf(source)] !== after[fieldOf(source)])
    keys[key] = isMadeAnew ? keyOf(register, key, after) : before[key]
  }
  return keys
}

const fieldOf = (source: string) => source.split('.', 1)[0]!

/** One of them; none where nothing stands that it is made of. */
export function keyOf(register: Register, key: string, row: Row): readonly string[] | null {
  const groups = register.keys?.[key] ?? []
  const found = groups.flatMap((group) => valuesOf(row, group))
  if (found.length === 0) return null
  return found.length === 1 ? found : [...new Set(found)].sort()
}

/** Letters and digits in one case and width; between digits one dash stands for any sign: `GB/T 1.2—2025` → `GBT1-2-2025`. */
export function normalised(text: string): string {
  if (PLAIN.test(text)) return text
  const upper = text.normalize('NFKC').toUpperCase()
  return upper.search(SIGNS) < 0 ? upper : upper.replaceAll(SIGNS_BETWEEN_DIGITS, '-').replaceAll(OTHER_SIGNS, '')
}

/** Capitals, digits and Chinese characters of the basic block: most names and numbers are the same under every rule. */
const PLAIN = /^[0-9A-Z\u4E00-\u9FA5]*$/
const SIGNS = /[^\p{L}\p{N}]/u
const SIGNS_BETWEEN_DIGITS = /(?<=\d)[^\p{L}\p{N}]+(?=\d)/gu
const OTHER_SIGNS = /[^\p{L}\p{N}-]+|(?<!\d)-+|-+(?!\d)/gu

/** Every way to join one value of each source; none when one has no value. */
function valuesOf(row: Row, [first = '', ...others]: readonly string[]): readonly string[] {
  return others.reduce<readonly string[]>(
    (found, source) => {
      const values = valuesAt(row, source)
      return found.flatMap((start) => values.map((value) => `${start}|${value}`))
    },
    valuesAt(row, first),
  )
}

/** `title`, or the column of a table as `rights.number`. */
function valuesAt(row: Row, source: string): readonly string[] {
  const dot = source.indexOf('.')
  if (dot < 0) return normalisedValue(row[source])
  const [cells, column] = [row[source.slice(0, dot)], source.slice(dot + 1)]
  return Array.isArray(cells) ? cells.flatMap((each: Row) => normalisedValue(each[column])) : []
}

function normalisedValue(value: unknown): readonly string[] {
  const text = isFilled(value) ? normalised(String(value)) : ''
  return text === '' ? [] : [text]
}
