import type { Server } from 'node:http'
import type { FastifyInstance } from 'fastify'

/**
 * When the server closes, requests under way are answered and their connections then closed: a browser keeps its
 * connection open, and Node waits for it as long as keepAliveTimeout (72 s). What takes longer than ten seconds is cut.
 */
export function closeGracefully(app: FastifyInstance): void {
  app.addHook('preClose', (done) => {
    if (app.server.listening) finishConnections(app.server)
    done()
  })
}

function finishConnections(server: Server) {
  const sweeping = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
  const cutting = setTimeout(() => server.closeAllConnections(), LONGEST_ANSWER_MS)
  server.once('close', () => {
    clearInterval(sweeping)
    clearTimeout(cutting)
  })
}

const SWEEP_MS = 50
const LONGEST_ANSWER_MS = 10_000
