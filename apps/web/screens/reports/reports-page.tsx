import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReportsOverview } from '#contract/reports.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { openRound, reportsQuery } from '../../api/reports.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded, Refusal } from '../../frame/page-state.tsx'
import { ToneTag } from '../../frame/state-tag.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { reportTexts as texts } from '../../texts/texts-reports.ts'
import { templateTexts } from '../../texts/texts-templates.ts'
import { useSay } from '../../texts/use-say.ts'
import { parsePeriod, periodTitle } from '../../values/period.ts'
import { NOTHING } from '../../values/print.ts'
import { MakeDialog } from './make-dialog.tsx'

/** Papers and rounds, and the key that makes the quarter's three papers. */
export function ReportsPage() {
  const reports = useQuery(reportsQuery)
  return <Loaded query={reports}>{(view) => <ReportsScreen view={view} />}</Loaded>
}

function ReportsScreen({ view }: { readonly view: ReportsOverview }) {
  const say = useSay()
  const past = useAsOf() !== undefined
  const [making, setMaking] = useState(false)
  const mayMake = view.mayDraft && !past
  return (
    <Page
      title={say(texts.room)}
      note={say(texts.note)}
      actions={
        mayMake &&
        view.templates.length > 0 && (
          <>
            <Link to="/reports/templates" className="plain-link" data-testid="to-templates">
              {say(templateTexts.toTemplates)}
            </Link>
            <Button type="primary" onClick={() => setMaking(true)} data-testid="make-papers">
              {say(texts.make)}
            </Button>
          </>
        )
      }
    >
      {mayMake && view.templates.length === 0 && <Empty title={say(texts.noTemplates)} />}
      {view.reports.length === 0 ? <Empty title={say(texts.none)} note={say(texts.noneNote)} /> : <Papers view={view} />}
      <Rounds view={view} mayOpen={mayMake} />
      {making && <MakeDialog view={view} onClose={() => setMaking(false)} />}
    </Page>
  )
}

function Papers({ view: { reports } }: { readonly view: ReportsOverview }) {
  const say = useSay()
  return (
    <DataTable
      caption={say(texts.papers)}
      rows={reports}
      rowKey={({ id }) => id}
      testId={({ id }) => `report-${id}`}
      columns={[
        {
          key: 'title',
          title: say(texts.title),
          main: true,
          render: ({ id, title }) => (
            <Link to="/reports/$id" params={{ id }}>
              {title}
            </Link>
          ),
        },
        { key: 'state', title: say(texts.state), render: ({ tone, stateLabel }) => <ToneTag tone={tone} label={stateLabel} /> },
        { key: 'asOf', title: say(texts.asOf), render: ({ asOf }) => <span className="number">{asOf}</span> },
        { key: 'no', title: say(texts.number), render: ({ documentNo }) => documentNo ?? NOTHING },
        {
          key: 'edition',
          title: say(texts.edition),
          render: ({ edition }) =>
            edition === null ? (
              NOTHING
            ) : (
              <Link to="/editions/$id" params={{ id: edition }} data-testid="open-edition">
                {say(texts.openEdition)}
              </Link>
            ),
        },
      ]}
    />
  )
}

function Rounds({ view, mayOpen }: { readonly view: ReportsOverview; readonly mayOpen: boolean }) {
  const say = useSay()
  const navigate = useNavigate()
  const { period } = view.suggested
  const opening = useMutation({
    mutationFn: () => openRound(period),
    onSuccess: async ({ round }) => {
      await refreshAfterWrite()
      await navigate({ to: '/dispatch/$id', params: { id: round } })
    },
  })
  const titleOf = (code: string) => {
    const known = parsePeriod(code)
    return known ? say(periodTitle(known)) : code
  }
  const isOpen = view.rounds.some((round) => round.period === period)
  return (
    <section className="panel" aria-labelledby="rounds-title">
      <header className="panel-head">
        <h2 id="rounds-title">{say(texts.rounds)}</h2>
        {mayOpen && !isOpen && (
          <Button loading={opening.isPending} onClick={() => opening.mutate()} data-testid="open-round">
            {say(texts.openRound, { period: titleOf(period) })}
          </Button>
        )}
      </header>
      <Refusal error={opening.error} />
      <p className="note" data-testid="next-round">
        {say(texts.nextRound, { ...view.nextRound, period: titleOf(view.nextRound.period) })}{' '}
        {mayOpen && (
          <Link to="/registers/$register" params={{ register: 'round_terms' }}>
            {say(texts.roundTerms)}
          </Link>
        )}
      </p>
      {view.rounds.length === 0 ? (
        <p className="note">{say(texts.noRounds)}</p>
      ) : (
        <DataTable
          caption={say(texts.rounds)}
          rows={view.rounds}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              title: say(texts.title),
              main: true,
              render: ({ id, title }) => (
                <Link to="/dispatch/$id" params={{ id }} data-testid="round">
                  {title}
                </Link>
              ),
            },
            {
              key: 'state',
              title: say(texts.state),
              render: ({ state }) => (
                <ToneTag tone={state === 'open' ? 'waiting' : 'good'} label={state === 'open' ? texts.open : texts.closed} />
              ),
            },
            { key: 'due', title: say(texts.dueOn), render: ({ dueOn }) => <span className="number">{dueOn}</span> },
            {
              key: 'done',
              title: say(texts.confirmed),
              render: ({ confirmed, all }) => <span className="number">{say(texts.ofAll, { done: confirmed, all })}</span>,
            },
          ]}
        />
      )}
    </section>
  )
}
