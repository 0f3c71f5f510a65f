import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { EntryAnswer, RegisterDescription } from '#contract/entries.ts'
import type { PlaceFigure, RoundView } from '#contract/reports.ts'
import { entryQuery, registerQuery } from '../../api/queries.ts'
import { roundQuery } from '../../api/reports.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { Page } from '../../frame/page.tsx'
import { Loaded } from '../../frame/page-state.tsx'
import { StateTag } from '../../frame/state-tag.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { reportTexts as texts } from '../../texts/texts-reports.ts'
import { useSay } from '../../texts/use-say.ts'
import { asText } from '../../values/as-text.ts'
import { thousands } from '../../values/money.ts'
import { endOfQuarter } from '../../values/period.ts'
import { Moves } from '../entry/moves.tsx'
import { fieldsNamed, TextsForm } from '../reports/texts-form.tsx'

const route = getRouteApi('/frame/dispatch/returns/$id')
const FOUR = ['progress', 'problems', 'suggestions', 'nextSteps'] as const

/** What one city or zone hands in: counted figures to look at, four texts to write, a leader to confirm. */
export function ReturnPage() {
  const { id } = route.useParams()
  const description = useQuery(registerQuery('dispatch_return'))
  const answer = useQuery(entryQuery('dispatch_return', id))
  return (
    <Loaded query={description}>
      {(known) => <Loaded query={answer}>{(entry) => <ReturnScreen description={known} answer={entry} />}</Loaded>}
    </Loaded>
  )
}

interface ReturnProps {
  readonly description: RegisterDescription
  readonly answer: EntryAnswer
}

function ReturnScreen({ description, answer }: ReturnProps) {
  const say = useSay()
  const past = useAsOf() !== undefined
  const { entry } = answer
  const round = useQuery(roundQuery(asText(entry.values['round'])))
  const editable = entry.may.includes('edit') && !past
  return (
    <Page
      title={asText(entry.values['title'])}
      note={
        <>
          <StateTag description={description} state={entry.state} /> {round.data && `${say(texts.dueOn)} ${round.data.round.dueOn} `}
          <Link to="/dispatch/$id" params={{ id: asText(entry.values['round']) }}>
            {say(texts.toRound)}
          </Link>
        </>
      }
    >
      {!past && <Moves description={description} answer={answer} />}
      <Figures figures={entry.values['figures']} area={asText(entry.values['area'])} round={round.data?.round} />
      {editable ? (
        <TextsForm register="dispatch_return" id={entry.id} title={say(texts.fourTexts)} fields={FOUR} />
      ) : (
        <section className="panel" aria-label={say(texts.fourTexts)}>
          <dl className="texts-read">
            {fieldsNamed(description, FOUR).map(({ name, label }) => [
              <dt key={name}>{say(label)}</dt>,
              <dd key={`${name}-words`}>{asText(entry.values[name]) || say(texts.notWritten)}</dd>,
            ])}
          </dl>
        </section>
      )}
    </Page>
  )
}

interface FiguresProps {
  readonly figures: unknown
  readonly area: string
  readonly round: RoundView['round'] | undefined
}

/** What was counted, read-only; each number opens its entries as they were known on the day of the round. */
function Figures({ figures, area, round }: FiguresProps) {
  const say = useSay()
  const asOf = round?.asOf ?? ''
  const rows = Array.isArray(figures) ? (figures as readonly PlaceFigure[]) : [] // written by reports.open-round
  return (
    <section className="panel">
      <h2>{say(texts.figures, { asOf })}</h2>
      <DataTable
        caption={say(texts.figures, { asOf })}
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          { key: 'title', title: say(texts.figure), main: true, render: ({ title, unit }) => `${title}（${unit}）` },
          ...(['reserve', 'underway', 'total', 'quarter'] as const).map((field) => ({
            key: field,
            title: say(texts[field]),
            align: 'end' as const,
            render: (row: PlaceFigure) => <Counted row={row} field={field} area={area} round={round} />,
          })),
        ]}
      />
      <p className="note">
        {say(texts.wrongFigure)} <Link to="/registers">{say(texts.entries)}</Link>
      </p>
    </section>
  )
}

interface CountedProps extends Omit<FiguresProps, 'figures'> {
  readonly row: PlaceFigure
  readonly field: 'reserve' | 'underway' | 'total' | 'quarter'
}

function Counted({ row, field, area, round }: CountedProps) {
  const value = row[field]
  const to = round && endOfQuarter(round.period)
  if (Number(value) === 0 || !round || !to) return <span className="number">{thousands(value)}</span>
  return (
    <Link
      className="number"
      to="/figures/$indicator"
      params={{ indicator: row.code }}
      search={{
        area,
        period: field === 'quarter' ? round.period : `to:${to}`,
        asOf: round.asOf,
        ...((field === 'reserve' || field === 'underway') && { measure: field }),
      }}
    >
      {thousands(value)}
    </Link>
  )
}
