import { type RowOf, register } from '#engine/define/register.ts'
import { OFFICERS } from '../rules/roles.ts'

/** A person of this jurisdiction. The account they sign in with is shared by all jurisdictions and kept elsewhere. */
export const person = register({
  name: 'person',
  title: { zh: '人员', en: 'People' },
  basis: '各单位报备的分管领导、联络员、填报人',
  titleField: 'name',
  fields: {
    name: { kind: 'text', label: { zh: '姓名', en: 'Name' }, required: true, longest: 40 },
    phone: { kind: 'phone', label: { zh: '手机', en: 'Phone' } },
    mail: { kind: 'mail', label: { zh: '电子邮箱', en: 'Mail' } },
  },
  initial: 'active',
  states: { active: { label: { zh: '在册', en: 'Active' }, moves: { resetPassword: 'active', setAddress: 'active' }, editable: true } },
  moves: {
    resetPassword: { label: { zh: '重设密码', en: 'Reset the password' }, reason: 'required', via: ['directory.reset-password'] },
    setAddress: { label: { zh: '本人修改联系方式', en: 'Change one’s own addresses' }, via: ['delivery.choose-address'] },
  },
  access: {
    read: { role: 'administrator' },
    create: { any: [{ role: 'administrator' }, ...OFFICERS] },
    edit: { role: 'administrator' },
    resetPassword: { role: 'administrator' },
    setAddress: { ownPerson: 'id' },
  },
  createVia: ['directory.hand-over', 'installation.seed'],
  search: ['name'],
  columns: ['name', 'phone'],
  sorts: ['name'],
})

export type Person = RowOf<typeof person>
