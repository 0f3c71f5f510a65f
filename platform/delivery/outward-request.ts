import { type LookupAddress, lookup } from 'node:dns'
import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http'
import { Agent as TlsAgent, request as tlsRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** A request to a host that an administrator named. */
export interface OutwardRequest {
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  /** Breaks the request off. */
  readonly signal?: AbortSignal
}

/** What came back: never more of it than a line takes, and no redirect was followed. */
export interface OutwardAnswer {
  readonly status: number
  readonly retryAfter: string | undefined
  readonly body: string
  /** It was longer than a line takes: `body` is its beginning. */
  readonly isCut: boolean
}

/** How long a line waits for an answer, and how much of it it takes. */
export interface LineLimits {
  readonly deadlineMs: number
  readonly mostBytes: number
}

/** Thrown where an address is none that may be asked. */
export class ForbiddenAddress extends Error {}

const GATEWAY_LIMITS: LineLimits = { deadlineMs: 15_000, mostBytes: 64 * 1024 }
const SOCKETS = 4

/**
 * Never the host's own configuration service (169.254.169.254 and its like), no address that stands for all or many. Private networks and this
 * host are allowed: that is where the gateways of a government network are. Looked at after the name was resolved, so that no name hides one.
 */
const forbidden = new BlockList()
forbidden.addSubnet('169.254.0.0', 16, 'ipv4')
forbidden.addSubnet('0.0.0.0', 8, 'ipv4')
forbidden.addSubnet('224.0.0.0', 3, 'ipv4')
forbidden.addSubnet('fe80::', 10, 'ipv6')
forbidden.addSubnet('ff00::', 8, 'ipv6')
forbidden.addAddress('::', 'ipv6')
// The same service under IPv6, as large clouds have it.
forbidden.addAddress('fd00:ec2::254', 'ipv6')

/** Connections to one gateway. */
export interface Line {
  ask(request: OutwardRequest): Promise<OutwardAnswer>
  close(): void
}

/** Opens a line with few connections of its own; asks within its deadline, of fifteen seconds unless said, or throws. */
export function openLine(limits: LineLimits = GATEWAY_LIMITS): Line {
  const options = { keepAlive: true, maxSockets: SOCKETS }
  const [plain, tls] = [new PlainAgent(options), new TlsAgent(options)]
  return {
    ask: (request) => ask(request, request.url.protocol === 'https:' ? tls : plain, limits),
    close() {
      plain.destroy()
      tls.destroy()
    },
  }
}

function ask({ url, method, headers, body, signal }: OutwardRequest, agent: PlainAgent, limits: LineLimits): Promise<OutwardAnswer> {
  return new Promise((resolve, reject) => {
    // A host that is an address itself is never looked up.
    const literal = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(literal) !== 0 && isForbidden(literal)) return reject(new ForbiddenAddress(literal))
    const send = url.protocol === 'https:' ? tlsRequest : plainRequest
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const outgoing = send(
      url,
      {
        method,
        headers: { ...headers, ...length },
        agent,
        lookup: guardedLookup,
        signal: AbortSignal.any([AbortSignal.timeout(limits.deadlineMs), ...(signal ? [signal] : [])]),
      },
      (answer) => read(answer, limits.mostBytes, { resolve, reject }),
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

interface Waiting {
  readonly resolve: (answer: OutwardAnswer) => void
  readonly reject: (error: Error) => void
}

/** Of an answer that is longer than any may be, the beginning is the answer, and the connection ends. */
function read(answer: IncomingMessage, mostBytes: number, { resolve, reject }: Waiting): void {
  const chunks: Buffer[] = []
  let size = 0
  const done = () =>
    resolve({
      status: answer.statusCode ?? 0,
      retryAfter: answer.headers['retry-after'],
      body: Buffer.concat(chunks).toString('utf8'),
      isCut: size > mostBytes,
    })
  answer.on('data', (chunk: Buffer) => {
    if (size > mostBytes) return
    size += chunk.length
    chunks.push(chunk)
    if (size <= mostBytes) return
    done()
    answer.destroy()
  })
  answer.on('end', done)
  answer.on('error', reject)
}

const guardedLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0)
    const addresses: readonly LookupAddress[] = found
    const bad = addresses.find(({ address }) => isForbidden(address))
    if (bad) return done(new ForbiddenAddress(bad.address), '', 0)
    if (options.all) return done(null, [...addresses])
    done(null, addresses[0]!.address, addresses[0]!.family)
  })
}

/** An IPv4 address written as IPv6 (::ffff:169.254.169.254) is checked as what it is. */
function isForbidden(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const own = mapped ?? address
  return forbidden.check(own, isIP(own) === 6 ? 'ipv6' : 'ipv4')
}
