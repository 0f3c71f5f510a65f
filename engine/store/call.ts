import { holds, type Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Expression } from '#engine/define/expression.ts'
import type { Id } from '#engine/define/id.ts'
import type { Move, Register, RowOf, ValuesOf } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { PAST_ACT, TAKE_BACK } from '#engine/derive/act-words.ts'
import { filedForIn } from '#engine/derive/filed-for.ts'
import { keysAfter } from '#engine/derive/keys.ts'
import { placeFaults } from '#engine/derive/places.ts'
import { newId } from '#platform/clock/id.ts'
import type { PgClient } from '#platform/db/database.ts'
import {
  byCommandOnly,
  checksFailed,
  MOST_AT_ONCE,
  madeByCommand,
  noRight,
  notEditable,
  notFound,
  notYet,
  reasonMissing,
  tooMany,
  wrongState,
} from './call-refusals.ts'
import { type Store, tableOf } from './context.ts'
import { binder, toSql } from './expression-sql.ts'
import { type GuardedMove, guardsAgainst } from './guards.ts'
import { failing, missingFor } from './missing.ts'
import { ask, clientReader, lockEntries } from './read.ts'
import { Refused } from './refused.ts'
import { decoded, newRow, sealed, sealedFields, selectList } from './rows.ts'
import type { Touched } from './save.ts'

/** What is fixed for the whole of a command: the transaction, who gives it, and the one instant and event it bears. */
export interface CallFacts {
  readonly store: Store
  readonly client: PgClient
  readonly actor: Actor
  readonly command: string
  readonly now: Date
  readonly today: string
  readonly event: string
  readonly request: string
}

/** How an entry of before came about: its state, who may say so, and the day and instant from which it counts as known. */
interface PastEntry {
  readonly state: string
  readonly right: string
  readonly day: string
  readonly recordedAt: string
}

type Changes<R extends Register> = Partial<{ [F in keyof ValuesOf<R>]: ValuesOf<R>[F] | null }>

/**
 * What a command's body works with, inside its transaction. Entries read are locked; what is created, changed or moved is
 * kept and written in sets when the body returns. Rights, states and checks are looked at here and nowhere else.
 */
export class Call {
  readonly facts: CallFacts
  readonly #touched = new Map<string, Touched>()
  readonly #moved: GuardedMove[] = []
  readonly #at: string
  #reason: string | null = null
  #isNoted = false

  constructor(facts: CallFacts) {
    this.facts = facts
    this.#at = facts.now.toISOString()
  }

