import { type RowOf, register } from '#engine/define/register.ts'

/** Somebody is to know of an entry without having to do anything: it stands in their 抄送 until they mark it as read. */
export const copy = register({
  name: 'copy',
  title: { zh: '抄送', en: 'Copies' },
  basis: '公文办理中的抄送：知悉而不承办',
  titleField: 'note',
  fields: {
    person: { kind: 'ref', label: { zh: '抄送给', en: 'To' }, required: true, to: 'person', system: true },
    post: { kind: 'ref', label: { zh: '岗位', en: 'Post' }, required: true, to: 'post', system: true },
    register: { kind: 'text', label: { zh: '台账', en: 'Register' }, required: true, longest: 40, system: true },
    entry: { kind: 'text', label: { zh: '条目', en: 'Entry' }, required: true, longest: 36, system: true },
    from: { kind: 'ref', label: { zh: '抄送人岗位', en: 'From' }, required: true, to: 'post', system: true },
    note: { kind: 'text', label: { zh: '附言', en: 'Note' }, longest: 300 },
  },
  createVia: ['collaboration.copy-to'],
  initial: 'unread',
  states: {
    unread: { label: { zh: '未读', en: 'Unread' }, moves: { markRead: 'read' }, tone: 'waiting' },
    read: { label: { zh: '已读', en: 'Read' }, moves: {}, tone: 'good' },
  },
  moves: { markRead: { label: { zh: '标为已读', en: 'Mark as read' } } },
  access: {
    read: { any: [{ ownPerson: 'person' }, { ownPerson: 'createdBy' }] },
    create: { always: true },
    markRead: { ownPerson: 'person' },
  },
  columns: ['person', 'register', 'note', 'from'],
})

export type Copy = RowOf<typeof copy>
