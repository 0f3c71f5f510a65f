import type { FastifyInstance } from 'fastify'
import type { UploadedFile } from '#contract/files.ts'
import type { NotedMark } from '#engine/store/context.ts'
import type { SignedIn } from '#modules/directory/queries/sessions-signed-in.ts'
import type { Clock } from '#platform/clock/clock.ts'
import type { Database } from '#platform/db/database.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { NotLookedInto } from '#platform/secrecy/look-inside.ts'
import type { Secrets } from '#platform/secrets/secrets.ts'
import type { Settings } from '#platform/settings/settings.ts'

/** Adds routes under /api/v1. Every one of them needs a session unless its route says `config: { open: true }`. */
export type RoutePlugin = (app: FastifyInstance, parts: ApiParts) => void | Promise<void>

/** An OpenAPI 3.1 document, as plain JSON. */
export type OpenApiDocument = Readonly<Record<string, unknown>>

/** What the server is made of; `apps/cli` and the tests put it together. */
export interface ApiParts {
  readonly database: Database
  readonly clock: Clock
  readonly settings: Settings
  readonly files: FileStore
  readonly secrets: Secrets
  /** The built web app; absent while it has not been built. */
  readonly webFolder?: string | undefined
  readonly routes: readonly RoutePlugin[]
  /** Told of every file kept, so that only who uploaded it can hang it on an entry, and of what its sender answers for. */
  readonly onUpload?: (session: SignedIn, file: UploadedFile, notLookedInto: readonly NotLookedInto[]) => Promise<void>
  /** Told of every file refused for a secrecy mark, by the hash of its name. */
  readonly onMark?: (session: SignedIn, request: string, found: NotedMark) => Promise<void>
  /** Adds the paths of the registers this person may see; without a session only what everybody may know. */
  readonly extendOpenApi?: (document: OpenApiDocument, session: SignedIn | null) => OpenApiDocument | Promise<OpenApiDocument>
  /** Said no until all migrations are done, so that `/healthz` is 503. */
  readonly isReady?: () => boolean
  readonly limits?: Partial<ApiLimits>
  /** Addresses whose X-Forwarded-* is believed, such as '10.0.0.5' or '10.0.0.0/8'; this host's own always are. */
  readonly trustedProxies?: readonly string[]
}

export interface ApiLimits {
  /** Of one session, or of one address without a session. */
  readonly requestsPerMinute: number
  /** Of one address, which may be the one exit of a whole bureau. */
  readonly signInsPerMinute: number
}

/** Far above what a person or a spreadsheet client does, below what empties the pool: 100 requests and 2 sign-ins a second. */
export const DEFAULT_LIMITS: ApiLimits = { requestsPerMinute: 6_000, signInsPerMinute: 120 }
