import { closeRoundInput, openRoundInput } from '#contract/reports.ts'
import { parsePeriod } from '#engine/define/period.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import { command } from '#engine/store/command.ts'
import { storeOn } from '#engine/store/snapshot.ts'
import { countedByArea } from '../queries/counted-by-area.ts'
import { settledToday } from '../queries/settled-today.ts'
import { termsSet } from '../queries/terms-set.ts'
import { type DispatchReturn, dispatchReturn } from '../registers/dispatch-return.register.ts'
import { dispatchRound } from '../registers/dispatch-round.register.ts'
import { daysAfter, roundDays, termsOn } from '../rules/quarter.ts'
import { CLERK } from '../rules/rights.ts'

/** Opens the round of a quarter: a return for every city and zone, with its figures as known at the end of yesterday. */
export const openRound = command({
  name: 'reports.open-round',
  label: { zh: '发起调度', en: 'Open a round' },
  input: openRoundInput,
  right: CLERK,
  snapshot: true,
  async run(call, { period: code }) {
    const period = parsePeriod(code)
    const day = settledToday(call.facts.store)
    const asOf = daysAfter(day, -1)
    if (!period?.to || period.to > asOf) return notOver(code, period?.to ?? code)
    const [there] = await call.find(dispatchRound, { field: 'period', is: code })
    if (there) return already(there.title)
    const title = `${period.title.zh}调度`
    const frozen = storeOn(call.facts.store, call.facts.client)
    const set = await termsSet(frozen)
    const { dueOn } = roundDays(period.to, set)
    // A round that is opened late is open as long as one opened in time.
    const until = dueOn > day ? dueOn : daysAfter(day, termsOn(period.to, set).openForDays)
    const [round] = call.create(dispatchRound, [{ title, period: code, asOf, dueOn: until }])
    const places = await countedByArea(frozen, period, asOf)
    const made = call.create(
      dispatchReturn,
      places.map(({ area, title: name, figures }) => ({
        title: `${period.title.zh} ${name}`,
        round: round!,
        area,
        figures: plain(figures),
      })),
    )
    return { round: round!, returns: made.length }
  },
})

/** Ends a round: what was not confirmed is marked so, and stands in the report by name. */
export const closeRound = command({
  name: 'reports.close-round',
  label: { zh: '截止调度', en: 'Close a round' },
  input: closeRoundInput,
  right: CLERK,
  async run(call, { round: id }) {
    const own = await call.read(dispatchRound, id)
    const open = await call.find(dispatchReturn, {
      all: [
        { field: 'round', is: own.id },
        { field: 'state', oneOf: ['filling', 'handedIn'] },
      ],
    })
    call.move(dispatchRound, [own], 'close')
    call.move(dispatchReturn, open, 'miss')
    return { round: own.id, missed: open.length }
  },
})

function notOver(code: string, to: string): Refusal {
  return refuse(
    'state',
    'round.quarter-not-over',
    `${code} 到 ${to} 才结束，期末之后方可发起调度`,
    `${code} ends on ${to}; its round opens after that`,
  )
}

function already(title: string): Refusal {
  return refuse('conflict', 'round.already', `“${title}”已经发起，不必重复`, `“${title}” is open already`)
}

type Figures = DispatchReturn['figures']

function plain(figures: unknown): Figures {
  return JSON.parse(JSON.stringify(figures)) as Figures // made of JSON
}
