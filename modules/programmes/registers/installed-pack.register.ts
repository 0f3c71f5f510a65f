import { type RowOf, register } from '#engine/define/register.ts'
import { PLAN_READERS, PLANNER } from '../rules/rights.ts'

/** A pack as it was installed: the base that a later version and the province's own changes are both compared with. */
export const installedPack = register({
  name: 'installed_pack',
  title: { zh: '已安装方案包', en: 'Installed packs' },
  basis: '方案包升级采用三方比对：安装时、本省现状、新版本',
  fields: {
    title: { kind: 'text', label: { zh: '名称', en: 'Title' }, required: true, longest: 300, system: true },
    code: { kind: 'text', label: { zh: '编码', en: 'Code' }, required: true, longest: 60, system: true },
    edition: { kind: 'text', label: { zh: '版本', en: 'Version' }, required: true, longest: 20, system: true },
    plan: { kind: 'ref', label: { zh: '方案', en: 'Plan' }, required: true, to: 'plan', system: true },
    document: { kind: 'ref', label: { zh: '文件', en: 'Document' }, required: true, to: 'policy_document', system: true },
    sha256: { kind: 'text', label: { zh: '原文 SHA-256', en: 'SHA-256 of the text' }, required: true, longest: 64, system: true },
    base: { kind: 'json', label: { zh: '安装时的内容', en: 'As installed' }, required: true, system: true },
    conflicts: { kind: 'json', label: { zh: '待定的差异', en: 'Differences to decide' }, system: true },
  },
  createVia: ['programmes.install-pack'],
  initial: 'active',
  states: { active: { label: { zh: '执行中', en: 'In force' }, moves: {}, editable: true, tone: 'good' } },
  moves: {},
  access: { read: PLAN_READERS, create: PLANNER, edit: PLANNER },
  columns: ['title', 'code', 'edition', 'document'],
})

export type InstalledPack = RowOf<typeof installedPack>
