import type { Store } from '#engine/store/context.ts'
import { dueDays, holdersOf, type KeptNotice, type workingCalendar, workingDayAfter } from '#modules/collaboration/index.ts'
import type { KeptChannel } from './channel-store.ts'

type Calendar = Awaited<ReturnType<typeof workingCalendar>>

interface Planned {
  readonly channel: KeptChannel
  readonly notice: KeptNotice
}

/** Those whose entry waits for a step of this person that is due within the channel's days: they go at once, whatever the hour. */
export async function urgentAmong<P extends Planned>(store: Store, planned: readonly P[], calendar: Calendar): Promise<ReadonlySet<P>> {
  const asked = planned.filter(({ notice: { kind, post, entry } }) => kind === 'waiting' && post !== null && entry !== null)
  if (asked.length === 0) return new Set()
  const holders = await holdersOf(store, [...new Set(asked.map(({ notice }) => notice.post!))])
  const groups = Map.groupBy(asked, ({ notice: { person, post, register } }) => `${person} ${post} ${register}`)
  const found = await Promise.all(
    [...groups.values()].map(async (own) => {
      const { person, post, register } = own[0]!.notice
      const actor = holders.find((holder) => holder.person === person && holder.post === post)
      if (!actor) return []
      const entries = own.map(({ notice }) => notice.entry!)
      const due = await dueDays({ store, actor }, register!, entries, calendar)
      return own.filter(({ channel, notice }) => {
        const day = due.get(notice.entry!)
        return day !== undefined && day <= workingDayAfter(calendar, channel.habits.urgentDays)
      })
    }),
  )
  return new Set(found.flat())
}