  get actor(): Actor {
    return this.facts.actor
  }
  get today(): string {
    return this.facts.today
  }
  get reason(): string | null {
    return this.#reason
  }
  /** Why the act is done, in the words of the person; kept with the event. */
  because(reason: string | null | undefined): void {
    this.#reason = reason ?? null
  }
  /** An act that changes no entry and is to be found again all the same, such as handing in a sheet. */
  note(what: string): void {
    this.#isNoted = true
    this.#reason = what
  }
  get isNoted(): boolean {
    return this.#isNoted
  }
  get touched(): readonly Touched[] {
    return [...this.#touched.values()]
  }

  /** The entry, locked; a refusal when there is none or the person may not read it. */
  async read<R extends Register>(register: R, id: string): Promise<RowOf<R>> {
    const [row] = await this.readAll(register, [id])
    return row!
  }

  /** The entries in the order of `ids`, locked in the order of their ids. */
  async readAll<R extends Register>(register: R, ids: readonly string[]): Promise<readonly RowOf<R>[]> {
    const { store, client, actor } = this.facts
    const found = new Map((await lockEntries(client, store, register, ids)).map((row) => [row['id'], row]))
    return ids.map((id) => {
      const row = this.#touched.get(id)?.after ?? found.get(id)
      if (!row || !this.#holds(register, 'read', row, actor)) throw new Refused(notFound(register, id))
      return row as RowOf<R>
    })
  }

  /** Entries that fulfil a condition, locked, whatever the person may read: for rules that look at the whole. */
  async find<R extends Register>(register: R, where: Expression): Promise<readonly RowOf<R>[]> {
    const { store, client, actor } = this.facts
    const values: unknown[] = []
    const bind = binder(values)
    const text = `select ${selectList(register)} from ${tableOf(store, register)} where ${toSql(where, register, actor, bind)} order by id limit ${bind(MOST_AT_ONCE + 1)} for update`
    const found = await ask(clientReader(client), text, values)
    if (found.length > MOST_AT_ONCE) throw new Refused(tooMany(register))
    return found.map((row) => (this.#touched.get(String(row['id']))?.after ?? decoded(register, row)) as RowOf<R>)
  }

  /** New entries in the register's first state. */
  create<R extends Register>(register: R, values: readonly ValuesOf<R>[]): readonly Id<R['name']>[] {
    if (register.createVia && !register.createVia.includes(this.facts.command)) {
      throw new Refused(madeByCommand(register))
    }
    return values.map((each) => {
      const row = this.#newRow(register, each, { state: register.initial })
      this.#demand(register, 'create', row)
      this.#touch(register, undefined, row, 'create')
      return row['id'] as Id<R['name']>
    })
  }

  /**
   * An entry that was decided before its register was kept here: it has the state that its document gave it, and stands in every
   * figure as of the document's day. The event says when it came in, and the act that it is history.
   */
  recordPast(register: Register, values: Row, { state, right, day, recordedAt }: PastEntry): string {
    const row = this.#newRow(register, values, { state, createdAt: recordedAt, createdOn: day, changedAt: recordedAt })
    this.#demand(register, right, row, { zh: '历史导入', en: 'bring in as history' })
    this.#touch(register, undefined, row, PAST_ACT)
    return String(row['id'])
  }

  /** Changes fields of an entry that was read. */
  change<R extends Register>(register: R, row: RowOf<R>, values: Changes<R>): void {
    const state = register.states[row.state]
    if (!state?.editable) throw new Refused(notEditable(register, row))
    this.#demand(register, 'edit', row)
    // The entry as it becomes must be the person's to change, too: nobody moves an entry out of their own area.
    this.#demand(register, 'edit', { ...row, ...values })
    this.#rewrite(register, row, values, row.state, 'edit')
  }

  /** Entries that the command leaves as they were after all, because something stands against the change. */
  leaveOut(ids: Iterable<string>): void {
    for (const id of ids) this.#touched.delete(id)
  }

  /** Moves entries along a path of the life cycle, changing fields on the way. */
  move<R extends Register>(register: R, rows: readonly RowOf<R>[], move: keyof R['moves'] & string, values: Changes<R> = {}): void {
    for (const row of rows) {
      const moves = register.states[row.state]?.moves ?? {}
      const to = Object.hasOwn(moves, move) ? moves[move] : undefined
      const definition = register.moves[move]
      if (to === undefined || !definition) throw new Refused(wrongState(register, row, move))
      const next = { ...row, ...(values as Row) }
      this.#decideMove(register, next, row, move, definition)
      this.#rewrite(register, row, { ...(values as Row), ...this.#stamps(register, next, definition) }, to, move)
    }
    this.#moved.push({ register, move, rows })
  }

  /** An entry stands again as it stood before a move: the reverse of `move`, by who may make that move. */
  takeBack(register: Register, row: RowOf<Register>, before: RowOf<Register>, move: string): void {
    this.#demand(register, move, before, register.moves[move]?.label)
    this.#touch(register, row, { ...before, ...this.#systemColumns(register, row) }, TAKE_BACK)
    const asked = this.#moved.at(-1)
    if (asked?.register === register && asked.move === TAKE_BACK) this.#moved.splice(-1, 1, { ...asked, rows: [...asked.rows, row] })
    else this.#moved.push({ register, move: TAKE_BACK, rows: [row] })
  }

  /** Asks the guards about every move that was made, after the body and before anything is written. */
  async refuseGuarded(): Promise<void> {
    const { store, client, actor, today } = this.facts
    for (const moved of this.#moved) {
      const against = await guardsAgainst(moved, { store, reader: clientReader(client), actor, today, locks: true })
      if (against.length > 0)
        throw new Refused(
          notYet(
            moved.register,
            moved.rows[0]!,
            moved.move,
            against.map((message) => ({ path: '', message })),
          ),
        )
    }
  }

  /** The days that a move fills by itself. */
  #stamps(register: Register, next: Row, { stamps = {} }: Move): Row {
    const due = Object.entries(stamps).filter(([, when]) => holds(when, register, next, this.actor))
    return Object.fromEntries(due.map(([field]) => [field, this.today]))
  }

  #decideMove(register: Register, next: Row, row: Row, move: string, definition: Move): void {
    if (definition.via && !definition.via.includes(this.facts.command)) {
      throw new Refused(byCommandOnly(definition.label))
    }
    this.#demand(register, move, row, definition.label)
    // What is given with the move must not carry the entry out of the reach of who makes it.
    if (definition.asks) this.#demand(register, move, { ...next, state: row['state'] }, definition.label)
    if (definition.reason === 'required' && !this.#reason) {
      throw new Refused(reasonMissing(definition.label))
    }
    const missing = missingFor(register, move, next, this.facts.actor)
    if (missing.length > 0) throw new Refused(notYet(register, row, move, missing))
  }

  #rewrite(register: Register, row: Row, values: Row, state: string, act: string): void {
    const earlier = this.#touched.get(String(row['id']))
    const next = {
      ...(earlier?.after ?? row),
      ...sealed(register, values, this.facts.store.secrets),
      ...filedForIn(register, row, values, this.facts.actor),
      state,
    }
    const before = earlier ? earlier.before : row
    // An entry made in this very command keeps its id and first version, whatever else the command does to it.
    const system = before ? this.#systemColumns(register, before) : {}
    this.#touch(register, before, { ...next, ...system }, earlier && (act === 'edit' || !before) ? earlier.act : act)
  }

  #touch(register: Register, before: Row | undefined, after: Row, act: string): void {
    const faults = [...failing(register.checks ?? [], register, after, this.facts.actor), ...placeFaults(register, after, this.today)]
    if (faults.length > 0) throw new Refused(checksFailed(faults))
    this.#touched.set(String(after['id']), { register, before, after: { ...after, ...keysAfter(register, before, after) }, act })
  }

