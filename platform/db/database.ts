import type { Writable } from 'node:stream'
import pg from 'pg'
import { databaseTypes } from './database-types.ts'
import { DatabaseUnavailable, databaseFault } from './database-unavailable.ts'

export { DatabaseUnavailable, databaseFault }

/** One connection, borrowed for the length of a transaction. */
export type PgClient = pg.PoolClient
/** What kysely's PostgresDialect takes. */
export type PgPool = pg.Pool
/** What a statement gives: `rows` and `rowCount`. */
export type QueryResult<Row extends pg.QueryResultRow> = pg.QueryResult<Row>
/** Any row, by column name. */
export type QueryRow = pg.QueryResultRow

/** A pool of connections to one PostgreSQL. A `DatabaseUnavailable` is thrown when it cannot be reached. */
export interface Database {
  /** For kysely in module queries; errors met through it are put right by `databaseFault`. */
  readonly pool: PgPool
  /** One statement; with a `name` it is parsed once per connection. */
  query<Row extends QueryRow = QueryRow>(text: string, values?: readonly unknown[], name?: string): Promise<QueryResult<Row>>
  /** Commits what `work` did when it returns, rolls back when it throws. */
  transaction<T>(work: (client: PgClient) => Promise<T>, options?: TransactionOptions<T>): Promise<T>
  close(): Promise<void>
}

/** Absent: read committed, read write. */
export interface TransactionOptions<T = unknown> {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable'
  readonly access?: 'read write' | 'read only'
  /** A last statement about what `work` returned, which travels with the commit; when it fails, nothing is kept. */
  readonly closing?: (client: PgClient, result: T) => Promise<unknown> | undefined
}

/** How to reach a PostgreSQL and how patient to be with it. */
export interface DatabaseOptions {
  readonly connectionString: string
  /** At most 10 in a server: a back end that has touched 32 schemas holds 55-70 MB. */
  readonly max?: number
  /** 0 lets statements run for ever: for migrations, backups and long COPY. */
  readonly statementTimeoutMillis?: number
  readonly applicationName?: string
  /**
   * Sends statements without waiting for earlier answers (1,209-1,414 creates/s against 928-1,192).
   * A pipelined connection refuses COPY streams and cursors: open a second, plain Database for these.
   */
  readonly pipeline?: boolean
  /** Told of idle connections that broke; they are replaced by themselves. */
  readonly onIdleError?: (error: Error) => void
}

// An HTTP answer 503 must be possible within two seconds.
const CONNECTION_TIMEOUT_MS = 1_500
const STATEMENT_TIMEOUT_MS = 30_000
const FROZEN_SERVER_GRACE_MS = 5_000
const CONNECTION_LIFETIME_S = 900
const MOST_CONNECTIONS = 10
/**
 * As many as a figure asks at once stay open through a pause: who clicks after half a minute of quiet would wait for four new back ends, which read the
 * catalogue and plan every statement anew (30 ms of PostgreSQL's processor time for a figure that takes 2).
 */
const KEPT_CONNECTIONS = 4

/** Opens a pool; nothing is connected before the first statement. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool(poolConfig(options))
  pool.on('error', options.onIdleError ?? (() => {}))
  if (options.pipeline) pool.on('connect', sendTogether)
  return {
    pool,
    query: (text, values, name) => reported(pool.query({ text, ...(values && { values: [...values] }), ...(name && { name }) })),
    transaction: (work, wanted) => reported(transaction(pool, work, wanted ?? {}, options.pipeline ?? false)),
    close: () => pool.end(),
  }
}

function poolConfig(options: DatabaseOptions): pg.PoolConfig {
  const timeout = options.statementTimeoutMillis ?? STATEMENT_TIMEOUT_MS
  const pipeline = { pipeline: options.pipeline ?? false } // not yet in @types/pg
  return {
    connectionString: options.connectionString,
    max: options.max ?? MOST_CONNECTIONS,
    min: Math.min(KEPT_CONNECTIONS, options.max ?? MOST_CONNECTIONS),
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    maxLifetimeSeconds: CONNECTION_LIFETIME_S,
    application_name: options.applicationName ?? 'lantu',
    options: '-c timezone=UTC -c datestyle=ISO',
    keepAlive: true,
    types: databaseTypes,
    ...(timeout > 0 && { statement_timeout: timeout, query_timeout: timeout + FROZEN_SERVER_GRACE_MS }),
    ...pipeline,
  }
}

/**
 * Statements that a turn of the event loop sends on one pipelined connection leave in one write: each write of its own wakes PostgreSQL and was
 * 28 % of what a create costs the server.
 */
function sendTogether(client: PgClient): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection // not in @types/pg
  const query: (...given: unknown[]) => unknown = client.query.bind(client)
  let isHeld = false
  const release = () => {
    isHeld = false
    stream.uncork()
  }
  const held = (...given: unknown[]) => {
    if (!isHeld) {
      isHeld = true
      stream.cork()
      process.nextTick(release)
    }
    return query(...given)
  }
  Object.assign(client, { query: held })
}

async function transaction<T>(
  pool: pg.Pool,
  work: (client: PgClient) => Promise<T>,
  options: TransactionOptions<T>,
  pipelined: boolean,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  const onError = (error: Error) => (broken = error)
  client.on('error', onError)
  try {
    const begun = client.query(beginText(options))
    if (pipelined) begun.catch(() => {})
    else await begun
    const result = await work(client)
    await begun
    const [, { command }] = await Promise.all([options.closing?.(client, result), client.query('commit')])
    if (command !== 'COMMIT')
      throw new Error('A statement of this transaction failed and its error was swallowed; PostgreSQL rolled back instead of committing.')
    return result
  } catch (error) {
    if (!(databaseFault(error) instanceof DatabaseUnavailable)) await client.query('rollback').catch((fault: Error) => (broken = fault))
    else broken = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}

function beginText({ isolation, access }: Pick<TransactionOptions, 'isolation' | 'access'>) {
  return ['begin', isolation && `isolation level ${isolation}`, access].filter(Boolean).join(' ')
}

async function reported<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw databaseFault(error)
  }
}
