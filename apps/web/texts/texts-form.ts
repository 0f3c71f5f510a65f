import type { Texts, Words } from './words.ts'

export const formTexts = {
  required: { zh: '必填', en: 'Required' },
  needed: { zh: '提交前必填', en: 'Required before handing in' },
  amountUnit: { zh: '万元', en: '×10,000 yuan' },
  amountFault: {
    zh: '应为以万元计的数，如 120 或 120.5，小数最多六位',
    en: 'A number in units of 10,000 yuan, such as 120 or 120.5, at most six decimals',
  },
  yearFault: { zh: '应为四位年份，如 2026', en: 'A year of four digits, such as 2026' },
  numberFault: { zh: '应为数字', en: 'Must be a number' },
  choose: { zh: '请选择', en: 'Choose' },
  search: { zh: '输入名称搜索', en: 'Type to search' },
  nothingFound: { zh: '没有找到，换个说法再试', en: 'Nothing found; try other words' },
  charactersLeft: { zh: '{used} / {most} 字', en: '{used} / {most} characters' },
  phoneChange: { zh: '更改', en: 'Change' },
  phoneKeep: { zh: '保持原值', en: 'Keep as it was' },
  usccWarning: { zh: '校验位不符，请核对（不影响保存）', en: 'The check character does not fit; please check (it can be saved)' },
  addRow: { zh: '添加一行', en: 'Add a row' },
  removeRow: { zh: '删除第 {row} 行', en: 'Remove row {row}' },
  moveUp: { zh: '第 {row} 行上移', en: 'Move row {row} up' },
  moveDown: { zh: '第 {row} 行下移', en: 'Move row {row} down' },
  noRows: { zh: '还没有内容', en: 'Nothing yet' },
  row: { zh: '第 {row} 行', en: 'Row {row}' },
  chooseFiles: { zh: '选择文件', en: 'Choose files' },
  dropFiles: { zh: '或把文件拖到这里（{types}；单个不超过 {size}）', en: 'or drop them here ({types}; up to {size} each)' },
  fileTooLarge: {
    zh: '“{name}”有 {size}，超过 {most}，没有上传。请压缩或拆分后再试。',
    en: '“{name}” is {size}, more than {most}; it was not sent. Please compress or split it.',
  },
  fileWrongType: {
    zh: '“{name}”不是可接受的类型（{types}），没有上传。',
    en: '“{name}” is not of an accepted type ({types}); it was not sent.',
  },
  fileEmpty: { zh: '“{name}”是空文件，没有上传。', en: '“{name}” is empty; it was not sent.' },
  uploading: { zh: '正在上传“{name}” {percent}%', en: 'Uploading “{name}” {percent}%' },
  removeFile: { zh: '移除“{name}”', en: 'Remove “{name}”' },
  faultsTitle: { zh: '有 {count} 处需要改正', en: '{count} things to correct' },
  create: { zh: '新增{register}', en: 'New entry: {register}' },
  save: { zh: '保存', en: 'Save' },
  done: { zh: '完成', en: 'Done' },
  discard: { zh: '放弃这些内容', en: 'Discard it' },
  restored: { zh: '已恢复您 {at} 填写、尚未保存的内容。', en: 'What you typed by {at} and did not save has been restored.' },
  otherDrafts: {
    zh: '您还有 {count} 份开了头、没有保存的草稿',
    en: 'More drafts of yours, begun and not saved: {count}',
  },
  onlyHere: { zh: '只在本机', en: 'on this computer only' },
  untitledDraft: { zh: '（未填名称）', en: '(no name)' },
  writtenElsewhere: { zh: '正在另一窗口中填写', en: 'being written in another window' },
  openDraft: { zh: '继续填写', en: 'Go on' },
  removeDraft: { zh: '删除', en: 'Delete' },
  saved: { zh: '已保存 {at}', en: 'Saved {at}' },
  draftSaved: { zh: '草稿已保存 {at}', en: 'Draft saved {at}' },
  saving: { zh: '正在保存', en: 'Saving' },
  keptHere: { zh: '已存本机 {at}', en: 'Kept on this computer {at}' },
  offline: { zh: '未联网，已留在本机', en: 'Offline, kept on this computer' },
  unkept: { zh: '本机存储已满或被禁用，请尽快保存', en: 'This computer cannot keep the draft; please save soon' },
  refused: { zh: '有内容未通过检查，已存本机', en: 'Something did not pass the checks; kept on this computer' },
  clash: { zh: '别处已修改，等您选择', en: 'Changed elsewhere; waiting for your choice' },
  unchanged: { zh: '没有改动', en: 'No changes' },
  before: { zh: '原来的', en: 'Before' },
  goOn: { zh: '按所选继续保存', en: 'Save as chosen' },
  sections: { zh: '分节', en: 'Sections' },
  otherSection: { zh: '其他', en: 'Other' },
  notEditable: { zh: '这一条目现在不能修改', en: 'This entry cannot be changed now' },
  notEditableNote: {
    zh: '可能因为所处状态，或您现在的岗位没有修改权限。',
    en: 'Because of its state, or because your present post has no right to.',
  },
  pastReadOnly: {
    zh: '正在查看过去的某一天，不能填写。请先回到今天。',
    en: 'You are looking at a day in the past; nothing can be typed. Go back to today first.',
  },
} as const satisfies Texts

/** What is said of two values of one field. */
export type ClashTexts = Readonly<Record<'title' | 'note' | 'mine' | 'theirs' | 'allMine' | 'allTheirs', Words>>

export const entryClashTexts = {
  title: { zh: '在您编辑时，他人也修改了这一条目', en: 'Somebody else changed this entry while you were editing' },
  note: {
    zh: '下列内容两边都改过，请逐项选择。只有一方改过的内容已自动合并。',
    en: 'Both of you changed what follows; choose one by one. What only one changed has been merged.',
  },
  mine: { zh: '我填的', en: 'Mine' },
  theirs: { zh: '对方填的', en: 'Theirs' },
  allMine: { zh: '全部用我填的', en: 'Take all of mine' },
  allTheirs: { zh: '全部用对方填的', en: 'Take all of theirs' },
} as const satisfies ClashTexts

export const draftClashTexts = {
  title: { zh: '您在另一个窗口或另一台电脑上也改过这份草稿', en: 'You changed this draft in another window or on another computer, too' },
  note: {
    zh: '下列内容两边填得不同，请逐项选择。只有一边改过的内容已自动合并。',
    en: 'What follows differs; choose one by one. What was changed in one place only has been merged.',
  },
  mine: { zh: '这里填的', en: 'Typed here' },
  theirs: { zh: '别处填的', en: 'Typed elsewhere' },
  allMine: { zh: '全部用这里的', en: 'Take all from here' },
  allTheirs: { zh: '全部用别处的', en: 'Take all from elsewhere' },
} as const satisfies ClashTexts
