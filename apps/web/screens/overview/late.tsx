import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { LateList } from '#contract/work-list.ts'
import { lateQuery } from '../../api/queries.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { Loaded } from '../../frame/page-state.tsx'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'

const FIRST_LINES = 8
type Line = LateList['lines'][number]

/** Who is late, without anybody looking: overdue steps by city, each leading to its entries. */
export function LatePanel() {
  const say = useSay()
  const late = useQuery(lateQuery)
  return (
    <section className="panel" aria-labelledby="late-title" data-testid="late">
      <h2 id="late-title">{say(figureTexts.late)}</h2>
      <p className="note">{say(figureTexts.lateNote)}</p>
      <Loaded query={late}>{({ lines }) => (lines.length === 0 ? <p>{say(figureTexts.lateEmpty)}</p> : <Lines lines={lines} />)}</Loaded>
    </section>
  )
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const say = useSay()
  const [all, setAll] = useState(false)
  const shown = all ? lines : lines.slice(0, FIRST_LINES)
  return (
    <>
      <DataTable
        caption={say(figureTexts.late)}
        rows={shown}
        rowKey={({ register, state, city }) => `${register} ${state} ${city}`}
        columns={[
          { key: 'city', title: say(figureTexts.area), main: true, render: ({ cityTitle }) => cityTitle ?? say(figureTexts.province) },
          { key: 'step', title: say(figureTexts.lateStep), render: (line) => <Step line={line} /> },
          { key: 'by', title: say(figureTexts.lateBy), render: ({ by }) => by.map((role) => say(role)).join('、') },
          {
            key: 'count',
            title: say(figureTexts.lateCount),
            align: 'end',
            render: ({ count }) => <span className="number">{thousands(String(count))}</span>,
          },
          { key: 'days', title: say(figureTexts.lateDays), align: 'end', render: ({ days }) => <span className="number">{days}</span> },
        ]}
      />
      {shown.length < lines.length && (
        <Button type="link" onClick={() => setAll(true)}>
          {say(figureTexts.lateMore, { count: lines.length - shown.length })}
        </Button>
      )}
    </>
  )
}

function Step({ line: { register, registerTitle, state, moveLabel, city } }: { readonly line: Line }) {
  const say = useSay()
  return (
    <Link
      to="/registers/$register"
      params={{ register }}
      search={{ state, ...(city !== null && !city.endsWith('0000') && { area: city }) }}
    >
      {say(registerTitle)} · {say(moveLabel)}
    </Link>
  )
}
