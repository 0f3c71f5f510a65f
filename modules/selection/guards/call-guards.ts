import type { Row } from '#engine/access/holds.ts'
import { cityOf, isProvince } from '#engine/define/area-code.ts'
import type { Expression } from '#engine/define/expression.ts'
import type { Words } from '#engine/define/words.ts'
import type { Guard, GuardQuestion } from '#engine/store/guard.ts'
import { call } from '../registers/call.register.ts'
import { termsOf } from '../rules/call-terms.ts'
import { decideRecommendation, decideSubmission, statesBeyond } from '../rules/decide-call.ts'

/** Nobody hands in under a call that is not open or does not take the channel. An entry that was returned is not handed in anew. */
export const withinTheCall: Guard = {
  move: 'submit',
  async against(question) {
    const rows = question.rows.filter((row) => row['call'] && row['state'] !== 'returned')
    return each(question, rows, async (terms, own) =>
      own.flatMap((row) => decideSubmission(terms, (row['channel'] as string | null) ?? null, question.today)),
    )
  },
}

/** No city recommends more than the call gives it. The call stays locked until the command ends: two leaders count one after the other. */
export const withinTheQuota: Guard = {
  move: 'recommend',
  async against(question) {
    return each(
      question,
      question.rows.filter((row) => row['call']),
      async (terms, own, id) => {
        const said: Words[] = []
        for (const city of new Set(own.map(cityOfRow))) {
          const before = await recommendedBefore(question, id, city)
          const now = own.filter((row) => cityOfRow(row) === city).length
          said.push(...decideRecommendation(terms, { city, cityTitle: await titleOfArea(question, city) }, { before, now }))
        }
        return said
      },
    )
  },
}

type Decide = (terms: ReturnType<typeof termsOf>, rows: readonly Row[], call: string) => Promise<readonly Words[]>

async function each(question: GuardQuestion, rows: readonly Row[], decide: Decide): Promise<readonly Words[]> {
  const said: Words[] = []
  for (const id of new Set(rows.map((row) => String(row['call'])))) {
    const [own] = await question.lock(call, { field: 'id', is: id })
    if (own)
      said.push(
        ...(await decide(
          termsOf(own),
          rows.filter((row) => row['call'] === id),
          id,
        )),
      )
  }
  return said
}

async function recommendedBefore({ register, look }: GuardQuestion, id: string, city: string): Promise<number> {
  const area = register.area ?? 'area'
  const place: Expression = isProvince(city) ? { field: area, is: city } : { field: area, within: city }
  const found = await look(register, {
    all: [{ field: 'call', is: id }, { field: 'state', oneOf: statesBeyond(register, 'recommend') }, place],
  })
  return found.length
}

async function titleOfArea({ need, look }: GuardQuestion, code: string): Promise<string> {
  const [area] = await look(need('area'), { field: 'code', is: code })
  return String(area?.['title'] ?? code)
}

function cityOfRow(row: Row): string {
  return cityOf(String(row['area']))
}
