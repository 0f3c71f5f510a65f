import type { NoticeKind } from '#contract/notices.ts'
import { holds, type Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Expression } from '#engine/define/expression.ts'
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

/** Who is to be told of what an act did; nobody of their own acts. */
export function noticesOf(
  act: FollowedAct,
  holders: readonly Actor[],
  registerOf: (name: string) => Register | undefined,
): readonly Notice[] {
  return [...tellings(act, holders), ...copied(act), ...waiting(act, holders), ...invited(act, holders, registerOf)]
}

/** The acts of one event on a register are one notice of each kind, of as many entries. */
export function gathering(): { add(ofOneAct: readonly Notice[]): void; notices(): readonly Notice[] } {
  const own = new Map<string, Notice & { many: number }>()
  return {
    add(ofOneAct) {
      const told = new Map(ofOneAct.map((each) => [`${each.person} ${each.key} ${each.entry}`, each]))
      for (const each of told.values()) {
        const key = `${each.person} ${each.key}`
        const before = own.get(key)
        if (before) before.many += 1
        else own.set(key, { ...each })
      }
    },
    notices: () => [...own.values()],
  }
}

/**
 * Whether an act can be news to anybody, whoever they are and whatever the entry says. Most of what a sheet brings in is drafts, which
 * are none: their entries need not be read.
 */
export function mayBeNews(register: Register, act: string, toState: string): boolean {
  const { tells, invites } = register.moves[act] ?? {}
  return tells !== undefined || invites !== undefined || isCopy(register, act) || waitsIn(register, act, toState)
}

const isCopy = (register: Register, act: string) => register.name === 'copy' && act === 'create'

/**
 * A draft waits for its author, who knows, unless a command made it for others to fill in; what was returned is told as returned. Who
 * took it back has it again; the others had heard of it before.
 */
function waitsIn(register: Register, act: string, toState: string): boolean {
  const state = register.states[toState]
  return act !== TAKE_BACK && state !== undefined && (!state.editable || register.createVia !== undefined)
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

/** Whoever made the entry hears what became of it, or those whom the move names. */
function tellings(act: FollowedAct, holders: readonly Actor[]): readonly Notice[] {
  const { tells, hears } = act.register.moves[act.act] ?? {}
  if (!tells) return []
  if (hears) return hearers(act, holders, hears).map((holder) => notice(act, tells, holder.person, holder.post))
  const author = act.row['createdBy']
  return author === act.person ? [] : [notice(act, tells, author, null)]
}

function hearers({ register, row, person }: FollowedAct, holders: readonly Actor[], hears: Expression): readonly Actor[] {
  const read = register.access['read'] ?? { always: false }
  return holders.filter((holder) => holder.person !== person && holds(read, register, row, holder) && holds(hears, register, row, holder))
}

/** Of the entry that the copy names, not of the copy. */
function copied(act: FollowedAct): readonly Notice[] {
  if (!isCopy(act.register, act.act)) return []
  const { person, post, register, entry } = act.row
  return person === act.person ? [] : [{ ...notice(act, 'copied', person, String(post)), register: String(register), entry: String(entry) }]
}

/** Those whose post makes the next step, while the entry still stands where the act brought it. */
function waiting(act: FollowedAct, holders: readonly Actor[]): readonly Notice[] {
  const { register, row, toState } = act
  const state = register.states[toState]
  if (row['state'] !== toState || !state || !waitsIn(register, act.act, toState)) return []
  const moves = Object.keys(state.moves).filter((move) => isOffered(register, move))
  const may = (right: string, holder: Actor) => {
    const rule = register.access[right]
    return rule !== undefined && holds(rule, register, row, holder)
  }
  // What its maker can move on is the maker's own draft.
  if (state.editable && holders.some((holder) => holder.person === row['createdBy'] && moves.some((move) => may(move, holder)))) return []
  // What the move tells is not told twice.
  const { hears } = register.moves[act.act] ?? {}
  const told = new Set(hears ? hearers(act, holders, hears) : [])
  return holders
    .filter((holder) => holder.person !== act.person && !told.has(holder) && may('read', holder) && moves.some((move) => may(move, holder)))
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
