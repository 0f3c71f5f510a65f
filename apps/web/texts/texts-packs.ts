import type { Texts } from './words.ts'

export const packTexts = {
  title: { zh: '方案包', en: 'Packs' },
  note: {
    zh: '方案包把一份方案的目标、任务、清单和名单作为数据带来，不含原文；安装后与在本省核对确认的方案一样执行。',
    en: 'A pack brings the targets, tasks and lists of a plan as data, without its text; once installed it runs like a plan confirmed here.',
  },
  installed: { zh: '已安装', en: 'Installed' },
  noneInstalled: { zh: '还没有安装方案包', en: 'No pack is installed' },
  noneInstalledNote: { zh: '从下面程序自带的方案包中选择安装。', en: 'Choose one of those that come with the program, below.' },
  shipped: { zh: '程序自带', en: 'Come with the program' },
  noneShipped: { zh: '程序没有自带方案包', en: 'No pack comes with the program' },
  pack: { zh: '方案包', en: 'Pack' },
  version: { zh: '版本', en: 'Version' },
  source: { zh: '依据文件', en: 'Source document' },
  sha256: { zh: '原文 SHA-256', en: 'SHA-256 of the text' },
  text: { zh: '原文', en: 'Text' },
  hasText: { zh: '已上传', en: 'Uploaded' },
  noText: { zh: '未上传，去补传', en: 'Not uploaded; add it' },
  open: { zh: '待定差异', en: 'To decide' },
  standing: { zh: '状态', en: 'State' },
  install: { zh: '安装', en: 'Install' },
  upgrade: { zh: '升级', en: 'Upgrade' },
  installTitle: { zh: '安装方案包：{title}，{version} 版', en: 'Install “{title}”, version {version}' },
  upgradeTitle: { zh: '升级方案包：{title}，至 {version} 版', en: 'Upgrade “{title}” to version {version}' },
  installNote: {
    zh: '将新增下列内容；本省已有的保持不变。安装后目标从现在起计数。',
    en: 'This will be made; what the province has already stays as it is. The targets count from now on.',
  },
  upgradeNote: {
    zh: '从 {from} 版升级：本省没有改过的随新版更新，本省改过的保持不变，与新版不同的列为待定，升级后逐项决定。',
    en: 'From version {from}: what the province left as it was follows, what it changed stays; where the two differ you decide one by one afterwards.',
  },
  nothing: { zh: '内容与现状相同，只更新版本号。', en: 'Nothing differs; only the version changes.' },
  kind: { zh: '内容', en: 'Content' },
  add: { zh: '新增', en: 'New' },
  kept: { zh: '已有', en: 'There already' },
  changed: { zh: '更新', en: 'Changed' },
  takenOut: { zh: '移出', en: 'Taken out' },
  wouldDecide: { zh: '升级后待定的差异', en: 'Left to decide' },
  left: {
    zh: '{count} 项任务已报完成或已销号，新版有改动但不再变更，保留办结时的内容：',
    en: '{count} tasks were reported done or closed; the new version has them otherwise, and they stay as they were done:',
  },
  broken: {
    zh: '报告模板引用了本系统没有的指标，不能安装；请先修改方案包中的模板',
    en: 'Report templates ask for figures that are not there; change the templates in the pack before installing it',
  },
  uncounted: {
    zh: '尚无台账计数的指标：{codes}。其目标照列，暂不计数。',
    en: 'No register counts: {codes}. Their targets stand, uncounted.',
  },
  done: {
    zh: '完成：新增 {added}，保留原有 {kept}，更新 {changed}，移出 {takenOut}，待定 {conflicts}。',
    en: 'Done: {added} new, {kept} kept, {changed} changed, {takenOut} taken out, {conflicts} to decide.',
  },
  faulty: { zh: '方案包 {folder} 有误，不能安装：', en: 'The pack {folder} has faults and cannot be installed:' },
} as const satisfies Texts

export const packStandingTexts = {
  new: { zh: '未安装', en: 'Not installed' },
  installed: { zh: '已安装', en: 'Installed' },
  newer: { zh: '可升级', en: 'Upgrade' },
  older: { zh: '低于已安装的版本', en: 'Older than the installed' },
  other_source: { zh: '依据的原文不同', en: 'Of another text' },
} as const satisfies Texts

export const packProposalTexts = {
  title: { zh: '待决定的建议', en: 'Proposals to decide on' },
  note: {
    zh: '方案要求建立、系统尚无的台账，和方案写明的支持政策。不自动生效，逐条决定；共 {total} 条，待决定 {open} 条。采纳的台账由实施人员按定义文件加入系统；支持政策采纳后仍可在台账中查看，系统不据此拨付。',
    en: 'Registers that the plan asks for and the product does not have, and benefits that it lays down. None takes effect by itself; decide on each. {open} of {total} are open. An accepted register is built in from its definition by whoever maintains the system; nothing is paid by an accepted benefit.',
  },
  what: { zh: '建议', en: 'Proposal' },
  words: { zh: '内容', en: 'Content' },
  state: { zh: '状态', en: 'State' },
  register: { zh: '新台账', en: 'A new register' },
  instrument: { zh: '支持政策', en: 'A benefit' },
  accept: { zh: '采纳', en: 'Accept' },
  decline: { zh: '不采纳', en: 'Decline' },
  download: { zh: '下载定义', en: 'Download the definition' },
} as const satisfies Texts

export const packProposalStates = {
  proposed: { zh: '待决定', en: 'To be decided' },
  accepted: { zh: '已采纳', en: 'Accepted' },
  declined: { zh: '不采纳', en: 'Declined' },
} as const satisfies Texts
