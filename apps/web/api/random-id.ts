/** A name nobody else has, as a UUID. On a closed network without HTTPS browsers know no `crypto.randomUUID`. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return asUuid([...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
}

/** 32 hexadecimal digits as a UUID of version 4; the drafts of releases before 0.6.0 are named by such digits alone. */
export function asUuid(digits: string): string {
  const variant = '89ab'[Number.parseInt(digits[16] ?? '0', 16) % 4] ?? '8'
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}
