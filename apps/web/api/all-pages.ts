import type { EntryPage } from '#contract/entries.ts'

/** A page of a list: the one behind this cursor, the first without. */
export interface PageAsked {
  readonly limit: number
  readonly cursor: string | undefined
}

/** The most that the server gives at once. */
const AT_ONCE = 200

/** A list to its end, page after page, for what is shown whole: nothing is left out unseen. */
export async function allPages(ask: (page: PageAsked) => Promise<EntryPage>): Promise<Pick<EntryPage, 'entries' | 'titles'>> {
  const entries: EntryPage['entries'][number][] = []
  const titles: Record<string, string> = {}
  let cursor: string | undefined
  do {
    const page = await ask({ limit: AT_ONCE, cursor })
    entries.push(...page.entries)
    Object.assign(titles, page.titles)
    cursor = page.cursor
  } while (cursor !== undefined)
  return { entries, titles }
}
