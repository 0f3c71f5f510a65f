import type { EntryAnswer } from '#contract/entries.ts'
import { asProblem, isTemporary, type ProblemError } from '../../api/problem-error.ts'
import { delayBefore } from '../../api/retry.ts'
import type { Titles, Values } from '../../api/types.ts'
import { makeStore } from '../../frame/store.ts'
import { type Clash, clashesOf, type Draft, type DraftPlace, type DraftStore, joined, same } from '../../values/draft.ts'
import { fieldOfPath } from './faults.ts'

/** What the line beside a form says. */
export type SaveState =
  | { readonly is: 'clean' }
  | { readonly is: 'kept'; readonly at: string }
  | { readonly is: 'unkept' }
  | { readonly is: 'saving' }
  | { readonly is: 'saved'; readonly at: string }
  | { readonly is: 'offline' }
  /** `asked`: somebody pressed save, so the faults are listed; an autosave only marks the fields. */
  | { readonly is: 'refused'; readonly problem: ProblemError; readonly asked: boolean }
  | { readonly is: 'clash'; readonly clashes: readonly Clash[]; readonly theirs: EntryAnswer }

/** What a form shows. */
export interface FormState {
  readonly values: Values
  readonly titles: Titles
  /** What the server holds doubtful about the entry as it was last saved. */
  readonly warnings: EntryAnswer['warnings']
  readonly save: SaveState
  /** When a draft of this computer was put back into the form. */
  readonly restoredAt: string | undefined
}

/** What a form needs from outside. */
export interface AutosaveParts {
  readonly place: DraftPlace
  readonly drafts: DraftStore
  /** Of this form among the drafts. */
  readonly id: string
  /** What was left of the entry on this computer. */
  readonly left: readonly Draft[]
  /** The entry as the server has it; undefined for one that is still to be made. */
  readonly answer: EntryAnswer | undefined
  readonly send: (changes: Values, version: number) => Promise<EntryAnswer>
  readonly reload: () => Promise<EntryAnswer>
  readonly now: () => string
}

const KEEP_AFTER = 150
const SEND_AFTER = 2000

/**
 * Nothing typed is lost: every change goes to this computer at once, and, for an entry the server has, to the server
 * after two quiet seconds. Lost connections and busy servers are tried again; a change by somebody else is merged or asked about.
 */
export class Autosave {
  readonly store
  private readonly parts: AutosaveParts
  private server: { readonly values: Values; readonly version: number }
  private changes: Values
  private base: Values
  private attempt = 0
  private asked = false
  /** Fields the server refused as they are now: the others are saved without them. */
  private held: { readonly fields: ReadonlySet<string>; readonly problem: ProblemError } | undefined
  private keepTimer: ReturnType<typeof setTimeout> | undefined
  private sendTimer: ReturnType<typeof setTimeout> | undefined
  private underWay: Promise<void> | undefined

  constructor(parts: AutosaveParts) {
    this.parts = parts
    this.server = { values: parts.answer?.entry.values ?? {}, version: parts.answer?.entry.version ?? 0 }
    const draft = joined(parts.left)
    this.changes = draft?.changes ?? {}
    this.base = draft?.base ?? {}
    this.store = makeStore<FormState>({
      values: this.values(),
      titles: parts.answer?.titles ?? {},
      warnings: parts.answer?.warnings ?? [],
      save: draft ? { is: 'kept', at: draft.at } : { is: 'clean' },
      restoredAt: draft?.at,
    })
  }

