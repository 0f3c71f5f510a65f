import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import type { CallView } from '#contract/calls.ts'
import { registerQuery } from '../../api/queries.ts'
import { callQuery } from '../../api/selection.ts'
import { useSession } from '../../api/session-gate.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { Page } from '../../frame/page.tsx'
import { Loaded } from '../../frame/page-state.tsx'
import { StateTag } from '../../frame/state-tag.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { callTexts } from '../../texts/texts-selection.ts'
import { useSay } from '../../texts/use-say.ts'
import { shownState } from '../../values/call-state.ts'
import { CallActs } from './call-acts.tsx'
import { CallEntries } from './call-entries.tsx'
import { LetterTable } from './letter-table.tsx'

const route = getRouteApi('/frame/calls/$id')

/** One call: its days, its quotas and how much of them is used, what was entered under it, the letters. */
export function CallPage() {
  const { id } = route.useParams()
  const call = useQuery(callQuery(id))
  return <Loaded query={call}>{(view) => <CallScreen view={view} />}</Loaded>
}

function CallScreen({ view }: { readonly view: CallView }) {
  const say = useSay()
  const past = useAsOf() !== undefined
  const { call, letters } = view
  return (
    <Page title={call.title} note={<CallNote view={view} />}>
      {view.open ? (
        <Alert type="info" showIcon title={say(callTexts.openNow)} />
      ) : (
        view.against.map((words) => <Alert key={words.en} type="warning" showIcon title={say(words)} />)
      )}
      {!past && <CallActs view={view} />}
      {call.note !== null && <p className="prose panel">{call.note}</p>}
      <Quotas view={view} />
      <CallEntries view={view} readOnly={past} />
      {letters.length > 0 && (
        <section className="panel" aria-labelledby="letters-title">
          <h2 id="letters-title">{say(callTexts.letters)}</h2>
          <LetterTable letters={letters} />
        </section>
      )}
    </Page>
  )
}

function CallNote({ view: { call } }: { readonly view: CallView }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const { data: description } = useQuery(registerQuery('call'))
  const { data: register } = useQuery(registerQuery(call.register))
  return (
    <span className="entry-note">
      {description && <StateTag description={description} state={shownState(call.state, call.closesOn, jurisdiction.today)} />}
      {register && (
        <Link to="/registers/$register" params={{ register: call.register }}>
          {say(register.title)}
        </Link>
      )}
      {call.noticeNo !== null && <span>{[call.issuer, call.noticeNo].filter((part) => part !== null).join(' ')}</span>}
      {call.opensOn !== null && call.closesOn !== null && (
        <span className="number">{say(callTexts.days, { from: call.opensOn, to: call.closesOn })}</span>
      )}
    </span>
  )
}

function Quotas({ view: { quotas } }: { readonly view: CallView }) {
  const say = useSay()
  if (quotas.length === 0) return null
  return (
    <section className="panel" aria-labelledby="quotas-title">
      <div className="panel-head">
        <h2 id="quotas-title">{say(callTexts.quotas)}</h2>
        <span className="note">{say(callTexts.quotasNote)}</span>
      </div>
      <DataTable
        caption={say(callTexts.quotas)}
        rows={quotas}
        rowKey={({ area }) => area}
        testId={({ area }) => `quota-${area}`}
        onPhone="kept"
        columns={[
          { key: 'city', title: say(callTexts.city), main: true, render: ({ areaTitle }) => areaTitle },
          {
            key: 'used',
            title: say(callTexts.used),
            render: ({ most, recommended }) =>
              most === null ? null : (
                <progress className="target-bar quota-bar" value={Math.min(recommended, most)} max={Math.max(most, 1)} aria-hidden="true" />
              ),
          },
          { key: 'recommended', title: say(callTexts.recommended), align: 'end', fit: true, render: ({ recommended }) => recommended },
          { key: 'most', title: say(callTexts.most), align: 'end', fit: true, render: ({ most }) => most ?? say(callTexts.unlimited) },
          {
            key: 'left',
            title: say(callTexts.left),
            align: 'end',
            fit: true,
            render: ({ most, recommended }) => (most === null ? '' : <strong>{most - recommended}</strong>),
          },
          { key: 'underway', title: say(callTexts.underway), align: 'end', fit: true, render: ({ underway }) => underway },
        ]}
      />
    </section>
  )
}
