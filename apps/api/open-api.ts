import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { ApiParts } from './parts.ts'
import { tokenOf } from './session.ts'
import type { SessionStore } from './session-store.ts'

/** Notes the routes registered after it; so it comes first. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '蓝图 Lantu', version: 'v1', description: DESCRIPTION },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'lantu_session' },
          csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token' },
        },
      },
      security: [{ session: [], csrf: [] }],
    },
    transform: jsonSchemaTransform,
  })
}

const DESCRIPTION =
  '错误以 application/problem+json 回答；写入须带请求头 X-CSRF-Token。/ Errors are application/problem+json; writes need the header X-CSRF-Token.'

/** The description at /api/openapi.json, with the registers the reader may see, and a readable page at /api/docs. */
export async function openApi(
  app: FastifyInstance,
  parts: Pick<ApiParts, 'extendOpenApi'> & { readonly store: SessionStore },
): Promise<void> {
  app.get('/api/openapi.json', { schema: { hide: true } }, async (request, reply) => {
    const token = tokenOf(request)
    const session = token === undefined ? null : await parts.store.find(token)
    const fixed = { ...app.swagger() }
    reply.header('cache-control', 'private, no-cache')
    return await (parts.extendOpenApi?.(fixed, session) ?? fixed)
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    // `url` would be overwritten by the plugin's own /json, which knows nothing of registers.
    uiConfig: { urls: [{ url: '/api/openapi.json', name: 'v1' }], docExpansion: 'none' },
    logo: { type: 'image/svg+xml', content: LOGO, href: '/' },
    theme: { title: '蓝图 Lantu API' },
  })
}

const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><text y="28" font-size="24" fill="#fff" font-family="sans-serif">蓝图 Lantu</text></svg>`
