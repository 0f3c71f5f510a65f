import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Certified } from './certificates.ts'

/** A mail as it came over the wire. */
export interface ReceivedMail {
  readonly to: readonly string[]
  /** Head and body, base64 and quoted words undone. */
  readonly head: string
  readonly text: string
  readonly messageId: string
}

/** A real SMTP server on a port of its own. */
export interface MailServer {
  readonly port: number
  readonly received: readonly ReceivedMail[]
  /** The next mails are answered so, one each: 450 is asked to come again, 550 refused. */
  answers(...codes: readonly number[]): void
  /** Takes the next mail in and never answers; tells when all of it is there. */
  swallowsNext(): Promise<void>
  close(): Promise<void>
}

/** What a server asks for and offers. */
interface Kind {
  /** Without it nobody has to sign in. */
  readonly account?: { readonly user: string; readonly password: string }
  /** TLS from the first byte, or on asking; without it none at all. */
  readonly tls?: Certified & { readonly from: 'first-byte' | 'starttls' }
}

/** Starts it. */
export async function mailServer({ account, tls }: Kind = {}): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const codes: number[] = []
  let swallow: (() => void) | undefined
  const server = new SMTPServer({
    disabledCommands: [...(account ? [] : ['AUTH']), ...(tls ? [] : ['STARTTLS'])],
    ...(tls && { secure: tls.from === 'first-byte', key: tls.key, cert: tls.certificate }),
    authOptional: account === undefined,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === account?.user && password === account?.password
        ? done(null, { user: username })
        : done(Object.assign(new Error('Invalid login'), { responseCode: 535 })),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const code = codes.shift()
        if (code !== undefined)
          return done(Object.assign(new Error(`not now for ${envelope.rcptTo[0]?.address ?? ''}`), { responseCode: code }))
        received.push(
          read(
            Buffer.concat(chunks).toString('latin1'),
            envelope.rcptTo.map(({ address }) => address),
          ),
        )
        if (!swallow) return done()
        swallow()
        swallow = undefined
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port, // it listens on TCP
    received,
    answers: (...next) => void codes.push(...next),
    swallowsNext: () => new Promise((resolve) => (swallow = resolve)),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function read(raw: string, to: readonly string[]): ReceivedMail {
  const [wrapped = '', ...rest] = raw.split('\r\n\r\n')
  const unfolded = wrapped.replaceAll(/\r\n[ \t]+/g, ' ')
  const body = rest.join('\r\n\r\n')
  const decoded = /^content-transfer-encoding: base64/im.test(unfolded)
    ? Buffer.from(body, 'base64').toString('utf8')
    : /^content-transfer-encoding: quoted-printable/im.test(unfolded)
      ? quotedPrintable(body.replaceAll('=\r\n', ''))
      : body
  return {
    to,
    head: words(unfolded),
    text: decoded.replaceAll('\r\n', '\n').trim(),
    messageId: /^message-id: (.*)$/im.exec(unfolded)?.[1]?.trim() ?? '',
  }
}

/** =?UTF-8?B?…?= and =?UTF-8?Q?…?= (RFC 2047). */
function words(head: string): string {
  return head
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?b\?([^?]*)\?=/gi, (_whole, text: string) => Buffer.from(text, 'base64').toString('utf8'))
    .replaceAll(/=\?utf-8\?q\?([^?]*)\?=/gi, (_whole, text: string) => quotedPrintable(text.replaceAll('_', ' ')))
}

function quotedPrintable(text: string): string {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
