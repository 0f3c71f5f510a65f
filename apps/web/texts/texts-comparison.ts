import type { PlanComparison, PlanPair } from '#policy-text/index.ts'
import type { Texts, Words } from './words.ts'

export const comparisonTexts = {
  title: { zh: '方案对比', en: 'Compare plans' },
  note: {
    zh: '两个地区或部门的方案并列对比：同名指标换算后比，领域、举措、责任、清单、政策逐项配对。拿不准的只列出，不替您判断；结果不保存。',
    en: 'Two plans side by side: targets of one metric on bases that compare; fields, measures, duties, lists and benefits matched. What is doubtful is offered, never decided; nothing is kept.',
  },
  one: { zh: '甲', en: 'A' },
  other: { zh: '乙', en: 'B' },
  choose: { zh: '选择本系统的方案', en: 'Choose a plan of the product' },
  noPlans: { zh: '没有可选的方案，请上传文件', en: 'There is no plan to choose; upload a file' },
  upload: { zh: '或上传 Word、PDF、网页、文本，{size} 以内', en: 'or upload Word, PDF, a web page or text, up to {size}' },
  uploaded: { zh: '已选文件：{name}', en: 'File: {name}' },
  remove: { zh: '换一份', en: 'Choose another' },
  swap: { zh: '甲乙互换', en: 'Swap' },
  waiting: { zh: '请选好两份方案', en: 'Choose both plans' },
  waitingNote: { zh: '选好后自动对比，一般几秒钟。', en: 'They are compared as soon as both are chosen, usually within seconds.' },
  working: { zh: '正在读取并对比…', en: 'Reading and comparing …' },
  exportSheet: { zh: '导出表格', en: 'Export as a workbook' },
  exportPage: { zh: '导出网页', en: 'Export as a web page' },
  years: { zh: '规划期 {from}—{to}', en: 'period {from}–{to}' },
  area: { zh: '地区 {area}', en: 'area {area}' },
  chooseArea: { zh: '方案所属地区', en: 'Area of the plan' },
  areaAsRead: { zh: '所属地区：按发文机关识别，可另选', en: 'Area: as its issuer says; choose another one' },
  typeArea: { zh: '名录中没有这个地区？填写人口和生产总值', en: 'Area not in the list? Type its population and GDP' },
  typedArea: {
    zh: '地区：{area}（手填，{year} 年，常住人口 {population} 万人，地区生产总值 {gdp} 亿元）',
    en: 'Area: {area} (typed, {year}: population {population} ten thousand, GDP {gdp} hundred million yuan)',
  },
  retypeArea: { zh: '修改', en: 'Change' },
  untypeArea: { zh: '取消手填', en: 'Do not use it' },
  areaName: { zh: '地区名称', en: 'Name of the area' },
  sizeYear: { zh: '年份', en: 'Year' },
  population: { zh: '常住人口', en: 'Resident population' },
  gdp: { zh: '地区生产总值', en: 'Gross regional product' },
  populationUnit: { zh: '万人', en: '10,000 people' },
  gdpUnit: { zh: '亿元', en: '100 million yuan' },
  sizeNote: {
    zh: '只用于这次对比，不进入统计数据；两份方案须有同一年份的数据才折算。结果中注明“手填”。',
    en: 'Used for this comparison only and kept nowhere; both plans need figures of one year. The result says “手填” (typed).',
  },
  sizeMissing: { zh: '请填写名称、年份，以及人口或生产总值', en: 'Give the name, the year, and the population or the GDP' },
  takeSize: { zh: '用于折算', en: 'Use it' },
  cancel: { zh: '取消', en: 'Cancel' },
  noText: {
    zh: '没有原文，按系统中的目标、任务、清单、领域、政策条目对比',
    en: 'Without its text: compared by the targets, tasks, lists, fields and benefits kept',
  },
  noClause: { zh: '这份方案没有原文，只有条目的摘录。', en: 'This plan has no text here; only the excerpt of the entry is known.' },
  noExcerpt: { zh: '（条目没有摘录）', en: '(the entry has no excerpt)' },
  noTitle: { zh: '（未识别标题）', en: '(no title found)' },
  perPerson: { zh: '人均：{why}', en: 'Per head: {why}' },
  perGdp: { zh: '按 GDP：{why}', en: 'Per GDP: {why}' },
  howTo: {
    zh: '在上方选择或填写两份方案的地区即可折算；名录中的地区取“统计数据”里 resident_population（万人）和 gdp（亿元）的已确认数值。',
    en: 'Choose or type the area of both plans above. For areas of the list, confirmed values of the statistical indicators resident_population (万人) and gdp (亿元) are taken.',
  },
  all: { zh: '全部', en: 'All' },
  verdict: { zh: '结论', en: 'Verdict' },
  why: { zh: '依据与折算', en: 'Why, and the arithmetic' },
  nothing: { zh: '两份方案都没有这一类内容。', en: 'Neither plan has any.' },
  nothingOfKind: { zh: '没有这种结论的内容。', en: 'None turned out like this.' },
  more: { zh: '再显示 {count} 条', en: 'Show {count} more' },
  openQuote: { zh: '看原文：{name}', en: 'See the text: {name}' },
  clause: { zh: '原文条款', en: 'The clause' },
  preamble: { zh: '正文之前', en: 'Before the first heading' },
  groups: { zh: '按公布的分类对照', en: 'By published classifications' },
  group: { zh: '类别', en: 'Class' },
  lacking: { zh: '—', en: '—' },
} as const satisfies Texts

export const pairKindTexts: Readonly<Record<PlanPair['kind'], Words>> = {
  different: { zh: '不同', en: 'Different' },
  offered: { zh: '待判断', en: 'To judge' },
  only_one: { zh: '仅甲有', en: 'Only A' },
  only_other: { zh: '仅乙有', en: 'Only B' },
  same: { zh: '相同', en: 'Same' },
}

export const subjectTexts: Readonly<Record<PlanPair['subject'], Words>> = {
  target: { zh: '目标', en: 'Targets' },
  field: { zh: '领域', en: 'Fields' },
  measure: { zh: '举措', en: 'Measures' },
  duty: { zh: '责任单位', en: 'Offices' },
  register: { zh: '清单平台', en: 'Lists' },
  instrument: { zh: '支持政策', en: 'Benefits' },
}

export const basisTexts: Readonly<Record<PlanComparison['pairs'][number]['bases'][number]['basis'], Words>> = {
  as_stated: { zh: '原数', en: 'As stated' },
  per_year: { zh: '年均', en: 'Per year' },
  per_person: { zh: '人均', en: 'Per head' },
  per_gdp: { zh: '按 GDP', en: 'Per GDP' },
}
