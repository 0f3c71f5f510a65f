import type { NoticeKind } from '#contract/notices.ts'
import { holds, type Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import { TAKE_BACK } from '#engine/derive/act-words.ts'

/** One thing that an event did to an entry, and the entry as it stands now. */
export interface FollowedAct {
  readonly event: string
  readonly at: string
  readonly person: string
  readonly register: Register
  readonly act: string
  readonly toState: string
  readonly row: Row
}

export interface Notice {
  readonly person: string
  readonly post: string | null
  readonly kind: NoticeKind
  /** A second notice with the same key to the same person is none. */
  readonly key: string
  readonly register: string
  readonly entry: string
  readonly event: string
  readonly act: string
  readonly many: number
  readonly at: string
}

/** Who is to be told of what the acts did; nobody of their own acts. The acts of one event on a register are one notice of each kind. */
export function noticesOf(
  acts: readonly FollowedAct[],
  holders: readonly Actor[],
  registerOf: (name: string) => Register | undefined,
): readonly Notice[] {
  const told = acts.flatMap((act) => [...tellings(act), ...copied(act), ...waiting(act, holders), ...invited(act, holders, registerOf)])
  const own = Map.groupBy(told, ({ person, key }) => `${person} ${key}`)
  return [...own.values()].map((same) => ({ ...same[0]!, many: new Set(same.map(({ entry }) => entry)).size }))
}

function notice(act: FollowedAct, kind: NoticeKind, person: unknown, post: string | null): Notice {
  const { event, at, register } = act
  const key = `${event}/${kind}/${register.name}`
  return {
    person: String(person),
    post,
    kind,
    key,
    register: register.name,
    entry: String(act.row['id']),
    event,
    act: act.act,
    many: 1,
    at,
  }
}

/** Whoever made the entry hears what became of it. */
function tellings(act: FollowedAct): readonly Notice[] {
  const tells = act.register.moves[act.act]?.tells
  const author = act.row['createdBy']
  return tells && author !== act.person ? [notice(act, tells, author, null)] : []
}

/** Of the entry that the copy names, not of the copy. */
function copied(act: FollowedAct): readonly Notice[] {
  if (act.register.name !== 'copy' || act.act !== 'create') return []
  const { person, post, register, entry } = act.row
  return person === act.person ? [] : [{ ...notice(act, 'copied', person, String(post)), register: String(register), entry: String(entry) }]
}

/** Those whose post makes the next step, while the entry still stands where the act brought it. */
function waiting(act: FollowedAct, holders: readonly Actor[]): readonly Notice[] {
  const { register, row, toState } = act
  // Who took it back has it again; the others had heard of it before.
  if (act.act === TAKE_BACK) return []
  const state = register.states[toState]
  if (row['state'] !== toState || !state) return []
  const moves = Object.keys(state.moves).filter((move) => isOffered(register, move))
  const may = (right: string, holder: Actor) => {
    const rule = register.access[right]
    return rule !== undefined && holds(rule, register, row, holder)
  }
  // A draft waits for its author, who knows, and what was returned is told as returned; unless it was made for others to fill in.
  if (state.editable && holders.some((holder) => holder.person === row['createdBy'] && moves.some((move) => may(move, holder)))) return []
  return holders
    .filter((holder) => holder.person !== act.person && may('read', holder) && moves.some((move) => may(move, holder)))
    .map((holder) => notice(act, 'waiting', holder.person, holder.post))
}

function isOffered(register: Register, move: string): boolean {
  const { next, due } = register.moves[move] ?? {}
  return next !== undefined && next !== false && !(due && 'waits' in due && due.waits)
}

/** Those who may make an entry, where they are, in the register that a call names. */
function invited(act: FollowedAct, holders: readonly Actor[], registerOf: (name: string) => Register | undefined): readonly Notice[] {
  const field = act.register.moves[act.act]?.invites
  const asked = field === undefined ? undefined : registerOf(String(act.row[field]))
  if (!asked?.access['create']) return []
  const rule = asked.access['create']
  return holders
    .filter((holder) => holder.person !== act.person && holds(rule, asked, asked.area ? { [asked.area]: holder.area } : {}, holder))
    .map((holder) => notice(act, 'called', holder.person, holder.post))
}
