import type { MessageKind } from '#contract/delivery.ts'
import type { Language } from '#engine/define/words.ts'
import { engineTable, type Store } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import type { OutwardMessage } from '#platform/delivery/channel.ts'
import { defaultTemplate, type Template } from '../rules/default-templates.ts'
import { type Facts, fillTemplate } from '../rules/fill-template.ts'
import { linesOf, pathFor, type ToldNotice, timeIn, total } from '../rules/tell.ts'
import type { KeptChannel } from './channel-store.ts'
import type { Claimed } from './outbox-claim.ts'
import type { Recipient } from './recipients.ts'

/** A message in its words; several notices become one digest. */
export interface Composed {
  readonly kind: MessageKind
  readonly subject: string
  readonly text: string
}

/** What the notices of a message are, its own and those that go out with it, in the order they came. */
export async function noticesOfMessages(store: Store, messages: readonly Claimed[]): Promise<ReadonlyMap<string, readonly ToldNotice[]>> {
  const text = `select coalesce(own.part_of, own.id) as message, notice.kind, notice.register, notice.entry, notice.act, notice.many, notice.post, notice.at
    from ${engineTable(store, 'outbox')} own join ${engineTable(store, 'notice')} notice on notice.id = own.notice
    where (own.id = any($1) or own.part_of = any($1)) and own.state = 'waiting' order by notice.at, notice.id`
  const rows = await ask(poolReader(store), text, [messages.map(({ id }) => id)])
  return Map.groupBy(rows as unknown as readonly (ToldNotice & { readonly message: string })[], ({ message }) => message) // the columns named above
}

/** The words of one message for one person. */
export function composed(
  store: Store,
  message: Claimed,
  channel: KeptChannel,
  { language }: Pick<Recipient, 'language'>,
  notices: readonly ToldNotice[],
): Composed {
  const kind = notices.length > 1 ? 'digest' : message.kind
  const template = defaultTemplate(kind, channel.settings.transport, language)
  const { subject, body } = fillTemplate(template satisfies Template, factsOf(store, kind, channel, language, notices))
  return { kind, subject, text: body }
}

function factsOf(
  store: Store,
  kind: MessageKind,
  { title, habits }: KeptChannel,
  language: Language,
  notices: readonly ToldNotice[],
): Facts {
  const registerTitle = (name: string) => store.catalogue.get(name)?.title[language] ?? ''
  const [first] = notices
  return {
    count: String(kind === 'digest' ? notices.length : total(notices)),
    register: first?.register ? registerTitle(first.register) : '',
    act: first?.register && first.act ? (store.catalogue.get(first.register)?.moves[first.act]?.label[language] ?? '') : '',
    matter: '',
    lines: linesOf(notices, language, registerTitle),
    link: habits.linkBase ? `${habits.linkBase.replace(/\/+$/, '')}${pathFor(kind)}` : '',
    time: timeIn(store.clock.now(), store.timeZone),
    channel: title,
  }
}

/** A message as the adapter takes it. */
export function outward(store: Store, { id }: Claimed, to: string, { subject, text }: Composed): OutwardMessage {
  return { id, to, subject, text, at: store.clock.now() }
}
