import { escaped } from '#apps/api/reading/html.ts'
import type { ClauseChange, VersionDifference, WordPiece } from '#policy-text/index.ts'
import { clauseTitle, clauseWords, isDifferent, summaryWords, targetWords, valueWords } from './version-words.ts'

/** The difference on one page: nothing fetched, ready to print; unchanged clauses by their titles only. */
export function versionsAsHtml(difference: VersionDifference): string {
  const title = escaped(difference.after.title ?? '未识别标题')
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}：新旧版本对比</title><style>${STYLE}</style></head>
<body><header><h1>${title}：新旧版本对比</h1><p>${escaped(summaryWords(difference))}</p>
<p class="legend"><ins>新增的文字</ins> <del>删去的文字</del></p></header>
${targetTable(difference)}
<main>${difference.clauses.map(clausePart).join('\n')}</main>
</body></html>
`
}

function targetTable({ targets }: VersionDifference): string {
  const changed = targets.filter(({ kind }) => kind !== 'same')
  if (changed.length === 0) return ''
  const rows = changed.map((each) => [
    (each.after ?? each.before)!.metric,
    valueWords(each.before),
    valueWords(each.after),
    targetWords(each),
    each.why.zh,
  ])
  const cells = (row: readonly string[]) => row.map((words) => `<td>${escaped(words)}</td>`).join('')
  return `<table><caption>目标变动</caption><thead><tr><th>指标</th><th>旧版</th><th>新版</th><th>变动</th><th>依据</th></tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody></table>`
}

function clausePart(change: ClauseChange): string {
  const number = (change.after ?? change.before)!.number
  const title = change.words ? escaped(number) + change.words.title.map(marked).join('') : escaped(clauseTitle(change))
  const heading = `<h2>${isDifferent(change) ? `<span class="kind">${clauseWords(change)}</span> ` : ''}${title || escaped(clauseTitle(change))}</h2>`
  if (!isDifferent(change)) return `<section class="same">${heading}</section>`
  return `<section class="${change.kind}">${heading}<p>${bodyOf(change)}</p></section>`
}

function bodyOf({ kind, words, before, after }: ClauseChange): string {
  if (kind === 'added') return marked({ kind: 'added', text: after!.body })
  if (kind === 'removed') return marked({ kind: 'removed', text: before!.body })
  return words ? words.body.map(marked).join('') : escaped(after!.body)
}

function marked({ kind, text }: WordPiece): string {
  if (kind === 'same') return escaped(text)
  return kind === 'removed' ? `<del>${escaped(text)}</del>` : `<ins>${escaped(text)}</ins>`
}

const STYLE = `body{max-width:52rem;margin:2rem auto;padding:0 1rem;font:16px/1.8 "Songti SC","SimSun","Noto Serif CJK SC",serif;color:#1d2129}
h1{font-size:1.5rem;line-height:1.4}h2{font-size:1rem;margin:1rem 0 .2rem}p{margin:.2rem 0;overflow-wrap:anywhere}.same h2{font-weight:normal;color:#595959}
ins{background:#d9f7be;text-decoration:none;border-bottom:1px solid #389e0d}del{background:#fff1f0;color:#a8071a}.kind{font-size:.8rem;border:1px solid #8c8c8c;border-radius:3px;padding:0 .3em}
table{border-collapse:collapse;width:100%;font-size:.85rem;line-height:1.5}caption{font-weight:bold;text-align:left;padding:.4rem 0}th,td{border:1px solid #d9d9d9;padding:.25rem .5rem;text-align:left;vertical-align:top}
section,tr{break-inside:avoid}@media print{body{max-width:none;margin:0;font-size:11pt}ins,del{-webkit-print-color-adjust:exact;print-color-adjust:exact}}`
