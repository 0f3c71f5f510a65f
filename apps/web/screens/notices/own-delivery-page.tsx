import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { CADENCES, type DeliveryChoices, type OwnDelivery, type Quiet } from '#contract/delivery.ts'
import { chooseAddress, chooseDelivery, ownDeliveryQuery } from '../../api/delivery.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded, Refusal } from '../../frame/page-state.tsx'
import { CADENCE_LABELS, deliveryTexts, habitTexts, ownDeliveryTexts, TRANSPORT_LABELS } from '../../texts/texts-delivery.ts'
import { useSay } from '../../texts/use-say.ts'
import { KindBoxes, QuietFields } from '../channels/habit-fields.tsx'

const NIGHT: Quiet = { from: '21:00', until: '08:00', daysOff: true }

/** How I am told outside the product: where, by which channels, of what, when not. */
export function OwnDeliveryPage() {
  const say = useSay()
  const own = useQuery(ownDeliveryQuery)
  return (
    <Page
      title={say(ownDeliveryTexts.title)}
      note={say(ownDeliveryTexts.note)}
      width="reading"
      actions={<Link to="/notices">{say(ownDeliveryTexts.back)}</Link>}
    >
      <Loaded query={own}>
        {(view) => (
          <div className="stack">
            <section className="panel">
              <h2>{say(ownDeliveryTexts.addresses)}</h2>
              <p className="note">{say(ownDeliveryTexts.addressesNote)}</p>
              <Address name="mail" value={view.mail} />
              <Address name="phone" value={view.phone} />
            </section>
            {view.channels.length === 0 ? (
              <section className="panel">
                <Empty title={say(ownDeliveryTexts.none)} note={say(ownDeliveryTexts.noneNote)} />
              </section>
            ) : (
              <Choices view={view} />
            )}
          </div>
        )}
      </Loaded>
    </Page>
  )
}

/** Shown masked; typed anew or taken away. */
function Address({ name, value }: { readonly name: 'mail' | 'phone'; readonly value: string | null }) {
  const say = useSay()
  const [typed, setTyped] = useState<string>()
  const saving = useMutation({
    mutationFn: (next: string | null) => chooseAddress({ [name]: next }),
    onSuccess: async () => {
      await refreshAfterWrite()
      setTyped(undefined)
    },
  })
  return (
    <div className="address-line" data-testid={`address-${name}`}>
      <span className="note">{say(ownDeliveryTexts[name])}</span>
      {typed === undefined ? (
        <>
          <span className="number">{value ?? say(ownDeliveryTexts.missing)}</span>
          <Button size="small" onClick={() => setTyped('')} data-testid={`change-${name}`}>
            {say(ownDeliveryTexts.change)}
          </Button>
          {value !== null && (
            <Button size="small" loading={saving.isPending} onClick={() => saving.mutate(null)}>
              {say(ownDeliveryTexts.remove)}
            </Button>
          )}
        </>
      ) : (
        <>
          <Input
            type={name === 'mail' ? 'email' : 'tel'}
            aria-label={say(ownDeliveryTexts[name])}
            value={typed}
            maxLength={120}
            onChange={({ target }) => setTyped(target.value)}
            data-testid={`type-${name}`}
          />
          <Button
            size="small"
            type="primary"
            disabled={typed.trim() === ''}
            loading={saving.isPending}
            onClick={() => saving.mutate(typed.trim())}
            data-testid={`save-${name}`}
          >
            {say(deliveryTexts.save)}
          </Button>
          <Button size="small" onClick={() => setTyped(undefined)}>
            {say(deliveryTexts.cancel)}
          </Button>
        </>
      )}
      <Refusal error={saving.error} />
    </div>
  )
}

/** Every change is kept at once. */
function Choices({ view: { channels, choices } }: { readonly view: OwnDelivery }) {
  const say = useSay()
  const [draft, setDraft] = useState(choices)
  // One after the other: two changes in a moment must not arrive the other way round.
  const saving = useMutation({ mutationFn: chooseDelivery, scope: { id: 'own-delivery' }, onSuccess: () => refreshAfterWrite() })
  const change = (next: DeliveryChoices) => {
    setDraft(next)
    saving.mutate(next)
  }
  return (
    <>
      {channels.map((channel) => (
        <ChannelChoice key={channel.id} channel={channel} choices={draft} onChange={change} />
      ))}
      <QuietChoice
        quiet={draft.quiet}
        onChange={(quiet) => change(quiet === undefined ? { channels: draft.channels } : { ...draft, quiet })}
      />
      <p role="status" className="note" data-testid="choices-state">
        {saving.isSuccess ? say(ownDeliveryTexts.saved) : ''}
      </p>
      <Refusal error={saving.error} />
    </>
  )
}

interface ChannelChoiceProps {
  readonly channel: OwnDelivery['channels'][number]
  readonly choices: DeliveryChoices
  readonly onChange: (choices: DeliveryChoices) => void
}

function ChannelChoice({ channel: { id, title, transport, reached, habits }, choices, onChange }: ChannelChoiceProps) {
  const say = useSay()
  const own = choices.channels[id] ?? {}
  const set = (more: typeof own) => onChange({ ...choices, channels: { ...choices.channels, [id]: { ...own, ...more } } })
  return (
    <section className="panel" data-testid={`choice-${id}`}>
      <div className="panel-head">
        <h2>{title}</h2>
        <span className="note">{say(TRANSPORT_LABELS[transport])}</span>
      </div>
      {!reached && <p className="warning-note">{say(transport === 'smtp' ? ownDeliveryTexts.needsMail : ownDeliveryTexts.needsPhone)}</p>}
      <div className="dialog-fields">
        <KindBoxes kinds={own.kinds ?? habits.kinds} onChange={(kinds) => set({ kinds: [...kinds] })} />
        <label>
          <span>{say(habitTexts.cadence)}</span>
          <PlainSelect
            label={say(habitTexts.cadence)}
            value={own.cadence ?? habits.cadence}
            options={CADENCES.map((value) => ({ value, label: say(CADENCE_LABELS[value]) }))}
            onChange={(value) => set({ cadence: CADENCES.find((each) => each === value) ?? 'once' })}
            testId={`cadence-${id}`}
          />
        </label>
      </div>
    </section>
  )
}

function QuietChoice({
  quiet,
  onChange,
}: {
  readonly quiet: Quiet | null | undefined
  readonly onChange: (quiet: Quiet | null | undefined) => void
}) {
  const say = useSay()
  const chosen = quiet === undefined ? 'channel' : quiet === null ? 'none' : 'own'
  const options = [
    { value: 'channel', label: say(ownDeliveryTexts.as) },
    { value: 'own', label: say(ownDeliveryTexts.ownQuiet) },
    { value: 'none', label: say(habitTexts.atAnyHour) },
  ]
  const choose = (value: string) => onChange(value === 'own' ? NIGHT : value === 'none' ? null : undefined)
  return (
    <section className="panel">
      <h2>{say(habitTexts.quiet)}</h2>
      <PlainSelect label={say(habitTexts.quiet)} value={chosen} options={options} onChange={choose} testId="own-quiet" />
      {quiet && <QuietFields quiet={quiet} onChange={onChange} />}
    </section>
  )
}
