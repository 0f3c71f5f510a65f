import type { ActionClass } from '#policy-text/index.ts'

/** The words of a title that tell what sort of work a measure is (domain rules 9.5), in the order in which they are looked for. */
const VERBS = {
  build: ['建设', '布局', '组建', '创建', '争创', '搭建', '打造', '新建'],
  research: ['攻关', '突破', '研发', '研制', '攻克', '研究'],
  cultivate: ['培育', '遴选', '筛选', '壮大', '培养', '培强'],
  attract: ['引进', '招引', '吸引', '招商'],
  formulate: ['编制', '制定', '出台', '修订'],
  fund: ['资金', '投入', '基金', '贴息', '补贴', '奖励', '金融', '融资'],
  transfer: ['转化', '推广', '对接', '示范', '应用'],
  share: ['开放', '共享', '发布清单', '合作'],
  mechanism: ['机制', '健全', '探索', '推行', '试点', '改革'],
  monitor: ['监测', '评估', '考核', '督查', '通报'],
  coordinate: ['加强领导', '组织领导', '统筹', '协调', '联动', '组织推进'],
  publicise: ['宣传', '舆论', '科普'],
} as const satisfies Record<ActionClass, readonly string[]>

/** The class of the verb that comes first in a heading; of the text only what its title says counts. */
export function actionClassOf(title: string): ActionClass | null {
  const found = Object.entries(VERBS)
    .flatMap(([code, verbs]) => verbs.map((verb) => ({ code: code as ActionClass, at: title.indexOf(verb) })))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
  return found[0]?.code ?? null
}
