import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { type ChannelView, MESSAGE_STATES, type MessageState, type OutboxView } from '#contract/delivery.ts'
import { getOutbox, treatMessages } from '../../api/delivery.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { useSession } from '../../api/session-gate.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { AskDialog } from '../../frame/ask-dialog.tsx'
import type { Asked } from '../../frame/asked-fields.tsx'
import { DataTable } from '../../frame/data-table.tsx'
import { Empty } from '../../frame/page-state.tsx'
import { given } from '../../frame/search-params.ts'
import { ToneTag } from '../../frame/state-tag.tsx'
import { deliveryTexts, MESSAGE_LABELS, outboxTexts, STATE_LABELS } from '../../texts/texts-delivery.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'
import { Pages } from '../work-list/pages.tsx'

const route = getRouteApi('/frame/channels')
const TONES: Readonly<Record<MessageState, string>> = {
  waiting: 'waiting',
  sent: 'good',
  delivered: 'good',
  failed: 'bad',
  given_up: 'plain',
}
type Message = OutboxView['items'][number]
type Act = 'retry' | 'give-up'

/** What left or is to leave, with what became of it; what failed is sent again or given up. */
export function OutboxList({ channels }: { readonly channels: readonly ChannelView[] }) {
  const say = useSay()
  const navigate = useNavigate()
  const { state, channel } = route.useSearch()
  const [treated, setTreated] = useState<{ readonly messages: readonly Message[]; readonly act: Act }>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const treat = (act: Act, messages: readonly Message[]) => setTreated({ act, messages })
  const filter = (more: { readonly state?: string | undefined; readonly channel?: string | undefined }) =>
    void navigate({ to: '/channels', search: given({ tab: 'outbox', state, channel, ...more }) })
  return (
    <section className="panel">
      <div className="work-filters">
        <PlainSelect
          label={say(deliveryTexts.state)}
          value={state ?? ''}
          options={[
            { value: '', label: say(outboxTexts.allStates) },
            ...MESSAGE_STATES.map((value) => ({ value, label: say(STATE_LABELS[value]) })),
          ]}
          onChange={(value) => filter({ state: value || undefined })}
          testId="outbox-state"
        />
        <PlainSelect
          label={say(deliveryTexts.channel)}
          value={channel ?? ''}
          options={[{ value: '', label: say(outboxTexts.allChannels) }, ...channels.map(({ id, title }) => ({ value: id, label: title }))]}
          onChange={(value) => filter({ channel: value || undefined })}
        />
      </div>
      <Pages name="outbox" question={given({ state, channel })} get={getOutbox}>
        {(items: readonly Message[]) =>
          items.length === 0 ? (
            <Empty title={say(outboxTexts.none)} note={say(outboxTexts.noneNote)} />
          ) : (
            <>
              <ChosenBar items={items} chosen={chosen} onChoose={setChosen} onTreat={treat} />
              <Messages items={items} chosen={chosen} onChoose={setChosen} onTreat={treat} />
            </>
          )
        }
      </Pages>
      {treated && (
        <TreatDialog
          {...treated}
          onClose={() => {
            setTreated(undefined)
            setChosen(new Set())
          }}
        />
      )}
    </section>
  )
}

