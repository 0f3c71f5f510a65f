import type { Texts } from './words.ts'

export const planTexts = {
  plans: { zh: '方案原文', en: 'Plan texts' },
  plansNote: {
    zh: '上传方案原文，核对读出的目标、责任与清单，确认后开始计数。',
    en: 'Upload a plan, check what was read from it, confirm, and it starts counting.',
  },
  plansEmpty: { zh: '还没有方案', en: 'No plan yet' },
  upload: { zh: '上传方案', en: 'Upload a plan' },
  documentTitle: { zh: '文件', en: 'Document' },
  documentNo: { zh: '发文字号', en: 'Number' },
  issuers: { zh: '发文机关', en: 'Issued by' },
  documentDate: { zh: '成文日期', en: 'Signed on' },
  state: { zh: '状态', en: 'State' },
  uploadTitle: { zh: '上传方案原文', en: 'Upload the text of a plan' },
  uploadNote: {
    zh: 'Word 文档（.docx）、有文字层的 PDF、纯文本（.txt）或网页（.html）。系统读出其中的目标、责任分工、清单与标题，由您逐条核对。',
    en: 'A Word document (.docx), a PDF with a text layer, plain text (.txt) or a web page (.html). Lantu reads its targets, duties, lists and headings; you check each of them.',
  },
  dropText: { zh: '或把文件拖到这里（不超过 {size}）', en: 'or drop the file here (up to {size})' },
  sending: { zh: '正在上传“{name}” {percent}%', en: 'Uploading “{name}” {percent}%' },
  reading: { zh: '正在读取“{name}”中的目标与责任…', en: 'Reading targets and duties from “{name}”…' },
  wordOrPdf: {
    zh: '“{name}”不是 .docx、.pdf、.txt 或 .html 文件。请在 Word 或 WPS 中“另存为”.docx 或纯文本（.txt）后再上传。',
    en: '“{name}” is no .docx, .pdf, .txt or .html file. Save it as .docx or plain text (.txt) in Word or WPS first.',
  },
  emptyFile: { zh: '“{name}”是空文件，里面没有文字。请检查后重新选择。', en: '“{name}” is empty. Please check and choose again.' },
  tooLarge: {
    zh: '“{name}”有 {size}，超过 {most}。方案原文通常不到 1 MB，请检查是否选错文件。',
    en: '“{name}” is {size}, more than {most}. Plans are seldom over 1 MB; is it the right file?',
  },
  read: { zh: '读出 {items} 处，编码 {encoding}', en: '{items} items found, encoding {encoding}' },
  noItems: { zh: '没有读出任何目标、责任或清单，可能不是方案文件。', en: 'No target, duty or list was found; perhaps this is not a plan.' },
  openAnyway: { zh: '查看原文', en: 'Open the text' },
  target: { zh: '目标', en: 'Targets' },
  duty: { zh: '责任', en: 'Duties' },
  list: { zh: '清单', en: 'Lists' },
  heading: { zh: '标题', en: 'Headings' },
  text: { zh: '原文', en: 'Text' },
  items: { zh: '条目', en: 'Items' },
  progress: { zh: '已核 {done} / {total}', en: 'Checked {done} / {total}' },
  checked: { zh: '已核', en: 'Checked' },
  edited: { zh: '已修改', en: 'Edited' },
  removed: { zh: '已剔除', en: 'Removed' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  edit: { zh: '修改', en: 'Edit' },
  remove: { zh: '剔除', en: 'Remove' },
  restore: { zh: '恢复', en: 'Restore' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  under: { zh: '所在：{quote}', en: 'Under: {quote}' },
  deadlineYear: { zh: '截止 {deadline}', en: 'by {deadline}' },
  inherited: { zh: '（承上文）', en: ' (inherited)' },
  indicator: { zh: '计数指标', en: 'Counted indicator' },
  noIndicator: { zh: '台账不计数', en: 'Counted by no register' },
  proposedBecause: { zh: '建议理由：{why}', en: 'Proposed because: {why}' },
  confirm: { zh: '确认方案', en: 'Confirm the plan' },
  confirmTitle: { zh: '确认方案并开始计数', en: 'Confirm the plan and start counting' },
  confirmSummary: {
    zh: '将建立 {targets} 个目标，其中 {counted} 个由条目自动计数；已剔除 {removed} 处。',
    en: '{targets} targets will be made, {counted} of them counted from entries; {removed} items are left out.',
  },
  confirmUnchecked: { zh: '还有 {count} 处没有核对。', en: '{count} items have not been checked.' },
  confirmOnce: {
    zh: '确认后原文条目不能再改，目标从现在起计数。',
    en: 'After confirming the items cannot be changed, and the targets count from now on.',
  },
  confirmCounted: { zh: '自动计数的目标', en: 'Targets that count themselves' },
  isConfirmed: { zh: '方案已确认，目标在“目标”页查看。', en: 'The plan is confirmed; see its targets.' },
  readOnly: { zh: '您现在的岗位可以查看，不能修改。', en: 'Your present post may look, not change.' },
  splitter: { zh: '调整原文与条目的宽度', en: 'Widths of text and items' },
  targets: { zh: '目标', en: 'Targets' },
  targetsNote: {
    zh: '来自已确认的方案；有计数指标的由已公布的条目自动计数。',
    en: 'From confirmed plans; those with an indicator count themselves from published entries.',
  },
  targetsEmpty: { zh: '还没有目标', en: 'No targets yet' },
  targetsEmptyNote: {
    zh: '上传方案、核对并确认后，目标会列在这里。',
    en: 'Upload, check and confirm a plan; its targets will be listed here.',
  },
  metric: { zh: '指标', en: 'Metric' },
  value: { zh: '目标值', en: 'Value' },
  deadline: { zh: '截止年', en: 'By' },
  figure: { zh: '数字', en: 'Figure' },
  seeFigure: { zh: '看进展', en: 'See progress' },
  notCounted: { zh: '不自动计数', en: 'Not counted' },
  clause: { zh: '原文条款', en: 'Clause' },
  seeClause: { zh: '查看', en: 'See' },
} as const satisfies Texts

/** Before what stands in place of a number. */
export const benchmarkTexts = {
  above: { zh: '高于', en: 'above' },
  notBelow: { zh: '不低于', en: 'not below' },
} as const satisfies Texts

/** What the reader's comparators are called. */
export const comparatorTexts = {
  equal: { zh: '', en: '' },
  at_least: { zh: '不少于', en: 'at least ' },
  more_than: { zh: '超过', en: 'more than ' },
  at_most: { zh: '不超过', en: 'at most ' },
  less_than: { zh: '少于', en: 'less than ' },
  about: { zh: '约', en: 'about ' },
  between: { zh: '', en: '' },
} as const satisfies Texts

/** The same, as choices of a form. */
export const comparatorNames = {
  equal: { zh: '等于', en: 'equal to' },
  at_least: { zh: '不少于', en: 'at least' },
  more_than: { zh: '超过', en: 'more than' },
  at_most: { zh: '不超过', en: 'at most' },
  less_than: { zh: '少于', en: 'less than' },
  about: { zh: '约', en: 'about' },
  between: { zh: '介于', en: 'between' },
} as const satisfies Texts

/** Whether a target is for every year or for all of them together. */
export const spanNames = {
  per_year: { zh: '每年', en: 'each year' },
  cumulative: { zh: '累计', en: 'in all' },
} as const satisfies Texts
