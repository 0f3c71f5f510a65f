import { type RowOf, register } from '#engine/define/register.ts'
import { LIST_EDITORS } from '../rules/roles.ts'

/** Administrative divisions and zones, dated: a code that was abolished keeps its row, so that old figures keep their place. */
export const area = register({
  name: 'area',
  title: { zh: '行政区划与园区', en: 'Areas' },
  basis: 'GB/T 2260；民政部年度县以上行政区划代码；园区为省自定代码',
  fields: {
    code: {
      kind: 'text',
      code: true,
      label: { zh: '代码', en: 'Code' },
      required: true,
      longest: 6,
      pattern: '^\\d{4}[0-9A-Z]{2}$',
      note: { zh: '六位；园区末两位含字母', en: 'six characters; zones have letters in the last two' },
    },
    title: { kind: 'text', label: { zh: '名称', en: 'Name' }, required: true, longest: 60 },
    level: {
      kind: 'choice',
      label: { zh: '层级', en: 'Level' },
      required: true,
      codes: {
        province: { zh: '省', en: 'Province' },
        city: { zh: '设区市', en: 'City' },
        county: { zh: '县（市、区）', en: 'County' },
        zone: { zh: '园区', en: 'Zone' },
      },
    },
    parent: { kind: 'area', label: { zh: '上级', en: 'Parent' }, past: true },
    zoneLevel: {
      kind: 'choice',
      label: { zh: '园区级别', en: 'Rank of the zone' },
      codes: { national: { zh: '国家级', en: 'National' }, provincial: { zh: '省级', en: 'Provincial' } },
    },
    fromOn: { kind: 'day', label: { zh: '生效日期', en: 'Valid from' } },
    untilOn: { kind: 'day', label: { zh: '失效日期', en: 'Valid to' } },
    basis: { kind: 'text', label: { zh: '依据', en: 'Basis' }, longest: 200 },
    tileColumn: {
      kind: 'integer',
      label: { zh: '示意图列', en: 'Column on the tile map' },
      least: 1,
      most: 9,
      note: {
        zh: '设区市在方格示意图上自左数第几列；省的一格为省直',
        en: 'of a city, counted from the left; the square of the province is for its own departments',
      },
    },
    tileRow: {
      kind: 'integer',
      label: { zh: '示意图行', en: 'Row on the tile map' },
      least: 1,
      most: 9,
      note: { zh: '自上数第几行；行列都填才有固定位置', en: 'counted from the top; a fixed place needs both' },
    },
  },
  initial: 'valid',
  states: { valid: { label: { zh: '有效', en: 'Valid' }, moves: {}, editable: true } },
  moves: {},
  access: { read: { always: true }, create: LIST_EDITORS, edit: LIST_EDITORS },
  search: ['title', 'code'],
  columns: ['title', 'code', 'level', 'parent', 'zoneLevel', 'fromOn', 'untilOn'],
  sorts: ['code'],
})

export type Area = RowOf<typeof area>
