import { holds, type Row } from '#engine/access/holds.ts'
import { inWords } from '#engine/access/in-words.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { FieldFault } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { type Contribution, contributionsOf, NOBODY } from '#engine/derive/contributions.ts'
import { titleOf } from './call-refusals.ts'
import type { Store } from './context.ts'
import { missingFor } from './missing.ts'
import { masked } from './rows.ts'

/** An entry as it leaves the house: values under their field names, personal data masked. */
export function presentRow(store: Store, register: Register, row: Row) {
  const open = masked(register, row, store.secrets)
  return {
    id: String(row['id']),
    no: Number(row['no']),
    version: Number(row['version']),
    state: String(row['state']),
    title: titleOf(register, row),
    values: Object.fromEntries(Object.keys(register.fields).map((field) => [field, open[field] ?? null])),
    createdAt: String(row['createdAt']),
    changedAt: String(row['changedAt']),
  }
}

/** What this person may do with the entry now; the browser never works a right out by itself. */
export function rightsOn(register: Register, row: Row, actor: Actor) {
  const state = register.states[String(row['state'])]
  const may = (right: string) => register.access[right] !== undefined && holds(register.access[right], register, row, actor)
  const open = Object.keys(state?.moves ?? {}).filter(may)
  const offered = open.filter((move) => !register.moves[move]?.via)
  return {
    may: state?.editable && may('edit') ? ['edit'] : [],
    commands: [...new Set(open.flatMap((move) => register.moves[move]?.via ?? []))],
    moves: offered.map((name) => ({ name, missing: missingFor(register, name, row, actor).map(asMissing) })),
  }
}

function asMissing({ message, path }: FieldFault): Words & { readonly field?: string } {
  return path === '' ? message : { ...message, field: path }
}

/** Per indicator: whether the entry counts, by which measure and day, or which condition stands against it. */
export function countingOf(register: Register, row: Row) {
  return Object.entries(register.counting ?? {}).map(([indicator, rule]) => {
    const own = contributionsOf(register, row).filter((each) => each.indicator === indicator)
    const counted = own.filter(({ measure }) => measure === rule.counted)
    const first = counted.find(({ amount }) => amount > 0)
    const counts = counted.reduce((sum, { amount }) => sum + amount, 0) > 0
    const shown = first ?? own[0]
    const term = rule.terms.find(({ measure, amount = 1 }) => measure === rule.counted && amount > 0)
    const failing = term && !first ? failingPart(term.when, register, row) : undefined
    return {
      indicator,
      title: rule.title,
      counts,
      ...(shown && { measure: rule.measures[shown.measure]!, countsOn: shown.countsOn }),
      why: first ? (counts ? countsBecause(first.countsOn) : countedUntil(first.countsOn, counted)) : countsNot(failing),
    }
  })
}

function countsBecause(day: string): Words {
  return { zh: `自 ${day} 起计入`, en: `counts from ${day}` }
}

function countedUntil(from: string, counted: readonly Contribution[]): Words {
  const until = counted
    .filter(({ amount }) => amount < 0)
    .map(({ countsOn }) => countsOn)
    .sort()
    .at(-1)!
  return { zh: `自 ${from} 起计入，自 ${until} 起不再计入`, en: `counted from ${from}, no longer from ${until}` }
}

function countsNot(failing: Words | undefined): Words {
  return failing
    ? { zh: `未计入：须满足“${failing.zh}”`, en: `does not count: “${failing.en}” must hold` }
    : { zh: '未计入：尚无计入日期', en: 'does not count: it has no day to count from' }
}

function failingPart(when: Parameters<typeof holds>[0], register: Register, row: Row): Words | undefined {
  const parts = 'all' in when ? when.all : [when]
  const failing = parts.find((part) => !holds(part, register, row, NOBODY))
  return failing && inWords(failing, register)
}
