import type { Language } from '#engine/define/words.ts'
import { PLAN_SUBJECTS, type PlanComparison, type PlanFinding, type PlanPair, type PlanSubject, SUBJECT_NAMES } from '#policy-text/index.ts'
import { escaped } from '../reading/html.ts'
import { basisLines, countWords, kindWords, LABELS, missingWords, planWords } from './pair-words.ts'

/** Two plans side by side on one page in the reader's language: nothing fetched, ready to print. */
export function plansAsHtml(comparison: PlanComparison, language: Language): string {
  const { one, other } = comparison
  const side = (name: 'one' | 'other') =>
    `<p>${LABELS[name][language]}${COLON[language]}${escaped(planWords({ one, other }[name], language))}</p>`
  return `<!doctype html>
<html lang="${{ zh: 'zh-CN', en: 'en' }[language]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${LABELS.title[language]}</title><style>${STYLE}</style></head>
<body><header><h1>${LABELS.title[language]}</h1>${side('one')}${side('other')}
${missingWords(comparison, language)
  .map((words) => `<p class="note">${escaped(words)}</p>`)
  .join('\n')}</header>
<main>${PLAN_SUBJECTS.map((subject) => partOf(comparison, subject, language)).join('\n')}
${groupsOf(comparison, language)}</main>
</body></html>
`
}

const COLON = { zh: '：', en: ': ' } as const

function heads(names: readonly (keyof typeof LABELS)[], language: Language): string {
  return `<thead><tr>${names.map((name) => `<th class="${name}">${LABELS[name][language]}</th>`).join('')}</tr></thead>`
}

function partOf({ pairs }: PlanComparison, subject: PlanSubject, language: Language): string {
  const own = pairs.filter((pair) => pair.subject === subject)
  const head = `<h2>${SUBJECT_NAMES[subject][language]}</h2><p class="note">${countWords(own, language)}</p>`
  if (own.length === 0) return `<section>${head}<p>${LABELS.neither[language]}</p></section>`
  return `<section>${head}<table>${heads(['verdict', 'one', 'other', 'why'], language)}
<tbody>${own.map((pair) => rowOf(pair, language)).join('\n')}</tbody></table></section>`
}

function rowOf(pair: PlanPair, language: Language): string {
  const lines = [pair.why[language], ...basisLines(pair, language)].map((line) => `<div>${escaped(line)}</div>`).join('')
  const cells = [kindWords(pair.kind, language), sideOf(pair.one, language), sideOf(pair.other, language), lines]
  return `<tr class="${pair.kind}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}

function sideOf(finding: PlanFinding | null, language: Language): string {
  if (!finding) return '—'
  const quote = finding.quote === '' ? '' : `<blockquote lang="zh">${escaped(finding.quote)}</blockquote>`
  return `<strong>${escaped(finding.name)}</strong> ${escaped(finding.says[language])}${quote}`
}

function groupsOf({ fieldGroups }: PlanComparison, language: Language): string {
  if (fieldGroups.length === 0) return ''
  const rows = fieldGroups.map(({ scheme, title, one, other }) => [
    scheme[language],
    title[language],
    one.join('、') || '—',
    other.join('、') || '—',
  ])
  return `<section><h2>${LABELS.groups[language]}</h2><table>${heads(['scheme', 'group', 'one', 'other'], language)}
<tbody>${rows.map((row) => `<tr>${row.map((words) => `<td>${escaped(words)}</td>`).join('')}</tr>`).join('\n')}</tbody></table></section>`
}

const STYLE = `body{max-width:68rem;margin:2rem auto;padding:0 1rem;font:15px/1.7 "Songti SC","SimSun","Noto Serif CJK SC",serif;color:#1d2129}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:1.5rem 0 .3rem}p{margin:.2rem 0}.note{color:#595959}blockquote{margin:.2rem 0 0;padding-left:.5em;border-left:2px solid #d9d9d9;color:#595959;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-size:.85rem;line-height:1.5;table-layout:fixed}.verdict{width:5.5em}th,td{border:1px solid #d9d9d9;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
.different td:first-child{font-weight:bold}.same{color:#595959}tr{break-inside:avoid}@media print{body{max-width:none;margin:0;font-size:10pt}}`
