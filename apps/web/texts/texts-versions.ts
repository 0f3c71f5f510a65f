import type { VersionChange } from '#contract/versions.ts'
import type { Texts, Words } from './words.ts'

export const versionTexts = {
  title: { zh: '新旧版本对比', en: 'Old and new version' },
  note: { zh: '旧版：{before}；新版：{after}', en: 'Old: {before}; new: {after}' },
  dated: { zh: '{title}（{facts}）', en: '{title} ({facts})' },
  newVersion: { zh: '上传新版本', en: 'Upload a new version' },
  uploadTitle: { zh: '上传方案新版本', en: 'Upload a new version of the plan' },
  uploadNote: {
    zh: '读取后先核对条目，再与现行版本逐条对比；采用之前，执行中的目标和任务不变。',
    en: 'First its items are checked, then it is compared with the version in force; targets and tasks stay as they are until you adopt it.',
  },
  compare: { zh: '对比并采用', en: 'Compare and adopt' },
  toItems: { zh: '核对新版条目', en: 'Check the items' },
  unchecked: { zh: '新版还有 {count} 条未核对', en: '{count} items of the new version are not checked yet' },
  isSuperseded: {
    zh: '这份文件已由新版本取代，方案按新版本执行。',
    en: 'A new version has taken the place of this document; the plan runs by it.',
  },
  adopted: { zh: '这一版本已经采用。', en: 'This version has been adopted.' },
  toProgramme: { zh: '方案执行', en: 'Programme' },
  effects: { zh: '对执行中方案的影响', en: 'What it changes in the running programme' },
  effectsNote: {
    zh: '逐项决定是否采用；不采用的照旧执行。另有 {unchanged} 项不变。以前各日的数字和目标不受影响。',
    en: 'Decide on each; what is left runs on as it is. {unchanged} more stay the same. Figures and targets of earlier days stay.',
  },
  noEffects: { zh: '新版本不改变执行中的目标、任务和清单。', en: 'The new version changes no target, task or list.' },
  change: { zh: '变动', en: 'Change' },
  what: { zh: '内容', en: 'What' },
  before: { zh: '原为', en: 'Was' },
  after: { zh: '改为', en: 'Becomes' },
  decision: { zh: '决定', en: 'Decision' },
  apply: { zh: '采用', en: 'Apply' },
  leave: { zh: '不采用', en: 'Leave' },
  applyRest: { zh: '其余全部采用', en: 'Apply all others' },
  undecided: { zh: '还有 {count} 处未决定', en: '{count} still to decide' },
  reason: {
    zh: '补充说明（记入历史，文件名称和文号自动记入）',
    en: 'Remark (kept in the history beside title and number of the document)',
  },
  adopt: { zh: '采用新版本', en: 'Adopt the new version' },
  clauses: { zh: '条款对比', en: 'Clause by clause' },
  counts: {
    zh: '新增 {added} 条，删去 {removed} 条，修改 {changed} 条，移动 {moved} 条，未变 {same} 条',
    en: '{added} added, {removed} removed, {changed} changed, {moved} moved, {same} unchanged',
  },
  noText: {
    zh: '旧版没有原文（由方案包安装），只能对比目标和任务。',
    en: 'The old version has no text (it came in a pack); only targets and tasks are compared.',
  },
  inline: { zh: '合并显示', en: 'In one' },
  beside: { zh: '左右对照', en: 'Side by side' },
  onlyChanged: { zh: '只看变动', en: 'Changes only' },
  everything: { zh: '全部条款', en: 'All clauses' },
  noClauses: { zh: '条款没有变动。', en: 'No clause has changed.' },
  preamble: { zh: '正文之前', en: 'Before the first heading' },
  moved: { zh: '移动', en: 'Moved' },
  from: { zh: '原编号 {number}', en: 'was {number}' },
  old: { zh: '旧版', en: 'Old' },
  next: { zh: '新版', en: 'New' },
} as const satisfies Texts

export const clauseKindTexts: Readonly<Record<'same' | 'changed' | 'added' | 'removed', Words>> = {
  same: { zh: '未变', en: 'Unchanged' },
  changed: { zh: '修改', en: 'Changed' },
  added: { zh: '新增', en: 'Added' },
  removed: { zh: '删去', en: 'Removed' },
}

export const subjectTexts: Readonly<Record<VersionChange['subject'], Words>> = {
  target: { zh: '目标', en: 'Target' },
  task: { zh: '任务', en: 'Task' },
  list: { zh: '清单', en: 'List' },
}

export const changeTexts: Readonly<Record<VersionChange['changes'][number] | 'dropped' | 'new', Words>> = {
  dropped: { zh: '移出方案', en: 'Taken out' },
  new: { zh: '新增', en: 'New' },
  raised: { zh: '提高', en: 'Raised' },
  lowered: { zh: '降低', en: 'Lowered' },
  later: { zh: '期限推后', en: 'Later' },
  earlier: { zh: '期限提前', en: 'Earlier' },
  unit: { zh: '单位改变', en: 'Other unit' },
  comparator: { zh: '比较词改变', en: 'Other comparator' },
  deadline: { zh: '期限改变', en: 'Other deadline' },
  value: { zh: '数值改变', en: 'Other value' },
  lead: { zh: '牵头单位改变', en: 'Other lead' },
  support: { zh: '配合单位改变', en: 'Other support' },
  due: { zh: '完成年改变', en: 'Other due year' },
  title: { zh: '名称改变', en: 'Renamed' },
}