  /** Goes on with what was left on this computer, as soon as the page is there; not over what somebody else has changed since. */
  start() {
    const { answer } = this.parts
    if (!this.hasChanges()) return void this.keep()
    const clashes = answer ? clashesOf({ changes: this.changes, base: this.base }, this.server.values) : []
    if (answer && clashes.length > 0) return this.show({ is: 'clash', clashes, theirs: answer })
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

  private drop() {
    const { place, id, left } = this.parts
    return this.parts.drafts.drop(place, [id, ...left.map((draft) => draft.id)])
  }

  /** Sends what is left now; resolves when the server has answered. */
  readonly flush = async () => {
    await this.underWay
    this.asked = true
    this.held = undefined
    if (this.hasChanges() && this.parts.answer !== undefined) await this.send()
    this.asked = false
  }

  readonly discard = () => {
    this.changes = {}
    this.base = {}
    void this.drop()
    this.store.set({ ...this.store.get(), values: this.values(), save: { is: 'clean' }, restoredAt: undefined })
  }

  /** After a clash: what to keep of mine; the rest is taken from the other person. */
  readonly resolve = (mine: ReadonlySet<string>) => {
    const { save } = this.store.get()
    if (save.is !== 'clash') return
    const clashing = new Set(save.clashes.map(({ field }) => field))
    this.changes = Object.fromEntries(Object.entries(this.changes).filter(([field]) => !clashing.has(field) || mine.has(field)))
    this.adopt(save.theirs)
    this.base = { ...this.base, ...pick(save.theirs.entry.values, Object.keys(this.changes)) }
    this.show({ is: 'kept', at: this.parts.now() })
    void this.send()
  }

  /** The changed values of an entry that is still to be made. */
  readonly changed = (): Values => this.changes
  readonly hasChanges = () => Object.entries(this.changes).some(([name, value]) => !same(value, this.server.values[name]))
  /** The server could not be reached, or was busy: what to try again lies here. */
  readonly offline = () => this.show({ is: 'offline' })
  readonly refuse = (error: unknown) => this.show({ is: 'refused', problem: asProblem(error), asked: true })

  readonly stop = () => {
    void this.keep()
    clearTimeout(this.sendTimer)
  }

  /** The connection is back: no need to wait for the next try. */
  readonly wake = () => {
    if (this.store.get().save.is === 'offline') this.scheduleSend(0)
  }

  private scheduleSend(after = SEND_AFTER) {
    clearTimeout(this.sendTimer)
    if (this.parts.answer === undefined || this.store.get().save.is === 'clash') return
    this.sendTimer = setTimeout(() => void this.send(), after)
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
    this.show({ is: 'saving' })
    try {
      const answer = await this.parts.send(sent, this.server.version)
      this.attempt = 0
      this.changes = Object.fromEntries(Object.entries(this.changes).filter(([name, value]) => !same(value, sent[name])))
      this.base = pick(answer.entry.values, Object.keys(this.changes))
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
    if (!isTemporary(error)) return await this.hold(problem)
    this.show({ is: 'offline' })
    this.scheduleSend(delayBefore(this.attempt++, problem.retryAfter))
  }

  /** A refusal of some fields must not keep the others from being saved. */
  private async hold(problem: ProblemError) {
    const faulty = new Set(problem.faults.map(({ path }) => fieldOfPath(path)))
    const first = this.held === undefined
    this.held = { fields: faulty, problem }
    this.show({ is: 'refused', problem, asked: this.asked })
    const rest = Object.keys(this.sendable())
    if (first && faulty.size > 0 && rest.length > 0 && rest.length < Object.keys(this.changes).length) await this.sendOnce()
  }

  private sendable(): Values {
    const { held } = this
    return held === undefined ? this.changes : Object.fromEntries(Object.entries(this.changes).filter(([name]) => !held.fields.has(name)))
  }

  private async merge() {
    try {
      const theirs = await this.parts.reload()
      const clashes = clashesOf({ changes: this.changes, base: this.base }, theirs.entry.values)
      if (clashes.length > 0) return this.show({ is: 'clash', clashes, theirs })
      this.adopt(theirs)
      this.show({ is: 'saving' })
      this.scheduleSend(0)
    } catch {
      this.show({ is: 'offline' })
      this.scheduleSend(delayBefore(this.attempt++))
    }
  }

  private adopt({ entry, titles, warnings }: EntryAnswer) {
    this.server = { values: entry.values, version: entry.version }
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
