import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** A certificate with its key, as PEM. */
export interface Certified {
  readonly certificate: string
  readonly key: string
}

/** An authority of the test's own, and what it certifies. */
export interface Authority {
  readonly certificate: string
  /** A certificate for a server of this name, valid now. */
  certify(server: string): Certified
}

/** Makes an authority as a closed network has one: its certificate stands in no list of the world's. */
export function authority(name: string): Authority {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    certificate: certificateOf({ subject: name, issuer: name, holder: own.publicKey, signer: own.privateKey, extensions: [IS_AUTHORITY] }),
    certify(server) {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const certificate = certificateOf({
        subject: server,
        issuer: name,
        holder: publicKey,
        signer: own.privateKey,
        extensions: [alternativeName(server)],
      })
      return { certificate, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
    },
  }
}

interface Wanted {
  readonly subject: string
  readonly issuer: string
  readonly holder: KeyObject
  readonly signer: KeyObject
  readonly extensions: readonly Buffer[]
}

/** X.509 version 3 (RFC 5280, 4.1), signed by ECDSA with SHA-256; node:crypto reads certificates and makes none. */
function certificateOf({ subject, issuer, holder, signer, extensions }: Wanted): string {
  const content = sequence(
    tagged(0xa0, whole(2)),
    whole(++serial),
    ECDSA_SHA256,
    nameOf(issuer),
    sequence(time(-DAY_MS), time(DAY_MS)),
    nameOf(subject),
    holder.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  )
  const signature = tagged(0x03, Buffer.from([0]), sign('sha256', content, signer))
  const lines = sequence(content, ECDSA_SHA256, signature).toString('base64').replaceAll(/.{64}/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}

let serial = 0
const DAY_MS = 86_400_000

// DER (X.690): a tag, a length, the content.
function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const head = length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from(head), content])
}

const sequence = (...parts: readonly Buffer[]) => tagged(0x30, ...parts)
const whole = (value: number) => tagged(0x02, Buffer.from([value]))
const identifier = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'))
const ECDSA_SHA256 = sequence(identifier('2a8648ce3d040302'))
const nameOf = (name: string) => sequence(tagged(0x31, sequence(identifier('550403'), tagged(0x0c, Buffer.from(name)))))
const time = (away: number) =>
  tagged(0x18, Buffer.from(`${new Date(Date.now() + away).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`))
const extension = (id: string, value: Buffer) => sequence(identifier(id), tagged(0x04, value))
const IS_AUTHORITY = extension('551d13', sequence(tagged(0x01, Buffer.from([0xff]))))
const alternativeName = (server: string) => extension('551d11', sequence(tagged(0x82, Buffer.from(server))))
