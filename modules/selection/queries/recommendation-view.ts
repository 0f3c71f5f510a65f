import { z } from 'zod'
import type { RecommendationView } from '#contract/recommendations.ts'
import { holds, type Row } from '#engine/access/holds.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import { mayRead } from '#engine/store/entries.ts'
import { type Asked, query } from '#engine/store/query.ts'
import { poolReader, readEntry, titlesOf } from '#engine/store/read.ts'
import { areaTitles } from '#modules/directory/index.ts'
import { type Recommendation, recommendation } from '../registers/recommendation.register.ts'
import { changesSince, printedIn } from './letter-changes.ts'

export const recommendationInput = z.object({ recommendation: z.uuid() })

/** A letter as it was printed, and what has changed since. */
export const recommendationView = query({
  name: 'selection.recommendation',
  label: { zh: '推荐函', en: 'Recommendation letter' },
  input: recommendationInput,
  right: { always: true },
  async run(asked, { recommendation: id }) {
    const own = await readLetter(asked, id)
    if ('ok' in own) return own
    const { store, actor } = asked
    const [areas, names, changes] = await Promise.all([
      areaTitles(store),
      namesFor(asked, own),
      changesSince(poolReader(store), store, own),
    ])
    const may = (right: 'seal' | 'supersede') =>
      recommendation.states[own.state].moves !== undefined &&
      right in recommendation.states[own.state].moves &&
      holds(recommendation.access[right], recommendation, own as unknown as Row, actor)
    return {
      recommendation: {
        id: own.id,
        state: own.state,
        title: own.title,
        register: own.register,
        call: own.call,
        callTitle: names.call,
        areaTitle: areas.get(own.area) ?? own.area,
        unitTitle: names.unit,
        checkCode: own.checkCode,
        issuedOn: own.issuedOn,
        scan: [...(own.scan ?? [])],
      },
      entries: printedIn(own).map(({ entry, no, title, area, unit, version }, at) => ({
        id: entry,
        no,
        title,
        version,
        areaTitle: areas.get(area ?? '') ?? '',
        unitTitle: unit ?? '',
        changed: changes[at] ?? null,
      })),
      may: [...(may('seal') ? (['returnScan'] as const) : []), ...(may('supersede') ? (['issueAgain'] as const) : [])],
    } satisfies RecommendationView
  },
})

/** The letter under the reader's right. */
export async function readLetter({ store, actor }: Asked, id: string): Promise<Recommendation | Refusal> {
  const row = await readEntry(poolReader(store), store, recommendation, id)
  if (!row || !mayRead(recommendation, row, actor))
    return refuse('not_found', 'entry.not-found', '没有这份推荐函，或您的岗位无权查看', 'no such letter, or your post may not read it')
  return row as unknown as Recommendation // a row of that register
}

async function namesFor({ store }: Asked, own: Recommendation): Promise<{ readonly unit: string; readonly call: string | null }> {
  const reader = poolReader(store)
  const [units, calls] = await Promise.all([
    titlesOf(reader, store, 'org_unit', [own.recommendingUnit]),
    titlesOf(reader, store, 'call', own.call ? [own.call] : []),
  ])
  return { unit: units[own.recommendingUnit] ?? '', call: own.call ? (calls[own.call] ?? null) : null }
}
