import type { ClauseChange, VersionDifference, WordPiece } from '#policy-text/index.ts'
import { clauseTitle, clauseWords, isDifferent, summaryWords, targetWords, valueWords } from './version-words.ts'

/** The difference as an outline: what changed only, ~~removed~~ and **added** words marked. */
export function versionsAsMarkdown(difference: VersionDifference): string {
  const { before, after, clauses, targets } = difference
  const changed = targets.filter(({ kind }) => kind !== 'same')
  const rows = changed.map(
    (each) =>
      `| ${cell((each.after ?? each.before)!.metric)} | ${valueWords(each.before)} | ${valueWords(each.after)} | ${targetWords(each)} | ${each.why.zh} |`,
  )
  return `${[
    `# ${after.title ?? '（未识别标题）'}：新旧版本对比`,
    `- 旧版：${headWords(before)}\n- 新版：${headWords(after)}\n- ${summaryWords(difference)}`,
    '## 目标变动',
    rows.length > 0 ? ['| 指标 | 旧版 | 新版 | 变动 | 依据 |', '|---|---|---|---|---|', ...rows].join('\n') : '没有变动。',
    '## 条款变动',
    clauses.filter(isDifferent).map(clausePart).join('\n\n') || '没有变动。',
  ].join('\n\n')}\n`
}

function headWords({ title, docNumber, date }: VersionDifference['before']): string {
  return [title ?? '（未识别标题）', docNumber, date].filter(Boolean).join(' · ')
}

function clausePart(change: ClauseChange): string {
  const { words } = change
  const title = words ? `${(change.after ?? change.before)!.number}${words.title.map(marked).join('')}` : clauseTitle(change)
  const body = words ? words.body.map(marked).join('') : ((change.after ?? change.before)?.body ?? '')
  return `### 【${clauseWords(change)}】${title || clauseTitle(change)}\n\n${body.trim()}`.trimEnd()
}

/** Marks may not touch blanks or line breaks, or they are not read as marks. */
function marked({ kind, text }: WordPiece): string {
  if (kind === 'same') return text
  const sign = kind === 'removed' ? '~~' : '**'
  return text.replaceAll(/[^\n]+/g, (line) => (line.trim() === '' ? line : `${sign}${line.trim()}${sign}`))
}

function cell(words: string): string {
  return words.replaceAll('|', '\\|')
}
