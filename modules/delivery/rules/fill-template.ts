import type { MessageKind } from '#contract/delivery.ts'
import type { Template } from './default-templates.ts'

/** What may stand in braces. Names of people and the content of entries are not among them. */
export type Placeholder = 'count' | 'register' | 'act' | 'matter' | 'link' | 'time' | 'lines' | 'channel'
export type Facts = Readonly<Partial<Record<Placeholder, string>>>

const OF_ENTRIES = ['count', 'register', 'act', 'matter', 'link', 'time'] as const
const OF_REMINDERS = ['count', 'link', 'time'] as const

/** The facts that there are about each kind. */
export const PLACEHOLDERS: Readonly<Record<MessageKind, readonly Placeholder[]>> = {
  waiting: OF_ENTRIES,
  overdue: OF_REMINDERS,
  due: OF_REMINDERS,
  returned: OF_ENTRIES,
  accepted: OF_ENTRIES,
  declined: OF_ENTRIES,
  published: OF_ENTRIES,
  objected: OF_ENTRIES,
  reminded: OF_ENTRIES,
  closed: OF_ENTRIES,
  copied: OF_ENTRIES,
  called: OF_ENTRIES,
  imported: OF_ENTRIES,
  digest: ['count', 'lines', 'link', 'time'],
  test: ['channel', 'link', 'time'],
}

const BRACES = /\{(\w+)\}/g

/** The names in braces that this kind has no fact for. */
export function unknownPlaceholders(kind: MessageKind, { subject, body }: Template): readonly string[] {
  const known: readonly string[] = PLACEHOLDERS[kind]
  return [...new Set([...`${subject}\n${body}`.matchAll(BRACES)].map(([, name]) => name!))].filter((name) => !known.includes(name))
}

/** The template with its facts; a line that holds nothing but a missing link goes, a head is always one line. */
export function fillTemplate({ subject, body }: Template, facts: Facts): Template {
  const fill = (text: string) =>
    text.replaceAll(BRACES, (whole, name: string) => (Object.hasOwn(facts, name) ? (facts as Record<string, string>)[name]! : whole))
  const lines = body.split('\n').filter((line) => line.trim() !== '{link}' || facts.link)
  return {
    subject: fill(subject)
      .replaceAll(/\p{Cc}+/gu, ' ')
      .trim(),
    body: fill(lines.join('\n')).trim(),
  }
}
