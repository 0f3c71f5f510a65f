import type { Store } from './context.ts'

/** Where the next page starts: the values of the last row seen, and which question it belongs to; signed, so that nobody makes one up. */
export function writeCursor({ secrets }: Pick<Store, 'secrets'>, after: readonly unknown[], print: string): string {
  const body = Buffer.from(JSON.stringify([...after, print])).toString('base64url')
  return `${body}.${secrets.hmac(body).slice(0, 16)}`
}

/** Null when it was altered or belongs to another question. */
export function readCursor<After extends readonly unknown[]>(
  { secrets }: Pick<Store, 'secrets'>,
  cursor: string,
  print: string,
): After | null {
  const [body = '', signature = ''] = cursor.split('.')
  if (secrets.hmac(body).slice(0, 16) !== signature) return null
  const values = JSON.parse(Buffer.from(body, 'base64url').toString()) as unknown[] // signed by us
  return values.pop() === print ? (values as unknown as After) : null // as `writeCursor` wrote it
}
