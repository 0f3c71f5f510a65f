import type { Words } from '#engine/define/words.ts'
import type { Store } from '#engine/store/context.ts'
import type { Reader } from '#engine/store/read.ts'
import type { Recommendation } from '../registers/recommendation.register.ts'
import { changedFields, changeInWords } from '../rules/changed-entries.ts'
import type { PrintedEntry } from '../rules/check-code.ts'
import { versionsOf } from './versions.ts'

/** For each entry of a letter, what has changed since it was printed; null for one that stands as printed, whatever state it has reached. */
export async function changesSince(
  reader: Reader,
  store: Store,
  letter: Pick<Recommendation, 'register' | 'entries'>,
): Promise<readonly (Words | null)[]> {
  const register = store.catalogue.need(letter.register)
  const lines = printedIn(letter)
  const { printed, now } = await versionsOf(reader, store, register, lines)
  return lines.map(({ entry, version, title }, at) => {
    const [before, after] = [printed.get(entry), now.get(entry)]
    if (!before || !after) return { zh: `第 ${at + 1} 项“${title}”已不在台账中`, en: `item ${at + 1} “${title}” is gone` }
    const fields = changedFields(register, before, after)
    return fields.length === 0 ? null : changeInWords(register, at, title, fields, [version, Number(after['version'])])
  })
}

/** The lines of a letter, as they were printed. */
export function printedIn({ entries }: Pick<Recommendation, 'entries'>): readonly PrintedEntry[] {
  return entries as unknown as readonly PrintedEntry[] // the columns of the register's rows
}
