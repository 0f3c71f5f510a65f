import type { EntryAnswer, RegisterDescription } from '#contract/entries.ts'
import type { MoveDescription } from '../../../api/types.ts'
import { boardTexts } from '../../../texts/texts-board.ts'
import type { Words } from '../../../texts/words.ts'

/** What would bring a card to a column: a move, or another value of the field; or why it cannot go there. */
export type Target = { readonly move: MoveDescription } | { readonly value: string | null } | { readonly against: Words }

/** What a drop on this column of the board would do to the entry. */
export function targetFor(description: RegisterDescription, { entry }: EntryAnswer, by: string | undefined, code: string): Target {
  return by === undefined ? byState(description, entry, code) : byField(description, entry, by, code)
}

function byState({ states, moves }: RegisterDescription, entry: EntryAnswer['entry'], code: string): Target {
  const ways = Object.entries(states.find((state) => state.code === entry.state)?.moves ?? {}).filter(([, to]) => to === code)
  if (ways.length === 0) return { against: boardTexts.noWay }
  const offered = entry.moves.filter(({ name }) => ways.some(([way]) => way === name))
  const free = offered.find(({ missing }) => missing.length === 0)
  const move = free && moves.find(({ name, via }) => name === free.name && via === undefined)
  if (move) return { move }
  const [missing] = offered.flatMap((each) => each.missing)
  return { against: missing ?? boardTexts.noRight }
}

function byField({ fields }: RegisterDescription, entry: EntryAnswer['entry'], by: string, code: string): Target {
  const field = fields.find(({ name }) => name === by)
  if (!entry.may.includes('edit') || !field?.writable || (field.required && code === '')) return { against: boardTexts.noEdit }
  return { value: code === '' ? null : code }
}
