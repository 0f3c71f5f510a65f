import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it came. */
export interface ReceivedCall {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** How one request is answered; a function may also do nothing, or write without end. */
export type GivenAnswer =
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  | ((response: ServerResponse) => void)

/** A real HTTP platform on a port of its own; what is not said is answered as taken, with a receipt of its own. */
export interface GatewayServer {
  readonly address: string
  readonly received: readonly ReceivedCall[]
  answers(...next: readonly GivenAnswer[]): void
  close(): Promise<void>
}

export async function gatewayServer(): Promise<GatewayServer> {
  const received: ReceivedCall[] = []
  const queue: GivenAnswer[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      received.push({ method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') })
      const own = queue.shift() ?? { body: { code: 0, data: [{ msgid: `m-${received.length}` }] } }
      if (typeof own === 'function') return own(response)
      response.writeHead(own.status ?? 200, own.headers)
      response.end(typeof own.body === 'string' ? own.body : JSON.stringify(own.body ?? {}))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // it listens on TCP
    received,
    answers: (...next) => void queue.push(...next),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
