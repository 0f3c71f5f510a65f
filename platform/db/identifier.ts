/** A name as PostgreSQL text, such as "lantu" or "od""d"; the only way a name enters SQL. */
export function quoteIdentifier(name: string): string {
  if (name === '' || name.includes('\0') || Buffer.byteLength(name) > LONGEST_IDENTIFIER) {
    throw new Error(`"${name}" is no PostgreSQL name; expected 1 to ${LONGEST_IDENTIFIER} bytes.`)
  }
  return `"${name.replaceAll('"', '""')}"`
}

/** PostgreSQL cuts longer names silently, and two of them could then meet. */
const LONGEST_IDENTIFIER = 63

/** The same server, another database on it. */
export function withDatabaseName(connectionString: string, database: string): string {
  const url = new URL(connectionString)
  url.pathname = `/${encodeURIComponent(database)}`
  return url.toString()
}
