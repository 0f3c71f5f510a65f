import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { lateQuery } from '../../api/queries.ts'
import { Loaded } from '../../frame/page-state.tsx'
import { given } from '../../frame/search-params.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { groupLate, type LateBy, type LateGroup, type LateLine } from './late-groups.ts'

/** Who is late, without anybody looking: overdue steps put together by city or by kind, each leading to its entries. */
export function LatePanel() {
  const say = useSay()
  const late = useQuery(lateQuery)
  return (
    <section className="panel" aria-labelledby="late-title" data-testid="late">
      <h2 id="late-title">{say(figureTexts.late)}</h2>
      <Loaded query={late}>{({ lines }) => (lines.length === 0 ? <p>{say(figureTexts.lateEmpty)}</p> : <Groups lines={lines} />)}</Loaded>
    </section>
  )
}

const WAYS: readonly LateBy[] = ['city', 'step']

function Groups({ lines }: { readonly lines: readonly LateLine[] }) {
  const say = useSay()
  const [by, setBy] = useState<LateBy>('city')
  const groups = groupLate(lines, by)
  const count = groups.reduce((sum, group) => sum + group.count, 0)
  const days = Math.max(...groups.map((group) => group.days))
  return (
    <>
      <div className="late-head">
        <p className="note">{say(figureTexts.lateNote, { count: thousands(String(count)), days })}</p>
        <Segmented
          size="small"
          value={by}
          onChange={setBy}
          aria-label={say(figureTexts.lateGrouped)}
          options={WAYS.map((way) => ({ value: way, label: say(way === 'city' ? figureTexts.lateByCity : figureTexts.lateByStep) }))}
        />
      </div>
      <ul className="late-groups">
        {groups.map((group) => (
          <Group key={`${by} ${group.key}`} group={group} by={by} />
        ))}
      </ul>
    </>
  )
}

function Group({ group: { lines, count, days }, by }: { readonly group: LateGroup; readonly by: LateBy }) {
  const say = useSay()
  const [first] = lines
  return (
    <li>
      <details>
        <summary>
          <span className="late-name">{by === 'city' ? <PlaceName line={first} /> : <StepName line={first} />}</span>
          <Amount count={say(figureTexts.lateCount, { count: thousands(String(count)) })} days={days} />
        </summary>
        <ul className="late-lines">
          {lines.map((line) => (
            <li key={`${line.register} ${line.state} ${line.city}`}>
              <span className="late-name">
                <Entries line={line}>{by === 'city' ? <StepName line={line} /> : <PlaceName line={line} />}</Entries>
                <span className="note">{say(figureTexts.lateBy, { roles: line.by.map((role) => say(role)).join('、') })}</span>
              </span>
              <Amount
                count={<Entries line={line}>{say(figureTexts.lateCount, { count: thousands(String(line.count)) })}</Entries>}
                days={line.days}
              />
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

/** 省直 for what belongs to no city; a task of the whole province lies nowhere. */
function PlaceName({ line: { city, cityTitle } }: { readonly line: LateLine }) {
  const say = useSay()
  if (city === null) return say(figureTexts.lateNowhere)
  return city.endsWith('0000') ? say(figureTexts.lateProvince) : cityTitle
}

function StepName({ line: { registerTitle, moveLabel } }: { readonly line: LateLine }) {
  const say = useSay()
  return `${say(registerTitle)} · ${say(moveLabel)}`
}

function Amount({ count, days }: { readonly count: ReactNode; readonly days: number }) {
  const say = useSay()
  return (
    <>
      <span className="late-count">{count}</span>
      <span className="late-days">{say(figureTexts.lateDays, { days })}</span>
    </>
  )
}

function Entries({ line: { register, list }, children }: { readonly line: LateLine; readonly children: ReactNode }) {
  return (
    <Link to="/registers/$register" params={{ register }} search={given(list)}>
      {children}
    </Link>
  )
}
