import { listQuestion, pageQuery } from '#apps/api/list-question.ts'
import { isRefusal } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import type { Store } from '#engine/store/context.ts'
import type { ListQuestion } from '#engine/store/list.ts'
import { askOnce } from '../load/client.ts'
import { SEARCHES } from '../world/technology-row.ts'

/** What stands behind the question mark of a list's address. */
export type RawQuestion = Readonly<Record<string, string>>

const PAGE = { limit: '20' }
const CITIES = ['320100', '320200', '320400', '320500', '320600', '320900', '321000', '321100'] as const

/** Published entries of one city, newest completed first. */
export const listQuestions: readonly RawQuestion[] = CITIES.map((area) => ({ state: 'published', area, sort: '-completedOn', ...PAGE }))

export const searchQuestions: readonly RawQuestion[] = SEARCHES.map((q) => ({ q, ...PAGE }))

export function pathOf(raw: RawQuestion): string {
  return `/api/v1/registers/technology/entries?${new URLSearchParams(raw).toString()}`
}

/** The question as the API understands it. */
export async function questionOf(store: Store, register: Register, raw: RawQuestion): Promise<ListQuestion> {
  const question = await listQuestion({ register, store }, pageQuery.safeParse(raw), raw)
  if (isRefusal(question)) throw new Error(question.words.en)
  return question
}

const LARGEST_PAGE = 200
const PAGES_OF_20 = 4_000

/** Walks the whole register in large pages to the cursors of page 4,000 and a few after it. */
export async function deepQuestions(port: number, headers: Readonly<Record<string, string>>): Promise<readonly RawQuestion[]> {
  const order = { sort: '-changedAt' }
  const deep: RawQuestion[] = []
  let cursor: string | undefined
  for (let seen = 0; seen < PAGES_OF_20 * 20 + 4 * LARGEST_PAGE; seen += LARGEST_PAGE) {
    const path = pathOf({ ...order, limit: String(LARGEST_PAGE), ...(cursor !== undefined && { cursor }) })
    ;({ cursor } = JSON.parse(await askOnce(port, { method: 'GET', path, headers })) as { readonly cursor?: string })
    if (cursor === undefined) throw new Error('the register has fewer entries than the deep page needs')
    if (seen + LARGEST_PAGE >= PAGES_OF_20 * 20) deep.push({ ...order, ...PAGE, cursor })
  }
  return deep
}
