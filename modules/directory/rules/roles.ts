import type { Words } from '#engine/define/words.ts'

/** What a post is for. Rights name roles; a post has exactly one. */
export const roles = {
  planner: { zh: '省级处室经办', en: 'Provincial division clerk' },
  division_head: { zh: '省级处室负责人', en: 'Provincial division head' },
  city_clerk: { zh: '市级经办', en: 'City bureau clerk' },
  city_leader: { zh: '市级分管领导', en: 'City bureau leader' },
  county_clerk: { zh: '县（区）/园区经办', en: 'County or zone clerk' },
  county_leader: { zh: '县（区）/园区分管领导', en: 'County or zone leader' },
  department_clerk: { zh: '省有关部门、高校院所经办', en: 'Clerk of a department or university' },
  applicant: { zh: '申报单位填报人', en: 'Applicant' },
  leader: { zh: '省级分管领导', en: 'Provincial leader' },
  signer: { zh: '签发人（主要领导或受权领导）', en: 'Signer (principal leader or authorised deputy)' },
  auditor: { zh: '审计', en: 'Auditor' },
  secrecy_officer: { zh: '保密员', en: 'Secrecy officer' },
  administrator: { zh: '系统管理', en: 'System administrator' },
} as const satisfies Record<string, Words>

export type Role = keyof typeof roles

/** Who checks and signs for a city, county or zone, or for the division. */
export const OFFICERS = [
  { role: 'division_head' },
  { role: 'city_clerk' },
  { role: 'city_leader' },
  { role: 'county_clerk' },
  { role: 'county_leader' },
] as const

/** Who keeps areas, groups and classifications: whoever installs a pack brings its lists with it. */
export const LIST_EDITORS = { any: [{ role: 'planner' }, { role: 'division_head' }, { role: 'administrator' }] }
