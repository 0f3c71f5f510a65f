/**
 * Pages that show what was known on the as-of day. Others show today whatever the day says: what waits, what is under way, and papers, which carry a
 * day of their own.
 */
const FOLLOWING: readonly RegExp[] = [
  /^\/overview$/,
  /^\/figures\/[^/]+$/,
  /^\/registers$/,
  /^\/registers\/[^/]+$/,
  /^\/registers\/[^/]+\/[0-9a-f-]{36}$/,
  /^\/plans$/,
  /^\/plans\/[^/]+\/programme$/,
  /^\/targets$/,
  /^\/batches$/,
  /^\/calls$/,
  /^\/search$/,
]

/** Whether the page at an address follows the as-of day of the top bar. */
export function followsAsOf(pathname: string): boolean {
  return FOLLOWING.some((page) => page.test(pathname))
}
