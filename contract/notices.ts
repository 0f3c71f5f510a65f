import { z } from 'zod'
import { words } from './problem.ts'

/** What a person can be told of, in the order of the page's filter. */
export const NOTICE_KINDS = [
  'waiting',
  'overdue',
  'due',
  'returned',
  'accepted',
  'declined',
  'published',
  'objected',
  'reminded',
  'closed',
  'copied',
  'called',
  'imported',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]
const kind = z.enum(NOTICE_KINDS)

/** What each kind is called, in the product and in what leaves the house. */
export const NOTICE_LABELS: Readonly<Record<NoticeKind, z.infer<typeof words>>> = {
  waiting: { zh: '等您办理', en: 'Waits for you' },
  overdue: { zh: '逾期提醒', en: 'Overdue' },
  due: { zh: '到期提醒', en: 'Due soon' },
  returned: { zh: '被退回', en: 'Returned' },
  accepted: { zh: '已受理', en: 'Accepted' },
  declined: { zh: '未通过', en: 'Declined' },
  published: { zh: '已公布', en: 'Published' },
  objected: { zh: '有异议', en: 'Objected to' },
  reminded: { zh: '催办', en: 'Reminded' },
  closed: { zh: '已办结', en: 'Closed' },
  copied: { zh: '抄送给您', en: 'Copied to you' },
  called: { zh: '申报通知', en: 'Call opened' },
  imported: { zh: '表格导入', en: 'Sheet imported' },
}

/** Which notices are asked for; without anything all of them, the last first. */
export const noticesInput = z.strictObject({
  kind: kind.optional(),
  unread: z.enum(['yes']).optional(),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** GET /queries/collaboration.notices — what I was told of. */
export const noticeList = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      kind,
      register: z.string().nullable(),
      registerTitle: words.nullable(),
      /** Of an imported sheet: the import. */
      entry: z.uuid().nullable(),
      /** Empty where the person may no longer read the entry. */
      title: z.string(),
      readable: z.boolean(),
      actLabel: words.nullable(),
      reason: z.string().nullable(),
      /** How many entries one act brought; the first of them is named. Of an imported sheet: how many are in. */
      many: z.int(),
      at: z.string(),
      read: z.boolean(),
    }),
  ),
  cursor: z.string().optional(),
  refused: z.array(kind),
})
export type NoticeList = z.infer<typeof noticeList>

/** GET /queries/collaboration.unread-notices — for the bell. */
export const unreadNotices = z.object({ unread: z.int() })
export type UnreadNotices = z.infer<typeof unreadNotices>

/** POST /commands/collaboration.read-notices — those named, or all. */
export const readNoticesInput = z.strictObject({ notices: z.array(z.uuid()).max(200).optional() })
/** POST /commands/collaboration.choose-notices */
export const chooseNoticesInput = z.strictObject({ kind, wanted: z.boolean() })
