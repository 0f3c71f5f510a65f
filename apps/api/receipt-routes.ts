import { isRefusal } from '#engine/define/refusal.ts'
import { takeReceipts } from '#modules/delivery/index.ts'
import type { Installation } from './installation.ts'
import type { RoutePlugin } from './parts.ts'
import { sendRefusal } from './refusals.ts'

const MOST_BYTES = 64 * 1024

/** POST /receipts/:channel, open to whoever signs: what a gateway tells of messages it took. The bytes are read as they came, as they were signed. */
export function receiptRoutes(installation: Installation): RoutePlugin {
  return (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: MOST_BYTES }, (_request, body, done) => done(null, body))
    app.post('/receipts/:channel', { schema: { hide: true }, config: { open: true } }, async (request, reply) => {
      const { channel } = request.params as { channel: string }
      const answer = await takeReceipts([...installation.stores.values()], {
        channel: channel.toLowerCase(),
        body: typeof request.body === 'string' ? request.body : '',
        timestamp: request.headers['x-lantu-timestamp'],
        signature: request.headers['x-lantu-signature'],
      })
      return isRefusal(answer) ? sendRefusal(reply, answer) : answer
    })
  }
}
