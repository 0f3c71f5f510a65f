import { currentSession } from './session-gate.ts'

/** A value that only its writer's session can open. */
export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
}

/**
 * Seals what is kept in the browser with the key of the person who is signed in (AES-256-GCM, bound to the name it is kept under), which
 * the session brings and the browser never stores. Undefined where the browser has no cryptography: on plain HTTP.
 */
export async function seal(value: unknown, name: string): Promise<Sealed | undefined> {
  const key = await ownKey()
  if (key === undefined) return undefined
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: bytesOf(name) },
    key,
    bytesOf(JSON.stringify(value)),
  )
  return { nonce, data }
}

/** What was sealed under this name; undefined when it is not this person's. */
export async function unseal({ nonce, data }: Sealed, name: string): Promise<unknown> {
  const key = await ownKey()
  if (key === undefined) return undefined
  const parameters = { name: 'AES-GCM', iv: nonce, additionalData: bytesOf(name) }
  const open = await crypto.subtle.decrypt(parameters, key, data).catch(() => undefined)
  return open && JSON.parse(new TextDecoder().decode(open))
}

async function ownKey(): Promise<CryptoKey | undefined> {
  const session = currentSession()
  // Not there on plain HTTP, whatever the types say.
  const subtle = crypto.subtle as SubtleCrypto | undefined
  if (session === undefined || subtle === undefined) return undefined
  const raw = Uint8Array.from(atob(session.draftKey.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
  return await subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
