/** The database cannot be reached now; the same request may succeed in a moment (HTTP 503 with Retry-After). */
export class DatabaseUnavailable extends Error {
  readonly retryAfterSeconds: number

  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message || codeOf(cause) : String(cause)
    super(`数据库暂时不可用，请稍后重试。/ The database cannot be reached now; try again shortly. (${reason})`, { cause })
    this.name = 'DatabaseUnavailable'
    this.retryAfterSeconds = RETRY_AFTER_SECONDS
  }
}

const RETRY_AFTER_SECONDS = 5

/** The same error, or a DatabaseUnavailable in its place when it means that the database is gone. */
export function databaseFault(error: unknown): unknown {
  if (error instanceof DatabaseUnavailable || !(error instanceof Error)) return error
  return GONE_CODES.test(codeOf(error)) || GONE_WORDS.test(error.message) ? new DatabaseUnavailable(error) : error
}

/** Class 08: connection; 53300: too many connections; 57P01-57P05: shut down, crashed, starting up, dropped, idle. */
const GONE_CODES =
  /^(?:08.{3}|53300|57P0[1-5]|ECONNREFUSED|ECONNRESET|ECONNABORTED|ENOENT|ENOTFOUND|EAI_AGAIN|EPIPE|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/

/** Sentences of pg and pg-pool 8.23, which give these errors no code. */
const GONE_WORDS =
  /^(?:Connection terminated|timeout expired|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed and is not queryable)/

function codeOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  // ENOENT is the missing socket only when it comes from connect; a missing file is another matter.
  return code === 'ENOENT' && !('syscall' in error && error.syscall === 'connect') ? '' : code
}
