import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReportView } from '#contract/reports.ts'
import { entryQuery, registerQuery } from '../../api/queries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { draftFile, editionFile, redraftReport, reportQuery } from '../../api/reports.ts'
import { DayPicker } from '../../controls/day-picker.tsx'
import { Page } from '../../frame/page.tsx'
import { Loaded, Refusal } from '../../frame/page-state.tsx'
import { ToneTag } from '../../frame/state-tag.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { reportTexts as texts } from '../../texts/texts-reports.ts'
import { useSay } from '../../texts/use-say.ts'
import { periodWords } from '../../values/period.ts'
import { History } from '../entry/history.tsx'
import { Moves } from '../entry/moves.tsx'
import { mostPages, Paper } from './paper.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { TextsForm } from './texts-form.tsx'

const route = getRouteApi('/frame/reports/$id')
const OWN_TEXTS = ['opening', 'problems', 'nextSteps'] as const

/** A report as it will be printed, with the steps of its way at hand. */
export function ReportPage() {
  const { id } = route.useParams()
  const report = useQuery(reportQuery(id))
  return <Loaded query={report}>{(view) => <ReportScreen view={view} />}</Loaded>
}

function ReportScreen({ view }: { readonly view: ReportView }) {
  const say = useSay()
  const past = useAsOf() !== undefined
  const { report, previous } = view
  return (
    <Page
      title={report.title}
      note={
        <>
          <ToneTag
            tone={report.state === 'published' ? 'good' : report.state === 'drafting' ? 'plain' : 'waiting'}
            label={report.stateLabel}
          />{' '}
          {say(texts.facts, { period: say(periodWords(report.period)), asOf: report.asOf })}
        </>
      }
      actions={<Files view={view} />}
    >
      {!past && <Steps view={view} />}
      {!past && view.mayRedraft && <Redraft view={view} />}
      {previous && <p className="note">{say(texts.differs, { title: previous.title, asOf: previous.asOf })}</p>}
      <div className="report-columns">
        <Paper html={view.html} most={mostPages(report.kind)} />
        {view.mayRedraft && !past && <TextsForm register="report" id={report.id} title={say(texts.texts)} fields={OWN_TEXTS} />}
      </div>
      <Way id={report.id} />
    </Page>
  )
}

/** Who drafted, checked, endorsed, signed or sent it back, and why. */
function Way({ id }: { readonly id: string }) {
  const description = useQuery(registerQuery('report'))
  return description.data ? <History description={description.data} id={id} /> : null
}

function Files({ view: { report, edition } }: { readonly view: ReportView }) {
  const say = useSay()
  const address = (format: 'docx' | 'pdf') => (edition === null ? draftFile(report.id, format) : editionFile(edition, format))
  return (
    <>
      {edition !== null && (
        <Link to="/editions/$id" params={{ id: edition }}>
          {say(texts.openEdition)}
        </Link>
      )}
      <Button href={address('docx')} data-testid="report-docx">
        {say(texts.word)}
      </Button>
      <Button href={address('pdf')} data-testid="report-pdf">
        {say(texts.pdf)}
      </Button>
    </>
  )
}

/** Sending on, signing, sending back; number and date once it is signed. */
function Steps({ view }: { readonly view: ReportView }) {
  const say = useSay()
  const [publishing, setPublishing] = useState(false)
  const description = useQuery(registerQuery('report'))
  const answer = useQuery(entryQuery('report', view.report.id))
  if (!description.data || !answer.data) return null
  if (view.mayPublish)
    return (
      <section className="moves">
        <div className="move-buttons">
          <Button type="primary" onClick={() => setPublishing(true)} data-testid="publish-report">
            {say(texts.publish)}
          </Button>
        </div>
        {publishing && <PublishDialog view={view} onClose={() => setPublishing(false)} />}
      </section>
    )
  return answer.data.entry.moves.length === 0 ? null : <Moves description={description.data} answer={answer.data} />
}

/** The same draft with the figures of another day; what was written stays. */
function Redraft({ view: { report } }: { readonly view: ReportView }) {
  const say = useSay()
  const [asOf, setAsOf] = useState(report.asOf)
  const freezing = useMutation({ mutationFn: () => redraftReport(report.id, asOf), onSuccess: () => refreshAfterWrite() })
  return (
    <section className="redraft" aria-label={say(texts.redraft)}>
      <DayPicker value={asOf} label={say(texts.asOf)} onChange={(day) => setAsOf(day ?? report.asOf)} />
      <Button disabled={asOf === report.asOf} loading={freezing.isPending} onClick={() => freezing.mutate()} data-testid="redraft">
        {say(texts.redraft)}
      </Button>
      <Refusal error={freezing.error} />
    </section>
  )
}
