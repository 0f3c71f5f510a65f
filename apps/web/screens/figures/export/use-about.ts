import { useQuery } from '@tanstack/react-query'
import { registersQuery } from '../../../api/queries.ts'
import { useSession } from '../../../api/session-gate.ts'
import { figureTexts } from '../../../texts/texts-figures.ts'
import { frameTexts } from '../../../texts/texts-frame.ts'
import { useSay } from '../../../texts/use-say.ts'
import type { Words } from '../../../texts/words.ts'
import { instantInTable } from '../../../values/moment.ts'

/** What figures say of themselves when they leave their page, as picture or as data. */
export interface About {
  readonly facts: string
  readonly source: string
  readonly demonstration: string | undefined
  /** The day they are of, for names of files. */
  readonly day: string
}

interface Shown {
  /** Missing where the columns have units of their own. */
  readonly unit?: Words
  readonly period: Words
  readonly day: string
  readonly computedAt: string
  /** The registers whose entries are counted. */
  readonly registers: readonly string[]
}

/** Unit, period, as-of day, source, and that it is demonstration data, in the words of the page. */
export function useAbout({ unit, period, day, computedAt, registers }: Shown): About {
  const say = useSay()
  const { jurisdiction } = useSession()
  const { data } = useQuery(registersQuery)
  const titles = registers
    .flatMap((name) => data?.registers.filter((register) => register.name === name) ?? [])
    .map(({ title }) => say(title))
  const at = instantInTable(computedAt, jurisdiction.timeZone)
  return {
    facts: [
      ...(unit ? [say(figureTexts.aboutUnit, { unit: say(unit) })] : []),
      say(figureTexts.aboutPeriod, { period: say(period) }),
      say(figureTexts.aboutDay, { day }),
    ].join('　'),
    source: say(figureTexts.source, { place: jurisdiction.title, registers: [...new Set(titles)].join(say(figureTexts.and)), at }),
    demonstration: jurisdiction.demonstration ? say(frameTexts.demonstration) : undefined,
    day,
  }
}
