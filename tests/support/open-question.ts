import { register } from '#engine/define/register.ts'

/** A register whose indicator asks a question that plans leave open: are the demonstrations within the headline? */
export const openQuestion = register({
  name: 'scene',
  title: { zh: '测试场景', en: 'Test scenes' },
  basis: '测试',
  area: 'area',
  fields: {
    title: { kind: 'text', label: { zh: '名称', en: 'Name' }, required: true },
    area: { kind: 'area', label: { zh: '属地', en: 'Area' }, required: true },
    model: { kind: 'check', label: { zh: '示范', en: 'Demonstration' } },
  },
  initial: 'published',
  states: { published: { label: { zh: '已公布', en: 'Published' }, moves: {}, editable: true, tone: 'good' } },
  moves: {},
  access: { read: { always: true }, create: { role: 'planner' }, edit: { role: 'planner' } },
  counting: {
    scenes_built: {
      version: 1,
      title: { zh: '开放应用场景', en: 'Scenes opened' },
      unit: { zh: '个', en: 'scenes' },
      measures: { published: { zh: '已公布', en: 'Published' }, models: { zh: '示范', en: 'Demonstrations' } },
      counted: 'published',
      terms: [
        { measure: 'published', when: { field: 'model', is: false }, countsOn: 'createdOn' },
        { measure: 'models', when: { field: 'model', is: true }, countsOn: 'createdOn' },
      ],
      settings: {
        models_within: {
          question: { zh: '示范场景是否计入总数', en: 'Do demonstrations count in the total' },
          basis: { zh: '方案未写明', en: 'the plan does not say' },
          choices: {
            within: { label: { zh: '计入', en: 'Counted' }, plus: ['models'] },
            beside: { label: { zh: '不计入', en: 'Not counted' } },
          },
          standard: 'within',
        },
      },
      parts: { models: { title: { zh: '示范场景', en: 'Demonstrations' }, measures: ['models'] } },
    },
  },
})
