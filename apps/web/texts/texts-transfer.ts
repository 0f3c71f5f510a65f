import type { Texts } from './words.ts'

export const transferTexts = {
  export: { zh: '导出', en: 'Export' },
  shown: { zh: '当前列表（按筛选、排序和显示的列）', en: 'This list (its filters, order and columns)' },
  all: { zh: '全部记录与全部列（含子表）', en: 'All entries and columns (with sub-tables)' },
  xlsx: { zh: 'Excel 工作簿（.xlsx，可改后再导入）', en: 'Excel workbook (.xlsx, can be imported again)' },
  csv: { zh: '文本表格（.csv）', en: 'Text table (.csv)' },
  json: { zh: '程序数据（.json）', en: 'Data for programs (.json)' },
  template: { zh: '下载导入模板', en: 'Download the template' },
  noted: { zh: '导出已记入经办记录', en: 'The export is kept as an event' },
} as const satisfies Texts
