import type { MessageKind } from '#contract/delivery.ts'
import { NOTICE_LABELS } from '#contract/notices.ts'
import type { Language } from '#engine/define/words.ts'
import { engineTable, type Store } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import type { OutwardMessage } from '#platform/delivery/channel.ts'
import { type Facts, fillTemplate } from '../rules/fill-template.ts'
import { localTime } from '../rules/local-time.ts'
import { linesOf, pathFor, type ToldNotice, total } from '../rules/tell.ts'
import type { KeptChannel } from './channel-store.ts'
import { openTitle } from './open-title.ts'
import type { Claimed } from './outbox-claim.ts'
import type { Recipient } from './recipients.ts'
import type { TemplateFor } from './templates.ts'

/** What the notices of a message are, its own and those that go out with it, in the order they came. */
export async function noticesOfMessages(store: Store, messages: readonly Claimed[]): Promise<ReadonlyMap<string, readonly ToldNotice[]>> {
  const text = `select coalesce(own.part_of, own.id) as message, notice.kind, notice.register, notice.entry, notice.act, notice.many
    from ${engineTable(store, 'outbox')} own join ${engineTable(store, 'notice')} notice on notice.id = own.notice
    where (own.id = any($1) or own.part_of = any($1)) and own.state = 'waiting' order by notice.at, notice.id`
  const rows = await ask(poolReader(store), text, [messages.map(({ id }) => id)])
  return Map.groupBy(rows as unknown as readonly (ToldNotice & { readonly message: string })[], ({ message }) => message) // the columns named above
}

/** What a message is made from. */
export interface Making {
  readonly message: Claimed
  readonly channel: KeptChannel
  readonly to: string
  readonly language: Recipient['language']
  readonly notices: readonly ToldNotice[]
  readonly templates: TemplateFor
}

/** The message in its words; several notices become one digest. */
export async function composed(store: Store, making: Making): Promise<OutwardMessage> {
  const { message, channel, to, language, notices, templates } = making
  const kind = notices.length > 1 ? 'digest' : message.kind
  const template = templates(kind, channel.settings.transport, language)
  const matter = `${template.subject}${template.body}`.includes('{matter}') ? await matterOf(store, message.person, notices, language) : ''
  const { subject, body } = fillTemplate(template, { ...factsOf(store, kind, channel, language, notices), matter })
  return { id: message.id, to, subject, text: body, at: store.clock.now() }
}

function factsOf(
  store: Store,
  kind: MessageKind,
  { title, habits }: KeptChannel,
  language: Language,
  notices: readonly ToldNotice[],
): Facts {
  const registerTitle = titlesIn(store, language)
  const [first] = notices
  const { day, time } = localTime(store.clock.now(), store.timeZone)
  return {
    count: String(kind === 'digest' ? notices.length : total(notices)),
    register: registerTitle(first?.register ?? ''),
    act: store.catalogue.get(first?.register ?? '')?.moves[first?.act ?? '']?.label[language] ?? '',
    lines: linesOf(notices, language, { kind: (own) => NOTICE_LABELS[own][language], register: registerTitle }),
    link: habits.linkBase ? `${habits.linkBase.replace(/\/+$/, '')}${pathFor(kind)}` : '',
    time: `${day} ${time}`,
    channel: title,
  }
}

/** The title of one entry that is open to the public and to this person; of any other only which list it is of. */
async function matterOf(store: Store, person: string, notices: readonly ToldNotice[], language: Language): Promise<string> {
  const { register, entry } = notices[0] ?? {}
  const one = total(notices) === 1 && register && entry ? await openTitle(store, person, register, entry) : undefined
  if (one !== undefined) return `“${one}”`
  const title = titlesIn(store, language)(register ?? '')
  return language === 'zh' ? `${total(notices)} 件“${title}”` : `${total(notices)} of “${title}”`
}

function titlesIn(store: Store, language: Language) {
  return (name: string) => store.catalogue.get(name)?.title[language] ?? ''
}
