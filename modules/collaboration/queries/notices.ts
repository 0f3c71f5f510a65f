import { z } from 'zod'
import { type NoticeKind, type NoticeList, noticesInput, type UnreadNotices } from '#contract/notices.ts'
import type { Words } from '#engine/define/words.ts'
import { engineTable } from '#engine/store/context.ts'
import { binder } from '#engine/store/expression-sql.ts'
import { query } from '#engine/store/query.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { actLabel } from './done.ts'
import { pageOf } from './page.ts'
import { readable } from './readable.ts'

/** What I was told of, the last first. Titles and reasons are shown by my rights at the time of reading, not of the notice. */
export const notices = query({
  name: 'collaboration.notices',
  label: { zh: '消息', en: 'Notices' },
  input: noticesInput,
  right: { always: true },
  async run(asked, input) {
    const { store, actor } = asked
    const page = pageOf(asked, 'notices', input)
    if (page.refusal) return page.refusal
    const values: unknown[] = []
    const bind = binder(values)
    const conditions = [
      `notice.person = ${bind(actor.person)}`,
      ...(input.kind ? [`notice.kind = ${bind(input.kind)}`] : []),
      ...(input.unread ? ['notice.read_at is null'] : []),
      ...(page.after ? [`(notice.at, notice.id) < (${bind(page.after.at)}::timestamptz, ${bind(page.after.id)}::uuid)`] : []),
    ]
    const text = `select notice.id, notice.kind, notice.register, notice.entry, notice.act, notice.many, notice.at, notice.read_at is not null as read, event.reason, sheet.file_name as sheet
      from ${engineTable(store, 'notice')} notice left join ${engineTable(store, 'event')} event on event.id = notice.event
      left join ${engineTable(store, 'import')} sheet on notice.kind = 'imported' and sheet.id = notice.entry
      where ${conditions.join(' and ')} order by notice.at desc, notice.id desc limit ${bind(input.limit)}`
    const [found, refused] = await Promise.all([
      ask(poolReader(store), text, values),
      ask(poolReader(store), `select kind from ${engineTable(store, 'notice_refused')} where person = $1 order by kind`, [actor.person]),
    ])
    const told = found as unknown as readonly Told[] // the columns named above
    const lines = await readable(
      asked,
      told.flatMap(({ kind, register, entry }) => (register && entry && kind !== 'imported' ? [{ register, entry }] : [])),
    )
    return {
      items: told.map(({ id, kind, register, entry, act, many, at, read, reason, sheet }) => {
        const line = lines.get(entry ?? '')
        const isCopy = kind === 'copied'
        return {
          id,
          kind,
          register,
          registerTitle: register ? store.catalogue.need(register).title : null,
          entry,
          title: sheet ?? line?.title ?? '',
          readable: entry === null || line !== undefined || sheet !== null,
          actLabel: kind === 'imported' ? (SHEETS[act ?? ''] ?? null) : register && act && !isCopy ? actLabel(store, register, act) : null,
          reason: line ? reason : null,
          many,
          at: String(at),
          read,
        }
      }),
      refused: refused.map(({ kind }) => kind as NoticeKind), // only `choose-notices` writes them
      ...page.next(told.map(({ id, at }) => ({ at: String(at), id }))),
    } satisfies NoticeList
  },
})

/** What became of a sheet. */
const SHEETS: Readonly<Record<string, Words>> = {
  ready: { zh: '已读完，等您确认', en: 'read; it waits for your word' },
  done: { zh: '导入完成', en: 'imported' },
  failed: { zh: '导入未成功', en: 'the import failed' },
}

interface Told {
  readonly id: string
  readonly kind: NoticeKind
  readonly register: string | null
  readonly entry: string | null
  readonly act: string | null
  readonly many: number
  readonly at: string
  readonly read: boolean
  readonly reason: string | null
  /** The name of an imported file. */
  readonly sheet: string | null
}

/** For the bell, which every page asks. */
export const unreadNotices = query({
  name: 'collaboration.unread-notices',
  label: { zh: '未读消息数', en: 'Unread notices' },
  input: z.object({}),
  right: { always: true },
  async run({ store, actor }): Promise<UnreadNotices> {
    const text = `select count(*)::int as unread from ${engineTable(store, 'notice')} where person = $1 and read_at is null`
    const [row] = await ask(poolReader(store), text, [actor.person])
    return { unread: Number(row?.['unread'] ?? 0) }
  },
})
