import { systemClock } from '#platform/clock/clock.ts'
import type { LogLevel } from '#platform/settings/settings.ts'

/**
 * Options for the logger that fastify brings (pino): one JSON object a line, ISO time, nothing secret.
 * Request ids are given by platform/http; they are also trace ids and stand on events.
 */
export function loggerOptions(level: LogLevel) {
  return {
    level,
    base: null,
    messageKey: 'message',
    timestamp: isoTime,
    redact: { paths: SECRET_PATHS, censor: '[removed]' },
  }
}

const SECRET_PATHS = [
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
  '*.password',
  '*.token',
  'password',
  'token',
]

const isoTime = () => `,"time":"${systemClock.now().toISOString()}"`
