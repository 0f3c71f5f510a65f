import { type RowOf, register } from '#engine/define/register.ts'
import { SHEET_KEEPER } from '../rules/rights.ts'

/** A province's own order and titles of the columns of a register's sheet; each change stands in the history, and sheets made before it still come in. */
export const sheetLayout = register({
  name: 'sheet_layout',
  title: { zh: '表格版式', en: 'Sheet layouts' },
  basis: '各地沿用自己的表样填报是通行做法；栏目以台账定义为准，版式只定顺序、列名和取舍',
  titleField: 'register',
  fields: {
    register: { kind: 'text', label: { zh: '台账', en: 'Register' }, required: true, longest: 40, code: true, system: true },
    columns: { kind: 'json', label: { zh: '各列', en: 'Columns' }, required: true, system: true },
  },
  createVia: ['sheets.keep-layout', 'programmes.install-pack'],
  initial: 'active',
  states: {
    active: { label: { zh: '使用中', en: 'In use' }, moves: { restore: 'restored' }, editable: true, tone: 'good' },
    restored: { label: { zh: '已恢复默认', en: 'Back to the default' }, moves: { adopt: 'active' } },
  },
  moves: {
    restore: {
      label: { zh: '恢复默认', en: 'Back to the default' },
      via: ['sheets.restore-layout', 'programmes.install-pack', 'programmes.decide-conflict'],
    },
    adopt: { label: { zh: '启用', en: 'Use' }, via: ['sheets.keep-layout', 'programmes.install-pack'] },
  },
  access: { read: SHEET_KEEPER, create: SHEET_KEEPER, edit: SHEET_KEEPER, restore: SHEET_KEEPER, adopt: SHEET_KEEPER },
  columns: ['register', 'state'],
})

export type SheetLayoutEntry = RowOf<typeof sheetLayout>
