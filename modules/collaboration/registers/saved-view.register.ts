import { type RowOf, register } from '#engine/define/register.ts'

/** How somebody wants to see a list: filter, columns, order, kind of view. It asks, as its reader, and gives no right to anything. */
export const savedView = register({
  name: 'saved_view',
  title: { zh: '列表视图', en: 'Saved views' },
  basis: '名录台账的常用查询，由使用者自存并可共享',
  fields: {
    title: { kind: 'text', label: { zh: '视图名称', en: 'Title' }, required: true, longest: 40, system: true },
    register: { kind: 'text', label: { zh: '台账', en: 'Register' }, required: true, longest: 40, system: true },
    share: {
      kind: 'choice',
      label: { zh: '共享范围', en: 'Shared with' },
      required: true,
      system: true,
      codes: {
        own: { zh: '仅本人', en: 'Only me' },
        unit: { zh: '本单位', en: 'My unit' },
        all: { zh: '可查看该台账的所有人', en: 'All who may read the register' },
      },
    },
    unit: { kind: 'ref', label: { zh: '单位', en: 'Unit' }, required: true, to: 'org_unit', system: true },
    list: { kind: 'json', label: { zh: '列表状态', en: 'State of the list' }, required: true, system: true },
  },
  createVia: ['collaboration.save-view'],
  initial: 'kept',
  states: {
    kept: { label: { zh: '使用中', en: 'In use' }, moves: { drop: 'dropped' }, editable: true, tone: 'plain' },
    dropped: { label: { zh: '已停用', en: 'Dropped' }, moves: {}, tone: 'bad' },
  },
  moves: { drop: { label: { zh: '停用', en: 'Drop' }, tone: 'danger' } },
  // Shared views are told by `collaboration.views`, which looks at the right to their register; here everybody sees their own.
  access: {
    read: { ownPerson: 'createdBy' },
    create: { always: true },
    edit: { ownPerson: 'createdBy' },
    drop: { ownPerson: 'createdBy' },
  },
  columns: ['title', 'register', 'share'],
})

export type SavedView = RowOf<typeof savedView>
