import type { Texts } from './words.ts'

export const transferTexts = {
  export: { zh: '导出', en: 'Export' },
  shown: { zh: '当前列表（筛选、排序、栏目）', en: 'This list (its filters, order and columns)' },
  all: { zh: '全部记录与全部列（含子表）', en: 'All entries and columns (with sub-tables)' },
  xlsx: { zh: 'Excel（.xlsx，可再导入）', en: 'Excel (.xlsx, can be imported again)' },
  csv: { zh: '文本表格（.csv）', en: 'Text table (.csv)' },
  json: { zh: '程序数据（.json）', en: 'Data for programs (.json)' },
  template: { zh: '下载导入模板', en: 'Download the template' },
  noted: { zh: '每次导出都记入经办记录', en: 'Each export is kept as an event' },
} as const satisfies Texts
