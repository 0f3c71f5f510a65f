import { PLAN_SUBJECTS, type PlanComparison, type PlanFinding, type PlanPair, type PlanSubject } from '#policy-text/index.ts'
import { escaped } from '../reading/html.ts'
import { basisLines, countWords, kindWords, missingWords, planWords, SUBJECT_WORDS } from './pair-words.ts'

/** Two plans side by side on one page: nothing fetched, ready to print. */
export function plansAsHtml(comparison: PlanComparison): string {
  const { one, other } = comparison
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>方案对比</title><style>${STYLE}</style></head>
<body><header><h1>方案对比</h1><p>甲：${escaped(planWords(one))}</p><p>乙：${escaped(planWords(other))}</p>
${missingWords(comparison)
  .map((words) => `<p class="note">${escaped(words)}</p>`)
  .join('\n')}</header>
<main>${PLAN_SUBJECTS.map((subject) => partOf(comparison, subject)).join('\n')}
${groupsOf(comparison)}</main>
</body></html>
`
}

function partOf({ pairs }: PlanComparison, subject: PlanSubject): string {
  const own = pairs.filter((pair) => pair.subject === subject)
  const head = `<h2>${SUBJECT_WORDS[subject]}</h2><p class="note">${countWords(own)}</p>`
  if (own.length === 0) return `<section>${head}<p>两份方案都没有。</p></section>`
  return `<section>${head}<table><thead><tr><th class="kind">结论</th><th>甲</th><th>乙</th><th>依据与折算</th></tr></thead>
<tbody>${own.map(rowOf).join('\n')}</tbody></table></section>`
}

function rowOf(pair: PlanPair): string {
  const lines = [pair.why.zh, ...basisLines(pair)].map((line) => `<div>${escaped(line)}</div>`).join('')
  return `<tr class="${pair.kind}"><td>${kindWords(pair.kind)}</td><td>${sideOf(pair.one)}</td><td>${sideOf(pair.other)}</td><td>${lines}</td></tr>`
}

function sideOf(finding: PlanFinding | null): string {
  if (!finding) return '—'
  return `<strong>${escaped(finding.name)}</strong> ${escaped(finding.says.zh)}<blockquote>${escaped(finding.quote)}</blockquote>`
}

function groupsOf({ fieldGroups }: PlanComparison): string {
  if (fieldGroups.length === 0) return ''
  const rows = fieldGroups.map(({ scheme, title, one, other }) => [scheme.zh, title.zh, one.join('、') || '—', other.join('、') || '—'])
  return `<section><h2>领域归类对照</h2><table><thead><tr><th>分类</th><th>类别</th><th>甲</th><th>乙</th></tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map((words) => `<td>${escaped(words)}</td>`).join('')}</tr>`).join('\n')}</tbody></table></section>`
}

const STYLE = `body{max-width:68rem;margin:2rem auto;padding:0 1rem;font:15px/1.7 "Songti SC","SimSun","Noto Serif CJK SC",serif;color:#1d2129}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:1.5rem 0 .3rem}p{margin:.2rem 0}.note{color:#595959}blockquote{margin:.2rem 0 0;padding-left:.5em;border-left:2px solid #d9d9d9;color:#595959;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-size:.85rem;line-height:1.5;table-layout:fixed}.kind{width:4.5em}th,td{border:1px solid #d9d9d9;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
.different td:first-child{font-weight:bold}.same{color:#595959}tr{break-inside:avoid}@media print{body{max-width:none;margin:0;font-size:10pt}}`
