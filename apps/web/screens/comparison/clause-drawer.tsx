import { Drawer } from 'antd'
import { useEffect, useRef } from 'react'
import type { PlanComparison } from '#policy-text/index.ts'
import { comparisonTexts as texts } from '../../texts/texts-comparison.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Opened } from './pair-table.tsx'

interface ClauseDrawerProps {
  readonly comparison: PlanComparison
  readonly opened: Opened
  readonly onClose: () => void
}

/** The clause that a figure was read from, with its words marked. */
export function ClauseDrawer({ comparison, opened: { side, finding }, onClose }: ClauseDrawerProps) {
  const say = useSay()
  const quote = useRef<HTMLElement>(null)
  useEffect(() => quote.current?.scrollIntoView({ block: 'center' }), [])
  const { clauses, title, hasText } = comparison[side]
  // A quote may run on beyond its clause, such as a list under a heading.
  const clause = clauses.find(({ id }) => id === finding.clause) ?? { title: '', start: finding.start, text: finding.quote }
  const from = finding.start - clause.start
  return (
    <Drawer
      open
      onClose={onClose}
      size="large"
      title={`${say(texts[side])} · ${clause.title || say(hasText ? texts.preamble : texts.clause)}`}
    >
      <p className="note">{title ?? say(texts.noTitle)}</p>
      {!hasText && <p className="note">{say(texts.noClause)}</p>}
      <p className="compared-clause" data-testid="clause-text">
        {clause.text.slice(0, from)}
        <mark ref={quote}>{finding.quote || say(texts.noExcerpt)}</mark>
        {clause.text.slice(from + finding.quote.length)}
      </p>
    </Drawer>
  )
}
