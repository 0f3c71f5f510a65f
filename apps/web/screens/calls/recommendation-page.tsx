import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import type { RecommendationView } from '#contract/recommendations.ts'
import { registerQuery } from '../../api/queries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { issueRecommendation, letterAddress, recommendationQuery } from '../../api/selection.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { Page } from '../../frame/page.tsx'
import { Loaded, Refusal } from '../../frame/page-state.tsx'
import { StateTag } from '../../frame/state-tag.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { callTexts, letterTexts } from '../../texts/texts-selection.ts'
import { useSay } from '../../texts/use-say.ts'
import { FileLinks } from '../entry/file-links.tsx'
import { ScanBack } from './scan-back.tsx'

const route = getRouteApi('/frame/recommendations/$id')

/** A letter: print it, seal it, send it back by the code on its foot. */
export function RecommendationPage() {
  const { id } = route.useParams()
  const letter = useQuery(recommendationQuery(id))
  return <Loaded query={letter}>{(view) => <Letter view={view} />}</Loaded>
}

function Letter({ view }: { readonly view: RecommendationView }) {
  const say = useSay()
  const past = useAsOf() !== undefined
  const { recommendation: own, entries, may } = view
  const changed = entries.filter((entry) => entry.changed !== null)
  return (
    <Page title={own.title} note={<LetterNote view={view} />}>
      {changed.length > 0 && own.state !== 'superseded' && (
        <Alert type="warning" showIcon title={say(letterTexts.changedTitle, { count: changed.length })} data-testid="letter-changed" />
      )}
      <div className="letter-layout">
        <section className="panel letter-code">
          <h2>{say(letterTexts.code)}</h2>
          <code className="check-code check-code-large" data-testid="check-code">
            {own.checkCode}
          </code>
          <p className="note">{say(letterTexts.codeNote)}</p>
          <a href={letterAddress(own.id)} download className="plain-link" data-testid="download-letter">
            {say(letterTexts.download)}
          </a>
          {!past && may.includes('issueAgain') && <IssueAgain view={view} />}
        </section>
        {own.scan.length > 0 ? (
          <section className="panel" aria-labelledby="scan-title">
            <h2 id="scan-title">{say(letterTexts.scan)}</h2>
            <FileLinks register="recommendation" id={own.id} files={own.scan} />
          </section>
        ) : (
          !past && may.includes('returnScan') && <ScanBack id={own.id} />
        )}
      </div>
      <LetterEntries view={view} />
    </Page>
  )
}

function LetterNote({ view: { recommendation: own } }: { readonly view: RecommendationView }) {
  const say = useSay()
  const { data: description } = useQuery(registerQuery('recommendation'))
  return (
    <span className="entry-note">
      {description && <StateTag description={description} state={own.state} />}
      <span>{say(letterTexts.note, { city: own.areaTitle, unit: own.unitTitle, day: own.issuedOn })}</span>
      {own.call !== null && (
        <Link to="/calls/$id" params={{ id: own.call }}>
          {own.callTitle}
        </Link>
      )}
    </span>
  )
}

function IssueAgain({ view: { recommendation: own, entries } }: { readonly view: RecommendationView }) {
  const say = useSay()
  const navigate = useNavigate()
  const issuing = useMutation({
    mutationFn: () => issueRecommendation({ register: own.register, call: own.call, entries: entries.map(({ id }) => id) }),
    onSuccess: async ({ recommendation }) => {
      await refreshAfterWrite()
      await navigate({ to: '/recommendations/$id', params: { id: recommendation } })
    },
  })
  return (
    <>
      <Button onClick={() => issuing.mutate()} loading={issuing.isPending} data-testid="issue-again">
        {say(letterTexts.again)}
      </Button>
      <Refusal error={issuing.error} />
    </>
  )
}

function LetterEntries({ view: { recommendation: own, entries } }: { readonly view: RecommendationView }) {
  const say = useSay()
  return (
    <section className="panel" aria-labelledby="letter-entries-title">
      <h2 id="letter-entries-title">
        {say(letterTexts.entries)}
        <span className="count">{entries.length}</span>
      </h2>
      <DataTable
        caption={say(letterTexts.entries)}
        rows={entries}
        rowKey={({ id }) => id}
        columns={[
          { key: 'no', fit: true, title: say(callTexts.number), render: ({ no }) => <span className="number">{no}</span> },
          {
            key: 'title',
            title: say(callTexts.entry),
            main: true,
            render: ({ id, title }) => (
              <Link to="/registers/$register/$id" params={{ register: own.register, id }}>
                {title}
              </Link>
            ),
          },
          { key: 'area', title: say(callTexts.area), render: ({ areaTitle }) => areaTitle },
          { key: 'unit', title: say(callTexts.unit), render: ({ unitTitle }) => unitTitle },
          {
            key: 'changed',
            title: say(letterTexts.changed),
            render: ({ changed }) =>
              changed === null ? (
                <span className="note">{say(letterTexts.unchanged)}</span>
              ) : (
                <span className="letter-change">{say(changed)}</span>
              ),
          },
        ]}
      />
    </section>
  )
}
