import { PLAN_SUBJECTS, type PlanComparison, type PlanFinding, type PlanPair } from '#policy-text/index.ts'
import { basisLines, countWords, kindWords, missingWords, planWords, SUBJECT_WORDS } from './pair-words.ts'

/** Two plans side by side as an outline: a table for each part, differences first. */
export function plansAsMarkdown(comparison: PlanComparison): string {
  const { one, other, pairs, fieldGroups } = comparison
  const groups = fieldGroups.map(
    (group) => `| ${group.scheme.zh} | ${group.title.zh} | ${cell(group.one.join('、'))} | ${cell(group.other.join('、'))} |`,
  )
  return `${[
    '# 方案对比',
    [`- 甲：${planWords(one)}`, `- 乙：${planWords(other)}`, ...missingWords(comparison).map((words) => `- ${words}`)].join('\n'),
    ...PLAN_SUBJECTS.map((subject) => {
      const own = pairs.filter((pair) => pair.subject === subject)
      const rows = own.map(rowOf)
      const table = rows.length > 0 ? ['| 结论 | 甲 | 乙 | 依据与折算 |', '|---|---|---|---|', ...rows].join('\n') : '两份方案都没有。'
      return `## ${SUBJECT_WORDS[subject]}\n\n${countWords(own)}\n\n${table}`
    }),
    ...(groups.length > 0 ? [`## 领域归类对照\n\n${['| 分类 | 类别 | 甲 | 乙 |', '|---|---|---|---|', ...groups].join('\n')}`] : []),
  ].join('\n\n')}\n`
}

function rowOf(pair: PlanPair): string {
  const why = [pair.why.zh, ...basisLines(pair)].join('<br>')
  return `| ${kindWords(pair.kind)} | ${sideOf(pair.one)} | ${sideOf(pair.other)} | ${cell(why)} |`
}

function sideOf(finding: PlanFinding | null): string {
  return finding ? cell(`**${finding.name}** ${finding.says.zh}<br>“${finding.quote}”`) : '—'
}

function cell(words: string): string {
  return words.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, '')
}
