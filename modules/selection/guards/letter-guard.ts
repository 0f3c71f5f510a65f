import type { Guard } from '#engine/store/guard.ts'
import { recommendation } from '../registers/recommendation.register.ts'

/** A recommendation that stands in a letter that holds is not taken back (取回): the letter has its number and may have left the house. */
export const inALetter: Guard = {
  move: 'takeBack',
  async against({ register, rows, look }) {
    const recommended = Object.values(register.states).flatMap(({ moves }) => moves['recommend'] ?? [])
    const own = rows.filter(({ state }) => recommended.includes(String(state)))
    if (own.length === 0) return []
    const letters = await look(recommendation, {
      all: [
        { field: 'register', is: register.name },
        { field: 'state', oneOf: ['issued', 'sealed'] },
        { field: 'entries', some: { field: 'entry', oneOf: own.map(({ id }) => String(id)) } },
      ],
    })
    return letters.map(({ checkCode }) => ({
      zh: `已列入推荐函（校验码 ${String(checkCode)}）`,
      en: `it stands in a recommendation letter (check code ${String(checkCode)})`,
    }))
  },
}
