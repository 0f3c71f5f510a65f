import { asProblem, isTemporary, type ProblemError } from '../../api/problem-error.ts'
import { delayBefore } from '../../api/retry.ts'
import type { Values } from '../../api/types.ts'
import { fieldOfPath } from '../../frame/faults.ts'
import { makeStore } from '../../frame/store.ts'
import { clashesOf, joined, same } from '../../values/draft.ts'
import type { AutosaveParts, FormState, Kept, SaveState } from './form-state.ts'

const KEEP_AFTER = 150
const SEND_AFTER = 2000
/** Who types without a pause is saved all the same. */
const SEND_AT_LATEST = 10_000

/**
 * Nothing typed is lost: every change goes to this computer at once and to the server after two quiet seconds, into the entry or, while
 * there is none, into its draft. Lost connections and busy servers are tried again; a change from elsewhere is merged or asked about.
 */
export class Autosave {
  readonly store
  /** Of the draft that the form writes. */
  readonly id: string
  private readonly parts: AutosaveParts
  private server: Pick<Kept, 'values' | 'version'>
  private changes: Values
  private base: Values
  private attempt = 0
  private asked = false
  /** Fields the server refused as they are now: the others are saved without them. */
  private held: { readonly fields: ReadonlySet<string>; readonly problem: ProblemError } | undefined
  private keepTimer: ReturnType<typeof setTimeout> | undefined
  private sendTimer: ReturnType<typeof setTimeout> | undefined
  /** When the first change that the server has not got was typed. */
  private unsentSince: number | undefined
  private paused = false
  private underWay: Promise<void> | undefined

  constructor(parts: AutosaveParts) {
    this.parts = parts
    this.id = parts.id
    this.server = parts.kept
    const draft = joined(parts.left)
    this.changes = draft?.changes ?? {}
    this.base = draft?.base ?? {}
    this.store = makeStore<FormState>({
      values: this.values(),
      titles: parts.kept.titles,
      warnings: parts.kept.warnings,
      save: draft ? { is: 'kept', at: draft.at } : parts.keptAt ? { is: 'saved', at: parts.keptAt } : { is: 'clean' },
      restoredAt: draft?.at ?? parts.keptAt,
    })
  }

  /** Goes on with what was left, as soon as the page is there; not over what somebody else has changed since. */
  start() {
    const { kept } = this.parts
    if (!this.hasChanges()) return void this.keep()
    const clashes = clashesOf({ changes: this.changes, base: this.base }, this.server.values)
    if (clashes.length > 0) return this.show({ is: 'clash', clashes, theirs: kept })
    this.scheduleSend()
  }

  readonly change = (name: string, value: unknown) => {
    if (!(name in this.changes)) this.base = { ...this.base, [name]: this.server.values[name] }
    this.changes = { ...this.changes, [name]: value }
    this.held = undefined
    this.show()
    clearTimeout(this.keepTimer)
    this.keepTimer = setTimeout(() => void this.keep(), KEEP_AFTER)
    this.scheduleSend()
  }

  /** Writes to this computer now; also when the page is left. */
  readonly keep = async () => {
    clearTimeout(this.keepTimer)
    const { changes, base, parts } = this
    if (!this.hasChanges()) return this.drop()
    const at = parts.now()
    const kept = await parts.drafts.keep(parts.place, { id: parts.id, changes, base, at })
    const { is } = this.store.get().save
    if (!kept && is !== 'clash') this.show({ is: 'unkept' })
    else if (kept && (is === 'clean' || is === 'kept' || is === 'saved' || is === 'unkept')) this.show({ is: 'kept', at })
  }

  private async drop() {
    const { place, id, left, drafts, aside } = this.parts
    await Promise.all([drafts.drop(place, [id, ...left.map((draft) => draft.id)]), aside?.drop()])
  }

  /** Sends what is left now; resolves when the server has answered. */
  readonly flush = async () => {
    await this.underWay
    this.asked = true
    this.held = undefined
    if (this.hasChanges()) await this.send()
    this.asked = false
  }

  /** Throws away what was only typed. */
  readonly discard = () => {
    const { forget } = this.parts
    if (forget) this.server = { values: {}, version: 0 }
    void forget?.().catch(() => undefined) // it is offered again, and can be thrown away again
    this.settle()
  }

  /** What was typed is in the entry: nothing of it is left to keep. */
  readonly settle = () => {
    this.changes = {}
    this.base = {}
    void this.drop()
    this.store.set({ ...this.store.get(), values: this.values(), save: { is: 'clean' }, restoredAt: undefined })
  }

  /** While the entry is being made nothing is sent to its draft; resolves when nothing is under way. */
  readonly pause = async () => {
    this.paused = true
    clearTimeout(this.sendTimer)
    await this.underWay
  }

  /** The entry was not made: its draft goes on. */
  readonly resume = () => {
    this.paused = false
    if (this.hasChanges()) this.scheduleSend()
  }

  /** After a clash: what to keep of mine; the rest is taken from the other person. */
  readonly resolve = (mine: ReadonlySet<string>) => {
    const { save } = this.store.get()
    if (save.is !== 'clash') return
    const clashing = new Set(save.clashes.map(({ field }) => field))
    this.changes = Object.fromEntries(Object.entries(this.changes).filter(([field]) => !clashing.has(field) || mine.has(field)))
    this.adopt(save.theirs)
    this.base = { ...this.base, ...pick(save.theirs.values, Object.keys(this.changes)) }
    this.show({ is: 'kept', at: this.parts.now() })
    void this.send()
  }

