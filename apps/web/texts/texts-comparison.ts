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
  noTitle: { zh: '（未识别标题）', en: '(no title found)' },
  perPerson: { zh: '人均：{why}', en: 'Per head: {why}' },
  perGdp: { zh: '按 GDP：{why}', en: 'Per GDP: {why}' },
  howTo: {
    zh: '在“统计指标”中建立 resident_population（万人）和 gdp（亿元），录入并确认各地区数据后即可折算。',
    en: 'With the statistical indicators resident_population (万人) and gdp (亿元) and confirmed values for both areas, they are worked out.',
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
