import { connect, type Socket } from 'node:net'
import { quantile } from '../result.ts'

export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** One person at one connection: asks, waits for the answer, asks again. */
export interface Client {
  next(): Request
  /** For clients whose next request depends on the last answer. */
  answered?(body: string): void
}

export interface Load {
  readonly port: number
  readonly clients: readonly Client[]
  readonly seconds: number
}

export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

/** Keeps every client busy on a connection of its own over loopback; an answer other than 2xx ends the run. */
export async function load({ port, clients, seconds }: Load): Promise<Measured> {
  const sockets = await Promise.all(clients.map(() => open(port)))
  const started = performance.now()
  const millis = (await Promise.all(clients.map((client, at) => converse(sockets[at]!, client, started + seconds * 1000)))).flat()
  const elapsed = (performance.now() - started) / 1000
  for (const socket of sockets) socket.destroy()
  return { perSecond: millis.length / elapsed, p50: quantile(millis, 0.5), p95: quantile(millis, 0.95), p99: quantile(millis, 0.99) }
}

/** One request by itself, for what a step needs before it starts. */
export async function askOnce(port: number, request: Request): Promise<string> {
  const socket = await open(port)
  try {
    return await answerTo(socket, request)
  } finally {
    socket.destroy()
  }
}

async function converse(socket: Socket, client: Client, until: number): Promise<number[]> {
  const millis: number[] = []
  for (let now = performance.now(); now < until; ) {
    const body = await answerTo(socket, client.next())
    const then = performance.now()
    millis.push(then - now)
    now = then
    client.answered?.(body)
  }
  return millis
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  socket.once('connect', resolve).once('error', reject)
  await promise
  return socket
}

/** Small by intent: fetch and http.Agent cost the machine more than the servers they are to measure. */
async function answerTo(socket: Socket, request: Request): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let got: Buffer = Buffer.alloc(0)
  const onData = (chunk: Buffer) => {
    got = got.length === 0 ? chunk : Buffer.concat([got, chunk])
    const whole = wholeAnswer(got)
    if (!whole) return
    if (whole.status >= 200 && whole.status < 300) resolve(whole.body())
    else reject(new Error(`${request.method} ${request.path} → ${whole.status} ${whole.body()}`))
  }
  const onEnd = () => reject(new Error(`${request.method} ${request.path}: the connection was closed`))
  socket.on('data', onData).on('close', onEnd).on('error', reject)
  socket.write(wire(request))
  try {
    return await promise
  } finally {
    socket.off('data', onData).off('close', onEnd).off('error', reject)
  }
}

function wire({ method, path, headers, body }: Request): string {
  const lines = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`)
  const content = body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`
  return `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}${content}\r\n${body ?? ''}`
}

interface Answer {
  readonly status: number
  body(): string
}

/** Undefined until the whole answer is there; every server here says its content-length. */
function wholeAnswer(got: Buffer): Answer | undefined {
  const end = got.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = got.toString('latin1', 0, end)
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1])
  if (Number.isNaN(length)) throw new Error(`an answer without content-length: ${head}`)
  if (got.length < end + 4 + length) return undefined
  return { status: Number(head.slice(9, 12)), body: () => got.toString('utf8', end + 4, end + 4 + length) }
}
