import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/**
 * Headers for our own pages: nothing is loaded from another host. They must hold over plain http on an intranet, where
 * upgrade-insecure-requests would break every file and browsers complain of COOP; HSTS and COOP are added on https.
 */
export async function pageHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xFrameOptions: { action: 'sameorigin' },
    referrerPolicy: { policy: 'same-origin' },
  })
  app.addHook('onRequest', (request, reply, done) => {
    if (request.protocol === 'https') reply.headers(ON_HTTPS)
    done()
  })
}

/**
 * Headers for answers of the API, which are data: a browser must neither guess their type nor run anything in them.
 * Fixed ones, because helmet works 37 µs on each request (8,000 against 11,700 requests/s of one client).
 */
export function dataHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(FOR_DATA)
    done()
  })
}

const FOR_DATA = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "script-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // A handler may say otherwise, as for files, which never change.
  'cache-control': 'no-store',
}

const ON_HTTPS = { 'strict-transport-security': 'max-age=15552000', 'cross-origin-opener-policy': 'same-origin' }

const CONTENT_SECURITY_POLICY: Record<string, string[]> = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'script-src-attr': ["'none'"],
  // antd 6 writes its styles into <style> elements and style attributes.
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'frame-src': ["'self'", 'blob:'],
  'worker-src': ["'self'", 'blob:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
}
