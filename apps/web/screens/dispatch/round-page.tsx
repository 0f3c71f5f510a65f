import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { Fragment } from 'react'
import type { RoundView } from '#contract/reports.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { closeRound, roundQuery } from '../../api/reports.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded, Refusal } from '../../frame/page-state.tsx'
import { ToneTag } from '../../frame/state-tag.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { useMayGive } from '../../frame/use-may-give.ts'
import { marks } from '../../texts/texts-marks.ts'
import { reportTexts as texts } from '../../texts/texts-reports.ts'
import { useSay } from '../../texts/use-say.ts'
import { periodWords } from '../../values/period.ts'

const route = getRouteApi('/frame/dispatch/$id')
const FOUR = ['progress', 'problems', 'suggestions', 'nextSteps'] as const
const TONES: Readonly<Record<string, string>> = { filling: 'plain', handedIn: 'waiting', confirmed: 'good', missed: 'bad' }

/** Who has handed in what, place by place. */
export function RoundPage() {
  const { id } = route.useParams()
  const round = useQuery(roundQuery(id))
  return <Loaded query={round}>{(view) => <RoundScreen view={view} />}</Loaded>
}

function RoundScreen({ view }: { readonly view: RoundView }) {
  const say = useSay()
  const past = useAsOf() !== undefined
  const mayClose = useMayGive('reports.close-round') && !past && view.round.state === 'open'
  const missing = view.returns.filter(({ state }) => state !== 'confirmed').length
  const closing = useMutation({ mutationFn: () => closeRound(view.round.id), onSuccess: () => refreshAfterWrite() })
  const { round, returns } = view
  return (
    <Page
      title={round.title}
      note={`${say(texts.facts, { period: say(periodWords(round.period)), asOf: round.asOf })} · ${say(texts.dueOn)} ${round.dueOn} · ${say(texts.confirmed)} ${say(texts.ofAll, { done: returns.length - missing, all: returns.length })}`}
      actions={
        mayClose && (
          <Popconfirm
            title={say(texts.closeRoundAsk, { missing })}
            okText={say(texts.closeRound)}
            cancelText={say(texts.cancel)}
            onConfirm={() => closing.mutate()}
          >
            <Button loading={closing.isPending} data-testid="close-round">
              {say(texts.closeRound)}
            </Button>
          </Popconfirm>
        )
      }
    >
      <Refusal error={closing.error} />
      <Missing view={view} />
      {returns.length === 0 ? <Empty title={say(texts.noReturns)} /> : <Matrix view={view} />}
    </Page>
  )
}

/** Who has not confirmed, by name, before the long table. */
function Missing({ view: { round, returns } }: { readonly view: RoundView }) {
  const say = useSay()
  const missing = returns.filter(({ state }) => state !== 'confirmed')
  if (missing.length === 0) return null
  return (
    <p className="round-missing" data-testid="round-missing">
      {say(round.state === 'open' ? texts.stillMissing : texts.missed, { count: missing.length })}
      {missing.map(({ id, title }, at) => (
        <Fragment key={id}>
          {at > 0 && say(marks.listComma)}
          <Link to="/dispatch/returns/$id" params={{ id }}>
            {title}
          </Link>
        </Fragment>
      ))}
    </p>
  )
}

function Matrix({ view: { returns } }: { readonly view: RoundView }) {
  const say = useSay()
  return (
    <DataTable
      caption={say(texts.matrix)}
      rows={returns}
      rowKey={({ id }) => id}
      testId={({ area }) => `return-${area}`}
      columns={[
        {
          key: 'place',
          title: say(texts.place),
          main: true,
          render: ({ id, title, zone }) => (
            <Link to="/dispatch/returns/$id" params={{ id }}>
              {zone ? say(texts.zone, { title }) : title}
            </Link>
          ),
        },
        {
          key: 'state',
          title: say(texts.state),
          render: ({ state, stateLabel, late }) => (
            <>
              <ToneTag tone={TONES[state] ?? 'plain'} label={stateLabel} />{' '}
              {late && state !== 'missed' && <ToneTag tone="warning" label={texts.late} />}
            </>
          ),
        },
        ...FOUR.map((field) => ({
          key: field,
          title: say(texts[field]),
          render: ({ written }: RoundView['returns'][number]) => (
            <span className={written[field] ? '' : 'note'}>{say(written[field] ? texts.written : texts.notWritten)}</span>
          ),
        })),
      ]}
    />
  )
}
