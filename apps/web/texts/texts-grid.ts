import type { Texts } from './words.ts'

/** The list as a sheet. */
export const gridTexts = {
  caption: { zh: '{title}（表格编辑）', en: '{title} as a sheet' },
  note: {
    zh: '方向键移动，Enter 或 F2 修改，可从 Excel 或 WPS 复制后粘贴；灰色单元格不能修改。保存前不写入台账。',
    en: 'Arrows move, Enter or F2 edits; paste from Excel or WPS. Grey cells cannot be changed. Nothing is written before you save.',
  },
  changed: { zh: '已改 {rows} 条 {cells} 处', en: 'changed: {cells} cells in {rows} entries' },
  faulty: { zh: '{count} 处有误', en: '{count} with faults' },
  save: { zh: '保存', en: 'Save' },
  saveGood: { zh: '只保存无误的', en: 'Save the good ones' },
  undo: { zh: '撤销键入 Ctrl+Z', en: 'Undo Ctrl+Z' },
  discard: { zh: '放弃修改', en: 'Discard' },
  saved: { zh: '已保存 {count} 条', en: 'saved: {count}' },
  savedPartly: {
    zh: '已保存 {count} 条，其余 {rest} 条未保存，原因见标红处',
    en: 'saved: {count}; not saved: {rest}, see the cells in red',
  },
  cut: {
    zh: '粘贴的内容超出本页：{rows} 行、{columns} 列未粘贴；可先翻页或用“导入”',
    en: 'The block was larger than the page: {rows} rows and {columns} columns were left out; turn the page for them, or import a sheet',
  },
  head: { zh: '首行是栏名，未粘贴', en: 'The row with the heads was left out' },
  onlyHead: { zh: '复制的只有栏名，没有内容可粘贴', en: 'Only heads were copied; there is nothing to paste' },
  unread: { zh: '网络中断，未能识别；请重新填写或粘贴此格', en: 'Could not be read, the network was away; type or paste it again' },
  closed: { zh: '其中 {count} 处不能修改，已跳过', en: '{count} cells that cannot be changed were passed over' },
  leave: { zh: '有未保存的修改，确定离开？', en: 'There are unsaved changes. Leave?' },
  theirs: { zh: '他人已改为“{value}”', en: 'changed by somebody else to “{value}”' },
  mine: { zh: '用我的', en: 'Keep mine' },
  takeTheirs: { zh: '用他人的', en: 'Take theirs' },
  none: { zh: '本页没有您可以修改的条目', en: 'There is no entry on this page that you may change' },
  reading: { zh: '正在识别', en: 'reading' },
  row: { zh: '{title}：{message}', en: '{title}: {message}' },
} as const satisfies Texts
