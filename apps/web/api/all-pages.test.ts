import { expect, test } from 'vitest'
import type { EntryPage } from '#contract/entries.ts'
import { allPages } from './all-pages.ts'
import type { ListedEntry } from './types.ts'

const pages: Readonly<Record<string, EntryPage>> = {
  first: { entries: [{ id: 'a' }, { id: 'b' }] as unknown as ListedEntry[], titles: { x: '方案一' }, cursor: 'second' }, // all that is read of them
  second: { entries: [{ id: 'c' }] as unknown as ListedEntry[], titles: { y: '方案二' } }, // as above
}

test('a list is read to its last page, with the titles of all', async () => {
  const all = await allPages(async ({ cursor }) => pages[cursor ?? 'first']!)
  expect(all.entries.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(all.titles).toEqual({ x: '方案一', y: '方案二' })
})

test('a list of one page is asked for once', async () => {
  const asked: (string | undefined)[] = []
  await allPages(async ({ cursor }) => {
    asked.push(cursor)
    return pages['second']!
  })
  expect(asked).toEqual([undefined])
})
