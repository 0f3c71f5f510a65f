import type { Texts } from './words.ts'

/** Saved views, columns, kinds of views. */
export const viewTexts = {
  views: { zh: '视图', en: 'Views' },
  all: { zh: '全部', en: 'All' },
  more: { zh: '更多视图', en: 'More views' },
  changed: { zh: '已改动', en: 'changed' },
  saveAs: { zh: '存为视图', en: 'Save as a view' },
  update: { zh: '更新视图', en: 'Update the view' },
  reset: { zh: '还原', en: 'Reset' },
  manage: { zh: '视图选项', en: 'View options' },
  rename: { zh: '改名与共享…', en: 'Rename and share…' },
  open: { zh: '以此视图打开本台账', en: 'Open the register with this view' },
  notOpen: { zh: '不再以此视图打开', en: 'No longer open with this view' },
  copyLink: { zh: '复制链接', en: 'Copy the link' },
  copied: { zh: '链接已复制，收到的人按各自权限查看', en: 'Link copied; whoever gets it sees what they may read' },
  drop: { zh: '停用视图', en: 'Drop the view' },
  dropAsk: {
    zh: '停用视图“{title}”？与您共享此视图的人也将看不到它。',
    en: 'Drop the view “{title}”? Those it is shared with lose it too.',
  },
  by: { zh: '{by} 共享', en: 'shared by {by}' },
  opens: { zh: '默认', en: 'opens first' },
  title: { zh: '视图名称', en: 'Name of the view' },
  titleMissing: { zh: '请填写视图名称', en: 'give the view a name' },
  share: { zh: '共享范围', en: 'Shared with' },
  shareOwn: { zh: '仅本人', en: 'Only me' },
  shareUnit: { zh: '本单位', en: 'My unit' },
  shareAll: { zh: '可查看本台账的所有人', en: 'All who may read the register' },
  shareNote: {
    zh: '视图只保存查询方式，每个人看到的仍是各自有权查看的条目。',
    en: 'A view keeps the question; everybody sees the entries they may read.',
  },
  save: { zh: '保存', en: 'Save' },
  faults: { zh: '视图中的以下内容已不存在，已略去：', en: 'These parts of the view are gone and were left out:' },
  kind: { zh: '显示方式', en: 'Shown as' },
  table: { zh: '表格', en: 'Table' },
  board: { zh: '看板', en: 'Board' },
  map: { zh: '地图', en: 'Map' },
  grid: { zh: '表格编辑', en: 'Edit as a sheet' },
} as const satisfies Texts

/** The chooser of columns. */
export const columnTexts = {
  open: { zh: '栏目', en: 'Columns' },
  title: { zh: '显示的栏目', en: 'Columns shown' },
  note: { zh: '拖动或用 ↑ ↓ 调整顺序；导出与此一致。', en: 'Drag, or use ↑ ↓ to order them; exports follow.' },
  up: { zh: '“{label}”上移', en: 'Move “{label}” up' },
  down: { zh: '“{label}”下移', en: 'Move “{label}” down' },
  others: { zh: '其他栏目', en: 'Other columns' },
  reset: { zh: '恢复默认栏目', en: 'Default columns' },
  density: { zh: '行距', en: 'Density' },
  comfortable: { zh: '舒适', en: 'Comfortable' },
  compact: { zh: '紧凑', en: 'Compact' },
  withUnit: { zh: '{label}（{unit}）', en: '{label} ({unit})' },
  wan: { zh: '万元', en: '×10,000 yuan' },
} as const satisfies Texts
