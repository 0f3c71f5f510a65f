import type { Language } from '#engine/define/words.ts'
import { PLAN_SUBJECTS, type PlanComparison, type PlanFinding, type PlanPair, SUBJECT_NAMES } from '#policy-text/index.ts'
import { basisLines, countWords, kindWords, LABELS, missingWords, planWords } from './pair-words.ts'

/** Two plans side by side as an outline in the reader's language: a table for each part, differences first. */
export function plansAsMarkdown(comparison: PlanComparison, language: Language): string {
  const { one, other, pairs, fieldGroups } = comparison
  const groups = fieldGroups.map(
    (group) => `| ${group.scheme[language]} | ${group.title[language]} | ${cell(group.one.join('、'))} | ${cell(group.other.join('、'))} |`,
  )
  const colon = { zh: '：', en: ': ' }[language]
  return `${[
    `# ${LABELS.title[language]}`,
    [
      `- ${LABELS.one[language]}${colon}${planWords(one, language)}`,
      `- ${LABELS.other[language]}${colon}${planWords(other, language)}`,
      ...missingWords(comparison, language).map((words) => `- ${words}`),
    ].join('\n'),
    ...PLAN_SUBJECTS.map((subject) => {
      const own = pairs.filter((pair) => pair.subject === subject)
      const rows = own.map((pair) => rowOf(pair, language))
      const table =
        rows.length > 0 ? [...heads(['verdict', 'one', 'other', 'why'], language), ...rows].join('\n') : LABELS.neither[language]
      return `## ${SUBJECT_NAMES[subject][language]}\n\n${countWords(own, language)}\n\n${table}`
    }),
    ...(groups.length > 0
      ? [`## ${LABELS.groups[language]}\n\n${[...heads(['scheme', 'group', 'one', 'other'], language), ...groups].join('\n')}`]
      : []),
  ].join('\n\n')}\n`
}

function heads(names: readonly (keyof typeof LABELS)[], language: Language): readonly string[] {
  return [`| ${names.map((name) => LABELS[name][language]).join(' | ')} |`, `|${'---|'.repeat(names.length)}`]
}

function rowOf(pair: PlanPair, language: Language): string {
  const why = [pair.why[language], ...basisLines(pair, language)].join('<br>')
  return `| ${kindWords(pair.kind, language)} | ${sideOf(pair.one, language)} | ${sideOf(pair.other, language)} | ${cell(why)} |`
}

function sideOf(finding: PlanFinding | null, language: Language): string {
  if (!finding) return '—'
  const quote = finding.quote === '' ? '' : `<br>“${finding.quote}”`
  return cell(`**${finding.name}** ${finding.says[language]}${quote}`)
}

function cell(words: string): string {
  return words.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, '')
}
