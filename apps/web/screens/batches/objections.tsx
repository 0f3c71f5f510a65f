import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { BatchView } from '#contract/batches.ts'
import type { ObjectionsView } from '#contract/objections.ts'
import { registerQuery } from '../../api/queries.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { giveObjectionCommand, objectionsQuery } from '../../api/selection.ts'
import { useSession } from '../../api/session-gate.ts'
import { DayPicker } from '../../controls/day-picker.tsx'
import { DataTable } from '../../frame/data-table.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { StateTag } from '../../frame/state-tag.tsx'
import { testId } from '../../frame/test-id.ts'
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

const ROWS = { minRows: 3, maxRows: 8 }

function SettleDialog({
  objection,
  decision,
  onClose,
}: {
  readonly objection: Objection
  readonly decision: Decision
  readonly onClose: () => void
}) {
  const say = useSay()
  const [conclusion, setConclusion] = useState('')
  const [tried, setTried] = useState(false)
  const upholds = decision === 'upheld'
  const settling = useObjection('settle-objection', onClose)
  const confirm = () => {
    setTried(true)
    if (conclusion.trim() !== '') settling.mutate({ objection: objection.id, decision, conclusion: conclusion.trim() })
  }
  return (
    <Modal
      open
      title={say(upholds ? objectionTexts.uphold : objectionTexts.dismiss)}
      okText={say(objectionTexts.confirm)}
      cancelText={say(objectionTexts.cancel)}
      onOk={confirm}
      onCancel={onClose}
      confirmLoading={settling.isPending}
      okButtonProps={{ danger: upholds, ...testId('confirm-settle') }}
    >
      <p>{objection.title}</p>
      <p className="note">{say(upholds ? objectionTexts.upholdNote : objectionTexts.dismissNote)}</p>
      <div className="dialog-fields">
        <label>
          <span>{say(objectionTexts.conclusion)}</span>
          <Input.TextArea
            autoFocus
            autoSize={ROWS}
            maxLength={2000}
            value={conclusion}
            onChange={({ target }) => setConclusion(target.value)}
            data-testid="conclusion"
          />
          {tried && conclusion.trim() === '' && (
            <span className="fault">{say(objectionTexts.missing, { field: say(objectionTexts.conclusion) })}</span>
          )}
        </label>
      </div>
      <Refusal error={settling.error} />
    </Modal>
  )
}

function RaiseDialog({ view, onClose }: { readonly view: BatchView; readonly onClose: () => void }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const [entry, setEntry] = useState<string>()
  const [from, setFrom] = useState('')
  const [content, setContent] = useState('')
  const [receivedOn, setReceivedOn] = useState<string | undefined>(jurisdiction.today)
  const [tried, setTried] = useState(false)
  const raising = useObjection('raise-objection', onClose)
  const missing = [
    ...(entry === undefined ? [objectionTexts.entry] : []),
    ...(from.trim() === '' ? [objectionTexts.from] : []),
    ...(content.trim() === '' ? [objectionTexts.content] : []),
  ]
  const confirm = () => {
    setTried(true)
    if (missing.length === 0)
      raising.mutate({ batch: view.batch.id, entry, from: from.trim(), content: content.trim(), ...(receivedOn && { receivedOn }) })
  }
  return (
    <Modal
      open
      title={say(objectionTexts.raise)}
      okText={say(objectionTexts.confirm)}
      cancelText={say(objectionTexts.cancel)}
      onOk={confirm}
      onCancel={onClose}
      confirmLoading={raising.isPending}
      okButtonProps={testId('confirm-raise')}
    >
      <div className="dialog-fields">
        <label>
          <span>{say(objectionTexts.entry)}</span>
          <Select
            value={entry ?? null}
            onChange={(chosen: string | null) => setEntry(chosen ?? undefined)}
            showSearch={{ optionFilterProp: 'label' }}
            options={view.entries.map(({ id, no, title }) => ({ value: id, label: `${no} ${title}` }))}
            data-testid="objected-entry"
          />
        </label>
        <label>
          <span>{say(objectionTexts.from)}</span>
          <Input value={from} maxLength={100} onChange={({ target }) => setFrom(target.value)} data-testid="objector" />
        </label>
        <label>
          <span>{say(objectionTexts.content)}</span>
          <Input.TextArea
            autoSize={ROWS}
            maxLength={2000}
            value={content}
            onChange={({ target }) => setContent(target.value)}
            data-testid="objection-content"
          />
        </label>
        <label>
          <span>{say(objectionTexts.receivedOn)}</span>
          <DayPicker id="received-on" value={receivedOn} latest={jurisdiction.today} onChange={setReceivedOn} />
        </label>
      </div>
      {tried &&
        missing.map((field) => (
          <p className="fault" key={field.en}>
            {say(objectionTexts.missing, { field: say(field) })}
          </p>
        ))}
      <Refusal error={raising.error} />
    </Modal>
  )
}

function useObjection(name: 'raise-objection' | 'settle-objection', onDone: () => void) {
  return useMutation({
    mutationFn: (body: Readonly<Record<string, unknown>>) => giveObjectionCommand(name, body),
    onSuccess: async () => {
      await refreshAfterWrite()
      onDone()
    },
  })
}
