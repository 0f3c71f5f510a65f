import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { CallView } from '#contract/calls.ts'
import { entriesQuery, registerQuery } from '../../api/queries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { giveCallCommand, issueRecommendation } from '../../api/selection.ts'
import { AskDialog } from '../../frame/ask-dialog.tsx'
import type { Asked } from '../../frame/asked-fields.tsx'
import { DataTable } from '../../frame/data-table.tsx'
import { NeededFirst } from '../../frame/needed-first.tsx'
import { StateTag } from '../../frame/state-tag.tsx'
import { useMayGive } from '../../frame/use-may-give.ts'
import { callTexts } from '../../texts/texts-selection.ts'
import { useSay } from '../../texts/use-say.ts'

interface CallEntriesProps {
  readonly view: CallView
  readonly readOnly: boolean
}

/** What was entered under the call; a city's leader issues the letter for what has been recommended. */
export function CallEntries({ view, readOnly }: CallEntriesProps) {
  const say = useSay()
  const [dialog, setDialog] = useState<'apply' | 'issue'>()
  const mayIssue = useMayGive('selection.issue-recommendation')
  const { data: register } = useQuery(registerQuery(view.call.register))
  const recommended = view.entries.filter(({ state }) => view.recommendedStates.includes(state))
  const mayApply = !readOnly && view.open && (register?.may.includes('create') ?? false)
  return (
    <section className="panel" aria-labelledby="entries-title">
      <div className="panel-head">
        <h2 id="entries-title">
          {say(callTexts.entries)}
          <span className="count">{view.entries.length}</span>
        </h2>
        <div className="panel-acts">
          {mayApply && (
            <Button onClick={() => setDialog('apply')} data-testid="apply">
              {say(callTexts.apply)}
            </Button>
          )}
          {mayIssue && !readOnly && recommended.length === 0 && <NeededFirst words={callTexts.recommendFirst} id="issue" />}
          {mayIssue && !readOnly && (
            <Button type="primary" disabled={recommended.length === 0} onClick={() => setDialog('issue')} data-testid="issue">
              {say(callTexts.issue, { count: recommended.length })}
            </Button>
          )}
        </div>
      </div>
      {view.entries.length === 0 ? <p className="note">{say(callTexts.noEntries)}</p> : <Entries view={view} />}
      {dialog === 'apply' && <ApplyDialog view={view} onClose={() => setDialog(undefined)} />}
      {dialog === 'issue' && <IssueDialog view={view} entries={recommended.map(({ id }) => id)} onClose={() => setDialog(undefined)} />}
    </section>
  )
}

function Entries({ view }: Pick<CallEntriesProps, 'view'>) {
  const say = useSay()
  const { data: description } = useQuery(registerQuery(view.call.register))
  return (
    <DataTable
      caption={say(callTexts.entries)}
      rows={view.entries}
      rowKey={({ id }) => id}
      testId={({ id }) => `under-call-${id}`}
      columns={[
        { key: 'no', fit: true, title: say(callTexts.number), render: ({ no }) => <span className="number">{no}</span> },
        {
          key: 'title',
          title: say(callTexts.entry),
          main: true,
          render: ({ id, title }) => (
            <Link to="/registers/$register/$id" params={{ register: view.call.register, id }}>
              {title}
            </Link>
          ),
        },
        {
          key: 'state',
          title: say(callTexts.state),
          render: ({ state }) => (description ? <StateTag description={description} state={state} /> : state),
        },
        { key: 'area', title: say(callTexts.area), render: ({ areaTitle }) => areaTitle },
        { key: 'unit', title: say(callTexts.unit), render: ({ unitTitle }) => unitTitle },
        {
          key: 'letter',
          title: say(callTexts.letter),
          render: ({ letter }) =>
            letter === null ? (
              ''
            ) : (
              <Link to="/recommendations/$id" params={{ id: letter }}>
                {say(callTexts.inLetter)}
              </Link>
            ),
        },
      ]}
    />
  )
}

interface DialogProps {
  readonly view: CallView
  readonly onClose: () => void
}

const MOST_DRAFTS = 100

function ApplyDialog({ view: { call }, onClose }: DialogProps) {
  const say = useSay()
  const drafts = useQuery(entriesQuery(call.register, { state: 'draft,returned', limit: MOST_DRAFTS }))
  const free = (drafts.data?.entries ?? []).filter(({ values }) => values['call'] !== call.id)
  const asked: readonly Asked[] = [
    {
      name: 'entry',
      label: callTexts.applyNote,
      control: 'choice',
      choices: free.map(({ id, title, no }) => ({ value: id, label: `${no} ${title}` })),
      nothing: say(callTexts.applyNothing),
    },
  ]
  return (
    <AskDialog
      title={say(callTexts.apply)}
      okId="confirm-apply"
      asks={() => asked}
      onGive={async (given) => {
        await giveCallCommand('apply', { call: call.id, ...given })
        await refreshAfterWrite()
      }}
      onClose={onClose}
    />
  )
}

function IssueDialog({ view: { call }, entries, onClose }: DialogProps & { readonly entries: readonly string[] }) {
  const say = useSay()
  const navigate = useNavigate()
  return (
    <AskDialog
      title={say(callTexts.issue, { count: entries.length })}
      okId="confirm-issue"
      asks={() => []}
      onGive={async () => {
        const { recommendation } = await issueRecommendation({ register: call.register, call: call.id, entries })
        await refreshAfterWrite()
        await navigate({ to: '/recommendations/$id', params: { id: recommendation } })
      }}
      onClose={onClose}
      lead={<p>{say(callTexts.issueNote, { count: entries.length })}</p>}
    />
  )
}
