import { DOCUMENT_KIND_NAMES, type PlanDraft, type Quote, type Text } from '#policy-text/index.ts'

type Kind = 'heading' | 'target' | 'benefit' | 'duty' | 'list' | 'measure'

interface Mark extends Quote {
  readonly kind: Kind
  readonly says: string
}

const NAMES: Readonly<Record<Kind, string>> = {
  heading: '标题 heading',
  target: '目标 target',
  benefit: '政策工具 benefit',
  duty: '责任 duty',
  list: '清单平台 list',
  measure: '举措 measure',
}
// Where two findings share words the first kind of this order is shown.
const ORDER: readonly Kind[] = ['target', 'benefit', 'duty', 'list', 'heading', 'measure']

/** The text with everything that was found marked in it: one file, nothing fetched, ready to print. */
export function htmlOf(plan: PlanDraft, text: string): string {
  const title = escaped(plan.title ?? '未识别标题')
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head>
<body><header><h1>${title}</h1><p>${escaped(factsOf(plan))}</p>
<p class="legend">${ORDER.map((kind) => `<mark class="${kind}">${NAMES[kind]} ${countOf(plan, kind)}</mark>`).join(' ')}</p>
${plan.warnings.map(({ zh, en }) => `<p class="warning">${escaped(zh)} ${escaped(en)}</p>`).join('\n')}</header>
<main>${marked(text, marksOf(plan))}</main>
${tableOf(plan)}
</body></html>
`
}

function factsOf({ documentKind, issuer, docNumber, date, planPeriod }: PlanDraft): string {
  return [
    DOCUMENT_KIND_NAMES[documentKind.kind].zh,
    issuer.join('、'),
    docNumber,
    date,
    planPeriod ? `${planPeriod.from}—${planPeriod.to}` : null,
  ]
    .filter(Boolean)
    .join(' · ')
}

function countOf(plan: PlanDraft, kind: Kind): number {
  return marksOf(plan).filter((mark) => mark.kind === kind).length
}

function marksOf(plan: PlanDraft): readonly Mark[] {
  const sure = (confidence: number, { zh }: Text): string => `把握 ${Math.round(confidence * 100)}% · ${zh}`
  const of = (kind: Kind, found: readonly (Quote & { readonly confidence: number; readonly why: Text })[], says: (at: number) => string) =>
    found.map(
      ({ quote, start, end, confidence, why }, at): Mark => ({ kind, quote, start, end, says: `${says(at)} · ${sure(confidence, why)}` }),
    )
  const headings = plan.headings.map((heading) => ({ ...heading, quote: heading.text }))
  return [
    ...of('heading', headings, (at) => `第 ${plan.headings[at]?.depth ?? 1} 级`),
    ...of('target', plan.targets, (at) => plan.targets[at]?.metric ?? ''),
    ...of('benefit', plan.instruments, (at) => plan.instruments[at]?.recipient ?? ''),
    ...of('duty', plan.responsibilities, (at) => `牵头 ${plan.responsibilities[at]?.lead.join('、') ?? ''}`),
    ...of('list', plan.registers, (at) => plan.registers[at]?.name ?? ''),
    ...of('measure', plan.measures, (at) => `${plan.measures[at]?.verb ?? ''} · 成果建议：${plan.measures[at]?.deliverable.zh ?? ''}`),
  ]
}

/** Every character gets the foremost mark that covers it; neighbours of one mark stay together. */
function marked(text: string, marks: readonly Mark[]): string {
  const cover = new Int32Array(text.length).fill(-1)
  const all = marks.toSorted((a, b) => ORDER.indexOf(b.kind) - ORDER.indexOf(a.kind))
  all.forEach(({ start, end }, at) => cover.fill(at, start, end))
  let html = ''
  for (let from = 0; from < text.length; ) {
    let to = from + 1
    while (to < text.length && cover[to] === cover[from]) to += 1
    const mark = all[cover[from] ?? -1]
    const words = escaped(text.slice(from, to))
    html += mark ? `<mark class="${mark.kind}" title="${escaped(mark.says)}">${words}</mark>` : words
    from = to
  }
  return html
}

function tableOf({ targets }: PlanDraft): string {
  if (targets.length === 0) return ''
  const rows = targets.map(({ metric, value, unit, deadline, deadlineInherited, confidence, why }) => {
    const year = deadline ?? (deadlineInherited ? `${deadlineInherited}（承上文）` : '')
    const shown = typeof value === 'number' ? String(value) : (value?.join('—') ?? '')
    return [metric, `${shown}${unit ?? ''}`, year, `${Math.round(confidence * 100)}%`, why.zh]
  })
  const cells = (row: readonly string[]): string => row.map((cell) => `<td>${escaped(cell)}</td>`).join('')
  return `<table><caption>目标 Targets</caption><thead><tr><th>指标</th><th>目标值</th><th>期限</th><th>把握</th><th>依据</th></tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody></table>`
}

/** Words as they may stand in a page or in an attribute of it. */
export function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const STYLE = `body{max-width:52rem;margin:2rem auto;padding:0 1rem;font:16px/1.8 "Songti SC","SimSun","Noto Serif CJK SC",serif;color:#1d2129}
h1{font-size:1.5rem;line-height:1.4}main{white-space:pre-wrap;overflow-wrap:anywhere}mark{color:inherit;padding:0 .1em;border-radius:2px}
.heading{background:none;font-weight:bold}.target{background:#ffe58f}.benefit{background:#d3adf7}.duty{background:#bae0ff}.list{background:#b7eb8f}.measure{background:none;border-bottom:1px dotted #8c8c8c}
.legend mark{margin-right:.4em;white-space:nowrap;display:inline-block}.warning{color:#ad6800}table{border-collapse:collapse;width:100%;margin-top:2rem;font-size:.85rem;line-height:1.5}
caption{font-weight:bold;text-align:left;padding:.4rem 0}th,td{border:1px solid #d9d9d9;padding:.25rem .5rem;text-align:left;vertical-align:top}
tr{break-inside:avoid}@media print{body{max-width:none;margin:0;font-size:11pt}mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}}`
