import { useMutation } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { type ChannelsView, type ChannelView, type SetChannel, TRANSPORTS } from '#contract/delivery.ts'
import { setChannel } from '../../api/delivery.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { Dialog } from '../../frame/dialog.tsx'
import { Refusal } from '../../frame/page-state.tsx'
import { channelFormTexts, deliveryTexts, TRANSPORT_LABELS } from '../../texts/texts-delivery.ts'
import { useSay } from '../../texts/use-say.ts'
import { type ChannelDraft, channelOf, draftOf } from './channel-draft.ts'
import { GatewayFields, SmtpFields } from './connection-fields.tsx'
import { HabitFields } from './habit-fields.tsx'

interface ChannelFormProps {
  readonly kept: ChannelView | undefined
  readonly examples: ChannelsView['examples']
  readonly onClose: () => void
}

const WIDTH = 760
const { name, code, host, port, security, user, from, fromName, authority, password, token, signKey, settings, linkBase } = channelFormTexts
/** What the server calls the fields, as the form does. */
const LABELS = {
  title: name,
  code,
  'settings.host': host,
  'settings.port': port,
  'settings.security': security,
  'settings.user': user,
  'settings.from': from,
  'settings.fromName': fromName,
  'settings.authority': authority,
  'settings.body': settings,
  'settings.url': settings,
  'settings.headers': settings,
  'settings.signature.signs': settings,
  'habits.linkBase': linkBase,
  'secrets.password': password,
  'secrets.token': token,
  'secrets.signKey': signKey,
}

/** A new channel or an old one: how it is reached, and what it tells of when. */
export function ChannelForm({ kept, examples, onClose }: ChannelFormProps) {
  const say = useSay()
  const [draft, setDraft] = useState<ChannelDraft>(() => draftOf(kept))
  const [isBroken, setBroken] = useState(false)
  const saving = useMutation({
    mutationFn: (channel: SetChannel) => setChannel(channel),
    onSuccess: async () => {
      await refreshAfterWrite()
      onClose()
    },
  })
  const save = () => {
    const channel = channelOf(draft, kept?.id)
    setBroken(channel === undefined)
    if (channel) saving.mutate(channel)
  }
  const line = (name: 'title' | 'code') => (
    <label>
      <span>{say(name === 'title' ? channelFormTexts.name : channelFormTexts.code)}</span>
      <Input
        value={draft[name]}
        maxLength={60}
        onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
        data-testid={`channel-${name}`}
      />
    </label>
  )
  return (
    <Dialog
      title={kept ? kept.title : say(deliveryTexts.add)}
      ok={say(deliveryTexts.save)}
      okId="save-channel"
      width={WIDTH}
      isBusy={saving.isPending}
      isTouched={true}
      onOk={save}
      onClose={onClose}
    >
      <div className="dialog-fields channel-fields">
        {line('title')}
        {line('code')}
        <label className="field-wide">
          <span>{say(deliveryTexts.kind)}</span>
          <PlainSelect
            label={say(deliveryTexts.kind)}
            value={draft.transport}
            options={TRANSPORTS.map((value) => ({ value, label: say(TRANSPORT_LABELS[value]) }))}
            onChange={(value) => setDraft({ ...draft, transport: value === 'gateway' ? 'gateway' : 'smtp' })}
            testId="channel-transport"
          />
        </label>
        <h3 className="field-wide">{say(channelFormTexts.connection)}</h3>
        {draft.transport === 'smtp' ? (
          <SmtpFields draft={draft} kept={kept?.secrets ?? []} onChange={setDraft} />
        ) : (
          <GatewayFields draft={draft} kept={kept?.secrets ?? []} channel={kept?.id} examples={examples} onChange={setDraft} />
        )}
        <h3 className="field-wide">{say(channelFormTexts.habits)}</h3>
        <p className="note field-wide">{say(channelFormTexts.habitsNote)}</p>
        <HabitFields habits={draft.habits} onChange={(habits) => setDraft({ ...draft, habits })} />
      </div>
      {isBroken && <p className="fault">{say(channelFormTexts.notJson)}</p>}
      <Refusal error={saving.error} labels={LABELS} />
    </Dialog>
  )
}
