import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from '#platform/http/errors.ts'
import type { ProblemFacts } from '#platform/http/problem.ts'

/** Serves the built web app; every address of its own that is no file gets its index.html. */
export async function webApp(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const built = folder !== undefined && existsSync(join(folder, 'index.html'))
  if (built) await app.register(fastifyStatic, { root: folder, preCompressed: true, cacheControl: false, setHeaders: cacheHeaders })
  app.setNotFoundHandler((request, reply) => {
    if (isPage(request)) return built ? indexPage(reply) : sendProblem(request, reply, NOT_BUILT)
    return sendProblem(request, reply, UNKNOWN_ROUTE)
  })
}

/** Names of built files carry a hash of their content and never change; everything else is asked for again. */
function cacheHeaders(reply: FastifyReply, path: string) {
  reply.header('cache-control', /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
}

function indexPage(reply: FastifyReply) {
  return reply.sendFile('index.html')
}

/** Someone opens a page in a browser: not the API, and not a missing file such as /assets/a.js. */
function isPage({ method, url, headers }: FastifyRequest) {
  const [path = ''] = url.split('?')
  const wantsPage = (headers.accept ?? '').includes('text/html')
  return method === 'GET' && wantsPage && !path.startsWith('/api/') && !/\.[a-z0-9]{2,5}$/i.test(path)
}

const UNKNOWN_ROUTE: ProblemFacts = {
  status: 404,
  code: 'route.unknown',
  words: { zh: '没有这个地址，请检查后再试。', en: 'There is nothing at this address. Check it and try again.' },
}

const NOT_BUILT: ProblemFacts = {
  status: 404,
  code: 'web.not-built',
  words: {
    zh: '网页尚未生成，请用 npm start 重新启动；接口可以照常使用。',
    en: 'The web app has not been built; start again with npm start. The API works without it.',
  },
}
