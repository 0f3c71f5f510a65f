import type { CountingRule } from '#engine/define/counting.ts'
import { decimalText, type Instrument, type RegisterKind, toSimplified } from '#policy-text/index.ts'
import { draftRegister } from './draft-register.ts'
import type { Pack } from './pack-format.ts'

/** What is proposed and not made: definitions of registers that there are not, and benefits. By a pack, or by a plan confirmed on screen. */
export interface Drafts {
  readonly registers: readonly Pick<Pack['registers'][number], 'key' | 'name' | 'register' | 'why' | 'definition'>[]
  readonly instruments: Pack['instruments']
}

interface ListFound {
  readonly source: { readonly start: number }
  readonly name: string
  readonly kind: RegisterKind | null
  readonly register: string | null
  readonly why: Pack['registers'][number]['why']
}

/** A list of a plan with the definition that is proposed for it, when no register keeps it. */
export function draftedRegister(
  { source, name, kind, register, why }: ListFound,
  basis: string,
  counting?: Readonly<Record<string, CountingRule>>,
) {
  const key = `list-${source.start}`
  const definition = register === null ? draftRegister({ name, kind, start: source.start, basis }, counting) : null
  const plain = definition && (JSON.parse(JSON.stringify(definition)) as Pack['registers'][number]['definition']) // pure data
  return { key, item: key, name, register, why, definition: plain }
}

/** Benefits as entries keep them; one that is said again is one. */
export function draftedInstruments(found: readonly Instrument[]): Pack['instruments'] {
  const drafted = found.map(draftedInstrument)
  const words = drafted.map(({ kind, recipient, conditions, benefits, per }) =>
    JSON.stringify([kind, recipient, conditions, benefits, per]),
  )
  return drafted.filter((_, at) => words.indexOf(words[at]!) === at)
}

function draftedInstrument({ kind, recipient, conditions, benefits, per, clause, start, end }: Instrument): Pack['instruments'][number] {
  return {
    key: `instrument-${start}`,
    kind,
    recipient: recipient === null ? null : toSimplified(recipient),
    conditions: conditions.map(draftedAmount),
    benefits: benefits.map(draftedAmount),
    per: [...per],
    clause,
    standing: 'proposed',
    start,
    end,
  }
}

function draftedAmount({ role, value, unit, of }: Instrument['benefits'][number]): Pack['instruments'][number]['benefits'][number] {
  const [low, high] = typeof value === 'number' ? [value, null] : value
  return { role, low: decimalText(low)!, high: decimalText(high), unit, of }
}
