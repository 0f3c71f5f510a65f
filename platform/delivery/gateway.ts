import { type Channel, forbiddenIn, type OutwardMessage, quotable, type Reason, type Sent } from './channel.ts'
import { atPointer } from './json-pointer.ts'
import { ForbiddenAddress, type Line, type OutwardAnswer, openLine } from './outward-request.ts'
import { type SignatureSettings, signatureOf, timestampOf } from './signature.ts'

type Scalar = string | number | boolean

/** Where the answer tells something, and which values mean it. */
export interface Telltale {
  readonly pointer: string
  readonly oneOf: readonly Scalar[]
}

/** An HTTP platform that takes messages: SMS, the robots of messengers, a province's own message centre. All it differs in is data. */
export interface GatewaySettings {
  readonly url: string
  readonly method: 'POST' | 'PUT'
  readonly headers: Readonly<Record<string, string>>
  /** JSON in whose texts stand {to}, {subject}, {text}, {id}, {timestamp}, {token}; {signature} where the body is not signed itself. */
  readonly body: unknown
  readonly signature?: SignatureSettings | undefined
  /** A 2yz answer that does not say so here is a refusal; without it every 2yz is success. */
  readonly accepted?: Telltale | undefined
  /** Codes of a refusal that passes: too many at once, busy. */
  readonly again?: Telltale | undefined
  readonly receiptPointer?: string | undefined
}

export interface GatewaySecrets {
  readonly token?: string | undefined
  readonly signKey?: string | undefined
}

/** Opens a gateway; the line is closed with it. */
export function gatewayChannel(name: string, settings: GatewaySettings, secrets: GatewaySecrets): Channel {
  const line = openLine()
  return {
    name,
    close: () => line.close(),
    async send(message) {
      const fault = forbiddenIn(message)
      if (fault) return { outcome: 'refused', reason: fault }
      try {
        return judged(settings, await asked(line, settings, secrets, message))
      } catch (error) {
        return failed(error)
      }
    },
  }
}

type Values = Readonly<Record<string, string>>

async function asked(line: Line, settings: GatewaySettings, secrets: GatewaySecrets, message: OutwardMessage): Promise<OutwardAnswer> {
  const { id, to, subject, text, at } = message
  const { signature } = settings
  const plain: Values = { id, to, subject, text, token: secrets.token ?? '', timestamp: timestampOf(signature ?? { unit: 's' }, at) }
  const signsBody = signature?.signs.includes('{body}') === true
  const unsigned = JSON.stringify(filled(settings.body, plain))
  const sign = signature && secrets.signKey !== undefined && signed(signature, secrets.signKey, { ...plain, body: unsigned })
  const values = { ...plain, ...(sign && { signature: sign }) }
  return line.ask({
    url: new URL(inText(settings.url, values, encodeURIComponent)),
    method: settings.method,
    headers: {
      ...Object.fromEntries(Object.entries(settings.headers).map(([header, value]) => [header, inText(value, values)])),
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': id,
    },
    body: signsBody ? unsigned : JSON.stringify(filled(settings.body, values)),
  })
}

function signed({ signs, encoding }: SignatureSettings, key: string, values: Values): string {
  return signatureOf(inText(signs, { ...values, signKey: key }), key, encoding)
}

/** Every text in a JSON value filled; JSON.stringify does the quoting, so that no text can end its own string. */
function filled(template: unknown, values: Values): unknown {
  if (typeof template === 'string') return inText(template, values)
  if (Array.isArray(template)) return template.map((each) => filled(each, values))
  if (typeof template !== 'object' || template === null) return template
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, filled(value, values)]))
}

function inText(text: string, values: Values, write: (value: string) => string = (value) => value): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? write(values[name]!) : whole))
}

function judged(settings: GatewaySettings, { status, retryAfter, body }: OutwardAnswer): Sent {
  const said = `HTTP ${status} ${quotable(body)}`.trim()
  const after = Number(retryAfter)
  if (status === 429 || status === 408 || status >= 500)
    return { outcome: 'again', reason: busy(said), ...(Number.isFinite(after) && after > 0 && { afterSeconds: after }) }
  if (status >= 300 && status < 400)
    return {
      outcome: 'refused',
      reason: { zh: `网关要求转到别处，未予跟随：${said}`, en: `the gateway redirects, which is not followed: ${said}` },
    }
  if (status < 200 || status >= 400) return { outcome: 'refused', reason: turnedDown(said) }
  const answer = parsed(body)
  if (settings.accepted && !tells(answer, settings.accepted))
    return settings.again && tells(answer, settings.again)
      ? { outcome: 'again', reason: busy(said) }
      : { outcome: 'refused', reason: turnedDown(said) }
  return {
    outcome: 'accepted',
    receipt: settings.receiptPointer === undefined ? null : asReceipt(atPointer(answer, settings.receiptPointer)),
  }
}

/** A platform writes 0, "0" or 0.0 for the same code. */
function tells(answer: unknown, { pointer, oneOf }: Telltale): boolean {
  const found = atPointer(answer, pointer)
  return oneOf.some((each) => found === each || (found !== undefined && found !== null && String(found) === String(each)))
}

const LONGEST_RECEIPT = 200

function asReceipt(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, LONGEST_RECEIPT) : null
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Nothing came back: the platform may have taken the message all the same, and knows it by its id when it comes again. */
function failed(error: unknown): Sent {
  if (error instanceof ForbiddenAddress)
    return {
      outcome: 'refused',
      reason: { zh: `网关地址不允许访问：${error.message}`, en: `the gateway's address may not be asked: ${error.message}` },
    }
  const said = quotable(error instanceof Error ? error.message : String(error))
  return { outcome: 'again', reason: { zh: `连不上网关：${said}`, en: `the gateway cannot be reached: ${said}` } }
}

const busy = (said: string): Reason => ({ zh: `网关暂不接收：${said}`, en: `the gateway asks to wait: ${said}` })
const turnedDown = (said: string): Reason => ({ zh: `网关拒收：${said}`, en: `the gateway refuses the message: ${said}` })