  #newRow(register: Register, values: Row, own: Row): Row {
    const { store, actor } = this.facts
    return Object.assign(
      newRow(register, values),
      sealedFields(register, values, store.secrets),
      this.#systemColumns(register, undefined),
      filedForIn(register, undefined, values, actor),
      own,
    )
  }

  #systemColumns(register: Register, before: Row | undefined): Row {
    const { today, actor, event, store } = this.facts
    // A clock that was set back must not make a version end before it began.
    const changedAt = before && String(before['changedAt']) > this.#at ? before['changedAt'] : this.#at
    const changed = {
      version: before ? Number(before['version']) + 1 : 1,
      changedAt,
      changedBy: actor.person,
      event,
      definitionVersion: store.definitionVersions.get(register.name) ?? 1,
    }
    return before ? changed : { id: newId(store.clock), createdAt: changedAt, createdOn: today, createdBy: actor.person, ...changed }
  }

  #demand(register: Register, right: string, row: Row, label: Words = RIGHT_WORDS[right] ?? { zh: right, en: right }): void {
    if (!this.#holds(register, right, row, this.facts.actor)) {
      throw new Refused(noRight(register, row, label))
    }
  }

  #holds(register: Register, right: string, row: Row, actor: Actor): boolean {
    const rule = register.access[right]
    return rule !== undefined && holds(rule, register, row, actor)
  }
}

const RIGHT_WORDS: Readonly<Record<string, Words>> = {
  create: { zh: '新增', en: 'create' },
  edit: { zh: '修改', en: 'edit' },
  read: { zh: '查看', en: 'read' },
}
