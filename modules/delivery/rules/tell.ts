import type { MessageKind } from '#contract/delivery.ts'
import type { NoticeKind } from '#contract/notices.ts'
import type { Language } from '#engine/define/words.ts'

/** A notice as a message tells of it. */
export interface ToldNotice {
  readonly kind: NoticeKind
  readonly register: string | null
  readonly entry: string | null
  readonly act: string | null
  readonly many: number
}

/** How many entries they speak of; of reminders, which count the same work again every day, the last. */
export function total(notices: readonly ToldNotice[]): number {
  const last = notices.at(-1)
  if (last && last.register === null) return last.many
  return notices.reduce((sum, { many }) => sum + many, 0)
}

/** What kinds and registers are called in the reader's language. */
export interface Titles {
  kind(kind: NoticeKind): string
  register(name: string): string
}

/** A digest: one line for each kind and list, in the order in which the first of each came. */
export function linesOf(notices: readonly ToldNotice[], language: Language, titles: Titles): string {
  const groups = Map.groupBy(notices, ({ kind, register }) => `${kind} ${register ?? ''}`)
  return [...groups.values()].map((own) => lineOf(own, language, titles)).join('\n')
}

function lineOf(own: readonly ToldNotice[], language: Language, titles: Titles): string {
  const { kind, register } = own[0]!
  const label = titles.kind(kind)
  const count = total(own)
  if (register === null) return language === 'zh' ? `· ${label}：${count} 件` : `· ${label}: ${count}`
  const title = titles.register(register)
  return language === 'zh' ? `· ${label}：“${title}” ${count} 件` : `· ${label}: “${title}”, ${count}`
}

/** The page that shows more, by the reader's rights: the work list for what is to be done, the notices for what is to be known. */
export function pathFor(kind: MessageKind): string {
  if (kind === 'overdue') return '/work?lateness=overdue'
  if (kind === 'due') return '/work?lateness=soon'
  return kind === 'waiting' ? '/work' : '/notices'
}
