import { Input } from 'antd'
import type { ChannelsView } from '#contract/delivery.ts'
import { API } from '../../api/request.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { channelFormTexts } from '../../texts/texts-delivery.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'
import type { ChannelDraft } from './channel-draft.ts'

interface FieldsProps {
  readonly draft: ChannelDraft
  /** Secrets that are kept already. */
  readonly kept: readonly string[]
  readonly onChange: (draft: ChannelDraft) => void
}

const SECURITY = { tls: channelFormTexts.tls, starttls: channelFormTexts.starttls, none: channelFormTexts.noSecurity }
const JSON_ROWS = { minRows: 8, maxRows: 20 }
const PEM_ROWS = { minRows: 2, maxRows: 6 }

/** Server, sign-in and sender. */
export function SmtpFields({ draft, kept, onChange }: FieldsProps) {
  const say = useSay()
  const { smtp } = draft
  const set = (name: keyof ChannelDraft['smtp'], value: string) => onChange({ ...draft, smtp: { ...smtp, [name]: value } })
  const line = (name: 'host' | 'port' | 'user' | 'from' | 'fromName') => (
    <label>
      <span>{say(channelFormTexts[name])}</span>
      <Input value={smtp[name]} maxLength={253} onChange={({ target }) => set(name, target.value)} data-testid={`smtp-${name}`} />
    </label>
  )
  return (
    <>
      {line('host')}
      {line('port')}
      <label>
        <span>{say(channelFormTexts.security)}</span>
        <PlainSelect
          label={say(channelFormTexts.security)}
          value={smtp.security}
          options={Object.entries(SECURITY).map(([value, words]) => ({ value, label: say(words) }))}
          onChange={(value) => set('security', value)}
          testId="smtp-security"
        />
      </label>
      {line('from')}
      {line('fromName')}
      {line('user')}
      <Secret name="password" label={channelFormTexts.password} draft={draft} kept={kept} onChange={onChange} />
      <label className="field-wide">
        <span>{say(channelFormTexts.authority)}</span>
        <Input.TextArea
          autoSize={PEM_ROWS}
          value={smtp.authority}
          onChange={({ target }) => set('authority', target.value)}
          data-testid="smtp-authority"
        />
      </label>
    </>
  )
}

interface GatewayFieldsProps extends FieldsProps {
  readonly channel: string | undefined
  readonly examples: ChannelsView['examples']
}

/** The interface as JSON, beginning with an example, and its secrets. */
export function GatewayFields({ draft, kept, channel, examples, onChange }: GatewayFieldsProps) {
  const say = useSay()
  const chosen = examples.find(({ settings: { transport: _transport, ...rest } }) => JSON.stringify(rest, null, 2) === draft.gateway)
  const begin = (key: string) => {
    const found = examples.find((example) => example.key === key)
    if (!found) return
    const { transport: _transport, ...rest } = found.settings
    onChange({
      ...draft,
      gateway: JSON.stringify(rest, null, 2),
      title: draft.title || say(found.title),
      code: draft.code === 'mail' ? key : draft.code,
    })
  }
  return (
    <>
      <label className="field-wide">
        <span>{say(channelFormTexts.example)}</span>
        <PlainSelect
          label={say(channelFormTexts.example)}
          value={chosen?.key ?? ''}
          options={[
            { value: '', label: say(channelFormTexts.noExample) },
            ...examples.map(({ key, title }) => ({ value: key, label: say(title) })),
          ]}
          onChange={begin}
          testId="gateway-example"
        />
      </label>
      {chosen && <p className="warning-note field-wide">{say(chosen.note)}</p>}
      <label className="field-wide">
        <span>{say(channelFormTexts.settings)}</span>
        <Input.TextArea
          className="code-text"
          autoSize={JSON_ROWS}
          value={draft.gateway}
          onChange={({ target }) => onChange({ ...draft, gateway: target.value })}
          data-testid="gateway-settings"
        />
        <span className="note">{say(channelFormTexts.settingsNote)}</span>
        {channel !== undefined && (
          <span className="note">{say(channelFormTexts.receipt, { path: `${location.origin}${API}/receipts/${channel}` })}</span>
        )}
      </label>
      <Secret name="token" label={channelFormTexts.token} draft={draft} kept={kept} onChange={onChange} />
      <Secret name="signKey" label={channelFormTexts.signKey} draft={draft} kept={kept} onChange={onChange} />
    </>
  )
}

interface SecretProps extends FieldsProps {
  readonly name: keyof ChannelDraft['secrets']
  readonly label: Words
}

/** Never shown: typing replaces what is kept. */
function Secret({ name, label, draft, kept, onChange }: SecretProps) {
  const say = useSay()
  return (
    <label>
      <span>{say(label)}</span>
      <Input.Password
        autoComplete="new-password"
        value={draft.secrets[name]}
        placeholder={kept.includes(name) ? say(channelFormTexts.kept) : ''}
        onChange={({ target }) => onChange({ ...draft, secrets: { ...draft.secrets, [name]: target.value } })}
        data-testid={`secret-${name}`}
      />
    </label>
  )
}
