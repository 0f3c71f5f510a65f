import type { MessageKind } from '#contract/delivery.ts'
import type { NoticeKind } from '#contract/notices.ts'
import type { Language, Words } from '#engine/define/words.ts'

/** A notice as a message tells of it. */
export interface ToldNotice {
  readonly kind: NoticeKind
  readonly register: string | null
  readonly entry: string | null
  readonly act: string | null
  readonly many: number
}

const LABELS: Readonly<Record<NoticeKind, Words>> = {
  waiting: { zh: '等您办理', en: 'Waits for you' },
  overdue: { zh: '待办已逾期', en: 'Overdue tasks' },
  due: { zh: '待办将到期', en: 'Tasks due soon' },
  returned: { zh: '被退回', en: 'Returned' },
  accepted: { zh: '已受理', en: 'Accepted' },
  declined: { zh: '未通过', en: 'Declined' },
  published: { zh: '已公布', en: 'Published' },
  objected: { zh: '有异议', en: 'Objected to' },
  copied: { zh: '抄送给您', en: 'Copied to you' },
  called: { zh: '申报通知', en: 'Calls opened' },
  imported: { zh: '表格导入结果', en: 'Sheets handed in' },
}

/** How many entries they speak of; of reminders, which count the same work again every day, the last. */
export function total(notices: readonly ToldNotice[]): number {
  const last = notices.at(-1)
  if (last && last.register === null) return last.many
  return notices.reduce((sum, { many }) => sum + many, 0)
}

/** A digest: one line for each kind and list, in the order in which the first of each came. */
export function linesOf(notices: readonly ToldNotice[], language: Language, registerTitle: (name: string) => string): string {
  const groups = Map.groupBy(notices, ({ kind, register }) => `${kind} ${register ?? ''}`)
  return [...groups.values()].map((own) => lineOf(own, language, registerTitle)).join('\n')
}

function lineOf(own: readonly ToldNotice[], language: Language, registerTitle: (name: string) => string): string {
  const { kind, register } = own[0]!
  const label = LABELS[kind][language]
  const count = total(own)
  if (register === null) return language === 'zh' ? `· ${label}：${count} 件` : `· ${label}: ${count}`
  const title = registerTitle(register)
  return language === 'zh' ? `· ${label}：“${title}” ${count} 件` : `· ${label}: “${title}”, ${count}`
}

/** The page that shows more, by the reader's rights: the work list for what is to be done, the notices for what is to be known. */
export function pathFor(kind: MessageKind): string {
  if (kind === 'overdue') return '/work?lateness=overdue'
  if (kind === 'due') return '/work?lateness=soon'
  return kind === 'waiting' ? '/work' : '/notices'
}
