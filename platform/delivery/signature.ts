import { createHmac, timingSafeEqual } from 'node:crypto'

/** What is signed by HMAC-SHA256 and how the signature is written; what platforms ask for differs in these three things. */
export interface SignatureSettings {
  /** What the key is laid over, with {timestamp}, {body}, {id} and {signKey}: "{timestamp}\n{body}". */
  readonly signs: string
  readonly encoding: 'hex' | 'base64'
  readonly unit: 's' | 'ms'
}

/** The timestamp as the platform counts it. */
export function timestampOf({ unit }: Pick<SignatureSettings, 'unit'>, at: Date): string {
  return String(unit === 'ms' ? at.getTime() : Math.floor(at.getTime() / 1000))
}

/** HMAC-SHA256 (RFC 2104) of a text. */
export function signatureOf(text: string, key: string, encoding: SignatureSettings['encoding']): string {
  return createHmac('sha256', key).update(text, 'utf8').digest(encoding)
}

const SKEW_S = 300

/** How a receipt is signed: HMAC-SHA256 over "timestamp\nbody" in hexadecimal, with seconds since 1970, not older than five minutes. */
export function isSignedNow(
  given: { readonly timestamp: unknown; readonly signature: unknown; readonly body: string },
  key: string,
  now: Date,
): boolean {
  const { timestamp, signature, body } = given
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp) || typeof signature !== 'string') return false
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > SKEW_S) return false
  const [expected, got] = [Buffer.from(signatureOf(`${timestamp}\n${body}`, key, 'hex')), Buffer.from(signature.toLowerCase())]
  return expected.length === got.length && timingSafeEqual(expected, got)
}
