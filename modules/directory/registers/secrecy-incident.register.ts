import { register } from '#engine/define/register.ts'

const OFFICER = { role: 'secrecy_officer' }

/** Something that was refused for its secrecy mark: who, where, which mark; never its content, nor the name of a file. */
export const secrecyIncident = register({
  name: 'secrecy_incident',
  title: { zh: '涉密拦截记录', en: 'Secrecy incidents' },
  basis: '《保守国家秘密法》：涉密信息不得进入非涉密系统；发现标志即拒收并告知保密员',
  titleField: 'place',
  fields: {
    place: {
      kind: 'text',
      label: { zh: '位置', en: 'Where' },
      required: true,
      note: { zh: '字段名称，或文件名的散列值', en: 'the field, or the hash of the name of the file' },
    },
    part: { kind: 'text', label: { zh: '部位', en: 'Part' } },
    markKind: {
      kind: 'choice',
      label: { zh: '标志', en: 'Mark' },
      required: true,
      codes: {
        top_secret: { zh: '绝密', en: 'Top secret' },
        secret: { zh: '机密', en: 'Secret' },
        confidential: { zh: '秘密', en: 'Confidential' },
        internal: { zh: '内部', en: 'Internal' },
        work_secret: { zh: '工作秘密', en: 'Work secret' },
      },
    },
    person: { kind: 'ref', label: { zh: '人员', en: 'Person' }, required: true, to: 'person' },
    post: { kind: 'ref', label: { zh: '岗位', en: 'Post' }, required: true, to: 'post' },
    request: { kind: 'text', label: { zh: '请求编号', en: 'Request' }, longest: 100 },
  },
  initial: 'open',
  states: {
    open: { label: { zh: '待处置', en: 'To handle' }, moves: { handle: 'handled' }, tone: 'warning' },
    handled: { label: { zh: '已处置', en: 'Handled' }, moves: {}, tone: 'good' },
  },
  moves: { handle: { label: { zh: '登记处置', en: 'Record as handled' }, reason: 'required', next: true, tone: 'main' } },
  access: { read: OFFICER, create: { always: true }, handle: OFFICER },
  createVia: ['directory.note-incident'],
  columns: ['place', 'part', 'markKind', 'person', 'post'],
})
