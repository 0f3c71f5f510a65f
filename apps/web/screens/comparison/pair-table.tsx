import { Button } from 'antd'
import { useState } from 'react'
import { BASIS_NAMES, PAIR_NAMES } from '#policy-text/compare/pair-names.ts'
import type { PlanFinding, PlanPair } from '#policy-text/index.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { comparisonTexts as texts } from '../../texts/texts-comparison.ts'
import { marks } from '../../texts/texts-marks.ts'
import { useSay } from '../../texts/use-say.ts'
import { NOTHING } from '../../values/print.ts'

/** A finding whose clause somebody wants to see. */
export interface Opened {
  readonly side: 'one' | 'other'
  readonly finding: PlanFinding
}

interface PairTableProps {
  readonly pairs: readonly PlanPair[]
  readonly onOpen: (opened: Opened) => void
}

const PAGE = 100
const TONES: Readonly<Record<PlanPair['kind'], string>> = {
  different: 'tag-warning',
  offered: 'tag-waiting',
  only_one: 'tag-plain',
  only_other: 'tag-plain',
  same: 'tag-good',
}

/** Pairs in columns side by side; every figure is a door to its clause. */
export function PairTable({ pairs, onOpen }: PairTableProps) {
  const say = useSay()
  const [most, setMost] = useState(PAGE)
  const side = (name: Opened['side']) => ({
    key: name,
    title: say(texts[name]),
    wide: true,
    render: (pair: PlanPair) => {
      const finding = pair[name]
      return finding ? <Finding finding={finding} onOpen={() => onOpen({ side: name, finding })} /> : NOTHING
    },
  })
  return (
    <div className="compared-table">
      <DataTable
        caption={say(texts.title)}
        rows={pairs.slice(0, most)}
        rowKey={keyOf}
        testId={({ kind, one, other }) => `pair-${kind}-${(one ?? other)?.name}`}
        columns={[
          {
            key: 'verdict',
            title: say(texts.verdict),
            fit: true,
            render: ({ kind }) => <span className={`tag ${TONES[kind]}`}>{say(PAIR_NAMES[kind])}</span>,
          },
          side('one'),
          side('other'),
          { key: 'why', title: say(texts.why), wide: true, render: (pair) => <Why pair={pair} /> },
        ]}
      />
      {pairs.length > most && (
        <Button onClick={() => setMost(most + PAGE)}>{say(texts.more, { count: Math.min(PAGE, pairs.length - most) })}</Button>
      )}
    </div>
  )
}

function keyOf({ one, other }: PlanPair): string {
  return `${one?.name} ${one?.start} ${other?.name} ${other?.start}`
}

function Finding({ finding: { name, says }, onOpen }: { readonly finding: PlanFinding; readonly onOpen: () => void }) {
  const say = useSay()
  return (
    <div className="compared-cell">
      <span>{name}</span>
      <button type="button" className="link-button" onClick={onOpen} title={say(texts.openQuote, { name })}>
        {say(says)}
      </button>
    </div>
  )
}

function Why({ pair: { why, bases } }: { readonly pair: PlanPair }) {
  const say = useSay()
  return (
    <div>
      <span className="note">{say(why)}</span>
      {bases.some(({ one, other }) => one && other) && (
        <div className="compared-bases">
          {bases.map(({ basis, unit, one, other }) =>
            one && other ? (
              <div key={basis}>
                <span className="note">{say(BASIS_NAMES[basis])}</span>
                <span>
                  <div>
                    {say(texts.one)}
                    {say(marks.colon)}
                    {say(one.words)}
                  </div>
                  <div>
                    {say(texts.other)}
                    {say(marks.colon)}
                    {say(other.words)}
                  </div>
                  {unit && basis !== 'as_stated' && <div className="note">{say(unit)}</div>}
                </span>
              </div>
            ) : null,
          )}
        </div>
      )}
    </div>
  )
}
