import type { ChannelSettings, ChannelView, Habits, SetChannel } from '#contract/delivery.ts'

/** A channel as it is typed: numbers and JSON are text until they are sent. */
export interface ChannelDraft {
  readonly title: string
  readonly code: string
  readonly transport: ChannelSettings['transport']
  readonly smtp: Readonly<Record<'host' | 'port' | 'security' | 'user' | 'from' | 'fromName' | 'authority', string>>
  readonly gateway: string
  readonly secrets: Readonly<Record<'password' | 'token' | 'signKey', string>>
  readonly habits: Habits
}

const NEW_SMTP = { host: '', port: '465', security: 'tls', user: '', from: '', fromName: '', authority: '' }
const NO_SECRETS = { password: '', token: '', signKey: '' }
const NEW_HABITS: Habits = {
  kinds: ['waiting', 'overdue', 'due', 'returned', 'objected', 'called'],
  cadence: 'once',
  digestAt: '08:30',
  quiet: { from: '21:00', until: '08:00', daysOff: true },
  urgentDays: 1,
}

/** What the form begins with. */
export function draftOf(kept: ChannelView | undefined): ChannelDraft {
  if (!kept) return { title: '', code: 'mail', transport: 'smtp', smtp: NEW_SMTP, gateway: '', secrets: NO_SECRETS, habits: NEW_HABITS }
  const { title, code, settings, habits } = kept
  const { transport, ...rest } = settings
  const smtp = settings.transport === 'smtp' ? { ...NEW_SMTP, ...texts(rest) } : NEW_SMTP
  return {
    title,
    code,
    transport,
    smtp,
    gateway: transport === 'gateway' ? JSON.stringify(rest, null, 2) : '',
    secrets: NO_SECRETS,
    habits,
  }
}

function texts(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
}

/** What is sent; undefined while the JSON is none. The server judges the rest and names every field. */
export function channelOf(
  { title, code, transport, smtp, gateway, secrets, habits }: ChannelDraft,
  channel: string | undefined,
): SetChannel | undefined {
  const settings = transport === 'smtp' ? { ...given(smtp), transport, port: Number(smtp.port) } : withTransport(gateway)
  if (!settings) return undefined
  const typed = given(secrets)
  return {
    title,
    code,
    settings: settings as ChannelSettings, // the server's schema judges what was typed
    habits,
    ...(channel !== undefined && { channel }),
    ...(Object.keys(typed).length > 0 && { secrets: typed }),
  }
}

function withTransport(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? { ...value, transport: 'gateway' } : undefined
  } catch {
    return undefined
  }
}

function given(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''))
}
