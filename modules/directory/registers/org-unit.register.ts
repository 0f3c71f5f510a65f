import { type RowOf, register } from '#engine/define/register.ts'

export const orgUnit = register({
  name: 'org_unit',
  title: { zh: '单位', en: 'Organisation units' },
  basis: 'GB 32100-2015 统一社会信用代码',
  area: 'area',
  fields: {
    title: { kind: 'text', label: { zh: '单位名称', en: 'Name' }, required: true, longest: 100 },
    uscc: { kind: 'uscc', label: { zh: '统一社会信用代码', en: 'Unified social credit code' } },
    unitType: {
      kind: 'choice',
      label: { zh: '单位类型', en: 'Type' },
      required: true,
      codes: {
        department: { zh: '政府部门', en: 'Government department' },
        zone_committee: { zh: '园区管委会', en: 'Zone committee' },
        enterprise: { zh: '企业', en: 'Enterprise' },
        university: { zh: '高等院校', en: 'University' },
        institute: { zh: '科研院所', en: 'Research institute' },
        agency: { zh: '服务机构', en: 'Service agency' },
      },
    },
    area: { kind: 'area', label: { zh: '属地', en: 'Area' }, required: true },
  },
  initial: 'active',
  states: { active: { label: { zh: '在册', en: 'Active' }, moves: {}, editable: true } },
  moves: {},
  access: {
    read: { always: true },
    create: {
      any: [
        { role: 'administrator' },
        { role: 'planner' },
        { all: [{ any: [{ role: 'city_clerk' }, { role: 'county_clerk' }] }, { withinArea: 'area' }] },
      ],
    },
    edit: { any: [{ role: 'administrator' }, { role: 'planner' }] },
  },
  search: ['title', 'uscc'],
  columns: ['title', 'unitType', 'area', 'uscc'],
  sorts: ['title'],
  likeness: [['title'], ['uscc']],
})

export type OrgUnit = RowOf<typeof orgUnit>