interface MessagesProps {
  readonly items: readonly Message[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly onTreat: (act: Act, messages: readonly Message[]) => void
}

const mayRetry = ({ state }: Message) => state === 'failed' || state === 'given_up' || state === 'waiting'
const mayGiveUp = ({ state }: Message) => state === 'failed' || state === 'waiting'
/** As many as one act may take. */
const MOST_AT_ONCE = 200

/** All that failed in one go: after a mail server was away for a day there are hundreds. */
function ChosenBar({ items, chosen, onChoose, onTreat }: MessagesProps) {
  const say = useSay()
  const failed = items.filter(({ state }) => state === 'failed').slice(0, MOST_AT_ONCE)
  const own = items.filter(({ id }) => chosen.has(id))
  const [again, up] = [own.filter(mayRetry), own.filter(mayGiveUp)]
  if (failed.length === 0 && own.length === 0) return null
  return (
    <div className="work-filters" data-testid="outbox-bulk">
      {failed.length > 0 && (
        <Button size="small" onClick={() => onChoose(new Set(failed.map(({ id }) => id)))} data-testid="choose-failed">
          {say(outboxTexts.chooseFailed, { count: failed.length })}
        </Button>
      )}
      {own.length > 0 && (
        <>
          {again.length > 0 && (
            <Button size="small" type="primary" onClick={() => onTreat('retry', again)} data-testid="retry-chosen">
              {say(outboxTexts.retryChosen, { count: again.length })}
            </Button>
          )}
          {up.length > 0 && (
            <Button size="small" onClick={() => onTreat('give-up', up)} data-testid="give-up-chosen">
              {say(outboxTexts.giveUpChosen, { count: up.length })}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

function Messages({ items, chosen, onChoose, onTreat }: MessagesProps) {
  const say = useSay()
  const zone = useSession().jurisdiction.timeZone
  const toggle = (id: string) => onChoose(chosen.has(id) ? new Set([...chosen].filter((one) => one !== id)) : new Set([...chosen, id]))
  const about = ({ kind, many }: Message) =>
    many > 1 ? say(outboxTexts.several, { kind: say(MESSAGE_LABELS[kind]), count: many }) : say(MESSAGE_LABELS[kind])
  const told = ({ state, reason, dueAt }: Message) => {
    const next = state === 'waiting' ? say(outboxTexts.next, { time: instantInTable(dueAt, zone) }) : ''
    return [reason ? say(reason) : '', next].filter((text) => text !== '').join(' · ') || '—'
  }
  return (
    <DataTable
      caption={say(deliveryTexts.tabs.outbox)}
      rows={items}
      rowKey={({ id }) => id}
      testId={({ id }) => `message-${id}`}
      isChosen={({ id }) => chosen.has(id)}
      columns={[
        {
          key: 'choose',
          title: <span className="visually-hidden">{say(outboxTexts.choose)}</span>,
          fit: true,
          render: (row) =>
            mayRetry(row) && (
              <Checkbox
                checked={chosen.has(row.id)}
                disabled={!chosen.has(row.id) && chosen.size >= MOST_AT_ONCE}
                onChange={() => toggle(row.id)}
                aria-label={say(outboxTexts.chooseOne, { what: about(row), person: row.personName })}
              />
            ),
        },
        { key: 'what', title: say(outboxTexts.what), main: true, render: about },
        { key: 'person', title: say(outboxTexts.person), render: ({ personName, kind }) => (kind === 'test' ? '—' : personName) },
        { key: 'channel', title: say(deliveryTexts.channel), render: ({ channelTitle }) => channelTitle },
        {
          key: 'state',
          title: say(deliveryTexts.state),
          fit: true,
          render: ({ state }) => <ToneTag tone={TONES[state]} label={STATE_LABELS[state]} />,
        },
        {
          key: 'tries',
          title: say(outboxTexts.tries),
          fit: true,
          align: 'end',
          render: ({ tries }) => <span className="number">{tries}</span>,
        },
        {
          key: 'made',
          title: say(outboxTexts.made),
          fit: true,
          render: ({ madeAt }) => <span className="number">{instantInTable(madeAt, zone)}</span>,
        },
        { key: 'reason', title: say(outboxTexts.reason), render: (row) => <span className="channel-reason">{told(row)}</span> },
        {
          key: 'acts',
          title: '',
          render: (row) => (
            <span className="row-acts">
              {mayRetry(row) && (
                <Button size="small" onClick={() => onTreat('retry', [row])} data-testid={`retry-${row.id}`}>
                  {say(outboxTexts.retry)}
                </Button>
              )}
              {mayGiveUp(row) && (
                <Button size="small" onClick={() => onTreat('give-up', [row])} data-testid={`give-up-${row.id}`}>
                  {say(outboxTexts.giveUp)}
                </Button>
              )}
            </span>
          ),
        },
      ]}
    />
  )
}

interface TreatDialogProps {
  readonly messages: readonly Message[]
  readonly act: Act
  readonly onClose: () => void
}

const WHY: readonly Asked[] = [{ name: 'reason', label: outboxTexts.why, control: 'line' }]

function TreatDialog({ messages, act, onClose }: TreatDialogProps) {
  const say = useSay()
  const ids = messages.map(({ id }) => id)
  return (
    <AskDialog
      title={say(act === 'retry' ? outboxTexts.retryChosen : outboxTexts.giveUpChosen, { count: ids.length })}
      ok={say(act === 'retry' ? outboxTexts.retry : outboxTexts.giveUp)}
      okId="confirm-treat"
      asks={() => WHY}
      onGive={async ({ reason = '' }) => {
        await treatMessages(act, ids, reason)
        await refreshAfterWrite()
      }}
      onClose={onClose}
    />
  )
}
