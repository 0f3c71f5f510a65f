import type { Problem } from '#contract/problem.ts'

/** A reason in both languages. */
export type Reason = Problem['words']

/** What goes out: to one address, known outside by an id that stays the same when it is sent again. */
export interface OutwardMessage {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly at: Date
}

/** What became of it: taken, turned down for good, or worth another try. */
export type Sent =
  | { readonly outcome: 'accepted'; readonly receipt: string | null }
  | { readonly outcome: 'refused'; readonly reason: Reason }
  | { readonly outcome: 'again'; readonly reason: Reason; readonly afterSeconds?: number }

/** One way out of the house. `send` never throws for what a server or a network may answer. */
export interface Channel {
  readonly name: string
  send(message: OutwardMessage): Promise<Sent>
  close(): void
}

/** A line break in a subject or an address would begin a header of its own (CWE-93); no message with one leaves. */
export function forbiddenIn({ to, subject, id }: Pick<OutwardMessage, 'to' | 'subject' | 'id'>): Reason | undefined {
  if (![to, subject, id].some(hasControls)) return undefined
  return { zh: '主题或地址含有换行等控制字符，未予发送', en: 'the subject or the address holds control characters; it was not sent' }
}

/** Whether a text holds control characters, line breaks among them. */
export function hasControls(text: string): boolean {
  return CONTROLS.test(text)
}

const CONTROLS = /\p{Cc}/u
const LONGEST_ANSWER = 300
/** Looking for addresses takes the square of the length: 65,000 characters without one took 45 s. */
const LOOKED_AT = 2000

/** An answer from outside as it may be kept and shown: one line, short, without addresses or numbers of people. */
export function quotable(answer: string): string {
  return answer
    .slice(0, LOOKED_AT)
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .replaceAll(/[^\s<>@"':]+@[^\s<>@"':]+/gu, '***')
    .replaceAll(/\d{7,}/gu, '***')
    .trim()
    .slice(0, LONGEST_ANSWER)
}
