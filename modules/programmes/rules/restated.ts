import type { Figure, Restatement } from '#contract/figures.ts'
import { addDecimals, negated } from '#engine/define/decimals.ts'
import type { Words } from '#engine/define/words.ts'

/** What one entry added to a month, or took from it, that the report of that month did not show. */
export interface Restating {
  /** The month it counts in. */
  readonly month: string
  /** `late`: recorded when the period was over. `revoked`: counted there, or taken off there, and withdrawn by a document. */
  readonly cause: 'late' | 'revoked'
  readonly entry: Restatement['entries'][number] | null
  readonly amount: string
}

const NAMED_AT_MOST = 3

/** The months whose figure is no longer what was known at their end, or holds entries that were withdrawn since. */
export function restatedMonths(
  months: Figure['byMonth'],
  rows: readonly Restating[],
  unit: Words,
  titleOf: (month: string) => Words,
): readonly Restatement[] {
  const values = new Map(months.map(({ month, value }) => [month, value]))
  const byMonth = [...Map.groupBy(rows, ({ month }) => month)].sort(([one], [other]) => (one < other ? -1 : 1))
  return byMonth.flatMap(([month, own]) => restatement({ code: month, title: titleOf(month) }, values.get(month) ?? '0', own, unit) ?? [])
}

interface Stretch {
  readonly code: string
  readonly title: Words
}

/** A stretch of time with the figure then, the figure now and the one without what was withdrawn; none when all three are the same. */
export function restatement({ code, title }: Stretch, now: string, rows: readonly Restating[], unit: Words): Restatement | undefined {
  const ofCause = (wanted: Restating['cause']) => rows.filter(({ cause }) => cause === wanted)
  const [late, revoked] = [ofCause('late'), ofCause('revoked')]
  const was = addDecimals([now, negated(sum(late))])
  const without = addDecimals([now, negated(sum(revoked))])
  if (was === now && without === now) return undefined
  const sentences = [changedWords(title, was, now, unit, late), ...(without === now ? [] : [withoutWords(title, without, unit, revoked)])]
  return {
    code,
    title,
    was,
    now,
    without,
    words: { zh: sentences.map(({ zh }) => zh).join(''), en: sentences.map(({ en }) => en).join(' ') },
    entries: eachActOnce(rows.flatMap(({ entry }) => entry ?? [])),
    hidden: rows.filter(({ entry }) => entry === null).length,
  }
}

/** A withdrawal recorded after the end is late too: it is told as what it is, a withdrawal. */
function eachActOnce(entries: Restatement['entries']): Restatement['entries'] {
  const acts = new Set(entries.filter(({ cause }) => cause === 'revoked').map(actOf))
  return entries.filter((entry) => entry.cause === 'revoked' || !acts.has(actOf(entry)))
}

const actOf = ({ id, recordedAt, amount }: Restatement['entries'][number]) => `${id} ${recordedAt} ${amount}`

const sum = (rows: readonly Restating[]) => addDecimals(rows.map(({ amount }) => amount))

function changedWords(title: Words, was: string, now: string, unit: Words, late: readonly Restating[]): Words {
  if (was === now)
    return { zh: `${title.zh}：当时所报与现在同为 ${now} ${unit.zh}。`, en: `${title.en}: ${now} ${unit.en}, as reported then.` }
  const names = named(late)
  return {
    zh: `${title.zh}：期末所知为 ${was} ${unit.zh}，现为 ${now} ${unit.zh}；期末之后登记的有${names.zh}。`,
    en: `${title.en}: ${was} ${unit.en} were known at its end, ${now} now; recorded after its end: ${names.en}.`,
  }
}

function withoutWords(title: Words, without: string, unit: Words, revoked: readonly Restating[]): Words {
  const names = named(revoked)
  return {
    zh: `其中已撤销的有${names.zh}；不含撤销条目，${title.zh}为 ${without} ${unit.zh}，原报数不变。`,
    en: `Withdrawn since: ${names.en}; without these, ${title.en} has ${without} ${unit.en}. What was reported stays.`,
  }
}

/** The entries by name with their documents; those the reader may not see, and those past the third, as a number. */
function named(rows: readonly Restating[]): Words {
  const seen = rows.flatMap(({ entry }) => entry ?? [])
  const shown = seen.slice(0, NAMED_AT_MOST)
  const more = rows.length - shown.length
  const zh = shown.map(({ title, document }) => `《${title}》${document ? `（${document.no}，${document.day}）` : ''}`).join('、')
  const en = shown.map(({ title, document }) => `“${title}”${document ? ` (${document.no}, ${document.day})` : ''}`).join(', ')
  if (shown.length === 0) return { zh: ` ${more} 条`, en: entries(more) }
  return more === 0 ? { zh, en } : { zh: `${zh}，另有 ${more} 条`, en: `${en}, and ${entries(more)} more` }
}

const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`)
