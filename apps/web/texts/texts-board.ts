import type { Texts } from './words.ts'

/** The board and the map of a list. */
export const boardTexts = {
  by: { zh: '分栏依据', en: 'Columns by' },
  more: { zh: '再看 {count} 条', en: '{count} more' },
  move: { zh: '移动“{title}”', en: 'Move “{title}”' },
  moveShort: { zh: '移动', en: 'Move' },
  none: { zh: '您的岗位对此条目没有可以直接办理的移动', en: 'Your post can make no move on this entry from here' },
  noWay: { zh: '不能由当前状态直接到此', en: 'not to be reached from its state' },
  noRight: { zh: '您的岗位不能移到此处，或由批次统一办理', en: 'not for your post, or done by a batch' },
  noEdit: { zh: '此条目现在不能修改', en: 'this entry cannot be changed now' },
  unfilled: { zh: '未填', en: 'Not filled in' },
  note: {
    zh: '拖动卡片，或用卡片上的“移动”办理；灰色的列到不了，原因写在列首。',
    en: 'Drag a card or use its “Move”; columns it cannot reach are grey and say why.',
  },
  mapNote: {
    zh: '每市一格，按地理方位排列，不是地图；点选即筛选。',
    en: 'One square a city, placed by direction, not a map. Choose one to filter.',
  },
  mapLegend: { zh: '条目数', en: 'Entries' },
  tileUnit: { zh: '条', en: 'entries' },
  noPlaces: { zh: '本台账没有属地，不能按地图查看', en: 'This register has no area and no map' },
  area: { zh: '设区市', en: 'City' },
  count: { zh: '条目', en: 'Entries' },
  province: { zh: '省直及其他', en: 'Province and others' },
  total: { zh: '合计', en: 'Total' },
  mapTitle: { zh: '{place}最多，{count} 条', en: 'Most in {place}: {count}' },
} as const satisfies Texts
