import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { BatchView } from '#contract/batches.ts'
import type { ObjectionsView } from '#contract/objections.ts'
import { registerQuery } from '../../api/queries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { giveObjectionCommand, objectionsQuery } from '../../api/selection.ts'
import { useSession } from '../../api/session-gate.ts'
import { AskDialog } from '../../frame/ask-dialog.tsx'
import type { Asked } from '../../frame/asked-fields.tsx'
import { DataTable } from '../../frame/data-table.tsx'
import { StateTag } from '../../frame/state-tag.tsx'
import { objectionTexts } from '../../texts/texts-selection.ts'
import { useSay } from '../../texts/use-say.ts'
import { NOTHING } from '../../values/print.ts'

type Objection = ObjectionsView['objections'][number]
type Decision = 'upheld' | 'dismissed'

interface ObjectionsProps {
  readonly view: BatchView
  readonly readOnly: boolean
}

/** Objections to the batch: shown once it has been on notice, to those who may read them. */
export function Objections({ view, readOnly }: ObjectionsProps) {
  const say = useSay()
  const [raising, setRaising] = useState(false)
  const { data } = useQuery(objectionsQuery(view.batch.id))
  if (!data || view.batch.noticeFromOn === null || (!data.maySettle && data.objections.length === 0)) return null
  return (
    <section className="panel" aria-labelledby="objections-title" data-testid="objections">
      <div className="panel-head">
        <h2 id="objections-title">
          {say(objectionTexts.title)}
          <span className="count">{data.objections.length}</span>
        </h2>
        {data.mayRaise && !readOnly && (
          <Button onClick={() => setRaising(true)} data-testid="raise-objection">
            {say(objectionTexts.raise)}
          </Button>
        )}
      </div>
      {data.objections.length === 0 ? (
        <p className="note">{say(objectionTexts.none)}</p>
      ) : (
        <ObjectionTable objections={data.objections} maySettle={data.maySettle && !readOnly} />
      )}
      {raising && <RaiseDialog view={view} onClose={() => setRaising(false)} />}
    </section>
  )
}

function ObjectionTable({ objections, maySettle }: { readonly objections: readonly Objection[]; readonly maySettle: boolean }) {
  const say = useSay()
  const { data: description } = useQuery(registerQuery('objection'))
  const [settling, setSettling] = useState<{ readonly objection: Objection; readonly decision: Decision }>()
  return (
    <>
      <DataTable
        caption={say(objectionTexts.title)}
        rows={objections}
        rowKey={({ id }) => id}
        testId={({ id }) => `objection-${id}`}
        columns={[
          {
            key: 'entry',
            title: say(objectionTexts.entry),
            main: true,
            render: ({ register, entry, title }) => (
              <Link to="/registers/$register/$id" params={{ register, id: entry }}>
                {title}
              </Link>
            ),
          },
          {
            key: 'state',
            title: say(objectionTexts.state),
            render: ({ state }) => (description ? <StateTag description={description} state={state} /> : state),
          },
          { key: 'from', title: say(objectionTexts.from), render: ({ from }) => from },
          { key: 'content', title: say(objectionTexts.content), render: ({ content }) => content },
          { key: 'on', title: say(objectionTexts.receivedOn), render: ({ receivedOn }) => <span className="number">{receivedOn}</span> },
          {
            key: 'conclusion',
            title: say(objectionTexts.conclusion),
            render: (objection) =>
              objection.state === 'received' && maySettle ? (
                <SettleButtons onChoose={(decision) => setSettling({ objection, decision })} />
              ) : (
                (objection.conclusion ?? NOTHING)
              ),
          },
        ]}
      />
      {settling && <SettleDialog {...settling} onClose={() => setSettling(undefined)} />}
    </>
  )
}

function SettleButtons({ onChoose }: { readonly onChoose: (decision: Decision) => void }) {
  const say = useSay()
  return (
    <span className="panel-acts">
      <Button size="small" danger onClick={() => onChoose('upheld')} data-testid="uphold">
        {say(objectionTexts.uphold)}
      </Button>
      <Button size="small" onClick={() => onChoose('dismissed')} data-testid="dismiss">
        {say(objectionTexts.dismiss)}
      </Button>
    </span>
  )
}

interface SettleDialogProps {
  readonly objection: Objection
  readonly decision: Decision
  readonly onClose: () => void
}

const CONCLUSION: readonly Asked[] = [{ name: 'conclusion', label: objectionTexts.conclusion, control: 'paragraph' }]

function SettleDialog({ objection, decision, onClose }: SettleDialogProps) {
  const say = useSay()
  const upholds = decision === 'upheld'
  return (
    <AskDialog
      title={say(upholds ? objectionTexts.uphold : objectionTexts.dismiss)}
      okId="confirm-settle"
      tone={upholds ? 'danger' : undefined}
      asks={() => CONCLUSION}
      onGive={({ conclusion }) => give('settle-objection', { objection: objection.id, decision, conclusion })}
      onClose={onClose}
      lead={
        <>
          <p>{objection.title}</p>
          <p className="note">{say(upholds ? objectionTexts.upholdNote : objectionTexts.dismissNote)}</p>
        </>
      }
    />
  )
}

function RaiseDialog({ view, onClose }: { readonly view: BatchView; readonly onClose: () => void }) {
  const say = useSay()
  const { today } = useSession().jurisdiction
  const asked: readonly Asked[] = [
    {
      name: 'entry',
      label: objectionTexts.entry,
      control: 'choice',
      choices: view.entries.map(({ id, no, title }) => ({ value: id, label: `${no} ${title}` })),
    },
    { name: 'from', label: objectionTexts.from, control: 'line', most: 100 },
    { name: 'content', label: objectionTexts.content, control: 'paragraph' },
    { name: 'receivedOn', label: objectionTexts.receivedOn, control: 'day', latest: today },
  ]
  return (
    <AskDialog
      title={say(objectionTexts.raise)}
      okId="confirm-raise"
      asks={() => asked}
      initial={{ receivedOn: today }}
      onGive={(given) => give('raise-objection', { batch: view.batch.id, ...given })}
      onClose={onClose}
    />
  )
}

async function give(name: 'raise-objection' | 'settle-objection', body: Readonly<Record<string, unknown>>) {
  await giveObjectionCommand(name, body)
  await refreshAfterWrite()
}