  readonly hasChanges = () => Object.entries(this.changes).some(([name, value]) => !same(value, this.server.values[name]))
  /** The server could not be reached, or was busy: what to try again lies here. */
  readonly offline = () => this.show({ is: 'offline' })
  readonly refuse = (error: unknown) => this.show({ is: 'refused', problem: asProblem(error), asked: true })

  /** Before the page is left or the person signs out: what waits is sent now. */
  readonly leave = async () => {
    await this.keep()
    if (this.isWaiting()) await this.send()
  }

  readonly stop = () => {
    const waits = this.isWaiting()
    void this.keep()
    clearTimeout(this.sendTimer)
    if (waits) void this.send()
  }

  private isWaiting(): boolean {
    const { is } = this.store.get().save
    return !this.paused && this.hasChanges() && (is === 'kept' || is === 'unkept' || is === 'saved')
  }

  /** The connection is back: no need to wait for the next try. */
  readonly wake = () => {
    if (this.store.get().save.is === 'offline') this.scheduleSend(0)
  }

  private scheduleSend(after = SEND_AFTER) {
    clearTimeout(this.sendTimer)
    if (this.paused || this.store.get().save.is === 'clash') return
    this.unsentSince ??= Date.now()
    const latest = this.unsentSince + SEND_AT_LATEST - Date.now()
    this.sendTimer = setTimeout(() => void this.send(), after === SEND_AFTER ? Math.max(0, Math.min(after, latest)) : after)
  }

  private async send() {
    await this.underWay
    clearTimeout(this.sendTimer)
    if (!this.hasChanges()) return await this.keep()
    this.underWay = this.sendOnce().finally(() => {
      this.underWay = undefined
    })
    await this.underWay
  }

  private async sendOnce() {
    const sent = this.sendable()
    this.unsentSince = undefined
    this.show({ is: 'saving' })
    try {
      const answer = await this.parts.send(sent, this.server)
      this.attempt = 0
      this.changes = Object.fromEntries(Object.entries(this.changes).filter(([name, value]) => !same(value, sent[name])))
      this.base = pick(answer.values, Object.keys(this.changes))
      this.adopt(answer)
      void this.keep()
      if (this.held !== undefined) return this.show({ is: 'refused', problem: this.held.problem, asked: this.asked })
      this.show({ is: 'saved', at: this.parts.now() })
      if (this.hasChanges()) this.scheduleSend()
    } catch (error) {
      await this.afterFailure(error)
    }
  }

  private async afterFailure(error: unknown) {
    void this.keep()
    const problem = asProblem(error)
    if (problem.status === 412) return this.merge()
    if (problem.code === 'draft.gone') return this.beginAnew(problem)
    if (!isTemporary(error)) return await this.hold(problem)
    this.show({ is: 'offline' })
    this.scheduleSend(delayBefore(this.attempt++, problem.retryAfter))
  }

  /** A refusal of some fields must not keep the others from being saved. */
  private async hold(problem: ProblemError) {
    const faulty = new Set(problem.faults.map(({ path }) => fieldOfPath(path)))
    const first = this.held === undefined
    this.held = { fields: faulty, problem }
    this.show({ is: 'refused', problem, asked: this.asked || faulty.size === 0 })
    const rest = Object.keys(this.sendable())
    if (first && faulty.size > 0 && rest.length > 0 && rest.length < Object.keys(this.changes).length) await this.sendOnce()
    if (this.held !== undefined && this.hasChanges()) await this.parts.aside?.keep(this.changes, this.base)
  }

  /** The draft was made an entry or thrown away elsewhere. What stands here is still on the page: said once, then a draft of its own. */
  private beginAnew(problem: ProblemError) {
    this.changes = this.values()
    this.base = {}
    this.server = { values: {}, version: 0 }
    this.show({ is: 'refused', problem, asked: true })
    void this.keep()
  }

  private sendable(): Values {
    const { held } = this
    return held === undefined ? this.changes : Object.fromEntries(Object.entries(this.changes).filter(([name]) => !held.fields.has(name)))
  }

  private async merge() {
    try {
      const theirs = await this.parts.reload()
      const clashes = clashesOf({ changes: this.changes, base: this.base }, theirs.values)
      if (clashes.length > 0) {
        void this.parts.aside?.keep(this.changes, this.base)
        return this.show({ is: 'clash', clashes, theirs })
      }
      this.adopt(theirs)
      this.show({ is: 'saving' })
      this.scheduleSend(0)
    } catch {
      this.show({ is: 'offline' })
      this.scheduleSend(delayBefore(this.attempt++))
    }
  }

  private adopt({ values, version, titles, warnings }: Kept) {
    this.server = { values, version }
    this.store.set({ ...this.store.get(), titles: { ...this.store.get().titles, ...titles }, warnings })
  }

  private values(): Values {
    return { ...this.server.values, ...this.changes }
  }

  private show(save: SaveState = this.store.get().save) {
    this.store.set({ ...this.store.get(), values: this.values(), save })
  }
}

const pick = (values: Values, names: readonly string[]): Values => Object.fromEntries(names.map((name) => [name, values[name]]))
