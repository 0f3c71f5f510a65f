import { createHash } from 'node:crypto'
import { type WorkList, workListInput } from '#contract/work-list.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import { readCursor, writeCursor } from '#engine/store/cursor.ts'
import { type Asked, query } from '#engine/store/query.ts'
import { poolReader, titlesOf } from '#engine/store/read.ts'
import { areaTitles } from '#modules/directory/index.ts'
import { readable } from './readable.ts'
import { type After, type Found, type Kind, SOON_DAYS, waiting } from './waiting.ts'
import { nextLabel, targetOf } from './waiting-sql.ts'
import { type WorkingCalendar, workingCalendar, workingDayAfter, workingDaysUntil } from './working-calendar.ts'

/** What waits for the holder of a post: entries in a state whose next move is this post's to make; what is due first, then what waits longest. */
export const workList = query({
  name: 'collaboration.work-list',
  label: { zh: '工作台', en: 'Work list' },
  input: workListInput,
  right: { always: true },
  async run(asked, input) {
    const print = createHash('sha256')
      .update(JSON.stringify([asked.actor.post, { ...input, cursor: undefined, limit: undefined }]))
      .digest('base64url')
      .slice(0, 12)
    const after = input.cursor === undefined ? undefined : readCursor<After>(asked.store, input.cursor, print)
    if (after === null) return staleCursor()
    const calendar = await workingCalendar(asked.store)
    const found = await waiting(asked, input, calendar, after)
    const last = found.lines.length === input.limit ? found.lines.at(-1) : undefined
    return {
      items: await asItems(asked, found, calendar),
      ...(last && { cursor: writeCursor(asked.store, [last.due ?? 'infinity', last.since, last.id], print) }),
      counts: { ...totals(found.kinds), copied: found.copied },
      kinds: found.kinds.map(({ step, count }) => {
        const { register, move } = found.steps[step]!
        return { register: register.name, registerTitle: register.title, move, moveLabel: nextLabel(register, move), count }
      }),
    } satisfies WorkList
  },
})

/** A page marker of another question, or one that was altered. */
export function staleCursor(): Refusal {
  return refuse(
    'invalid',
    'list.stale-cursor',
    '翻页位置已失效，请从第一页重新查看',
    'the page marker is no longer valid; start from the first page',
  )
}

function totals(kinds: readonly Kind[]): Pick<WorkList['counts'], 'todo' | 'overdue' | 'soon'> {
  const sum = (of: 'count' | 'overdue' | 'soon') => kinds.reduce((total, kind) => total + kind[of], 0)
  return { todo: sum('count'), overdue: sum('overdue'), soon: sum('soon') }
}

/** Titles are asked for the lines of the page alone. An entry that has just become unreadable has no line any more. */
async function asItems(asked: Asked, found: Found, calendar: WorkingCalendar): Promise<WorkList['items']> {
  const named = found.lines.map(({ step, id }) => ({ register: found.steps[step]!.register.name, entry: id }))
  const [entries, titles, areas] = await Promise.all([readable(asked, named), titlesUnder(asked, found), areaTitles(asked.store)])
  const soon = workingDayAfter(calendar, SOON_DAYS)
  return found.lines.flatMap(({ step, id, under, since, due, many }) => {
    const entry = entries.get(id)
    if (!entry) return []
    const { register, move } = found.steps[step]!
    const target = targetOf(register)
    const item: WorkList['items'][number] = {
      ...entry,
      areaTitle: areas.get(entry.areaTitle) ?? entry.areaTitle,
      move,
      moveLabel: nextLabel(register, move),
      since: new Date(since).toISOString(),
      due,
      lateness: due === null ? null : due < calendar.today ? 'overdue' : due <= soon ? 'soon' : null,
      days: due === null ? null : Math.abs(workingDaysUntil(calendar, due)),
      under: under !== null && target !== undefined ? { register: target, id: under, title: titles[under] ?? '' } : null,
      many,
    }
    return [item]
  })
}

/** Names of calls, batches and documents; whoever has work under one may know what it is called. */
async function titlesUnder({ store }: Asked, { lines, steps }: Found): Promise<Record<string, string>> {
  const wanted = Map.groupBy(
    lines.filter(({ under }) => under !== null),
    ({ step }) => targetOf(steps[step]!.register) ?? '',
  )
  const titles = await Promise.all(
    [...wanted].map(([target, own]) => titlesOf(poolReader(store), store, target, [...new Set(own.map(({ under }) => under!))])),
  )
  return Object.assign({}, ...titles)
}
