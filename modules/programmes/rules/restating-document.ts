import type { Restatement } from '#contract/figures.ts'
import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'

/** The document behind an act on an entry: that of the withdrawal, or that of the decision the move makes; else that of its publication. */
export function documentBehind({ decisions = {} }: Register, row: Row, act: string): Restatement['entries'][number]['document'] {
  if (act === 'revoke') return filled(row, WITHDRAWAL)
  if (act === 'exit') return null
  const all = Object.values(decisions)
  const decision = all.find(({ moves }) => moves.publish === act) ?? all[0]
  return decision ? filled(row, decision.writes) : null
}

/** The fields in which `documentBehind` looks; not every register has all of them. */
export function documentFields({ decisions = {} }: Register): readonly string[] {
  return [WITHDRAWAL, ...Object.values(decisions).map(({ writes }) => writes)].flatMap(({ documentNo, documentTitle, documentDate }) => [
    documentNo,
    documentTitle,
    documentDate,
  ])
}

const WITHDRAWAL: Named = { documentNo: 'withdrawalNo', documentTitle: 'withdrawalTitle', documentDate: 'revokedOn' }

interface Named {
  readonly documentNo: string
  readonly documentTitle: string
  readonly documentDate: string
}

function filled(row: Row, { documentNo, documentTitle, documentDate }: Named): Restatement['entries'][number]['document'] {
  const [no, title, day] = [row[documentNo], row[documentTitle], row[documentDate]]
  return typeof no === 'string' && typeof day === 'string' ? { no, title: typeof title === 'string' ? title : '', day } : null
}
