import { createHash } from 'node:crypto'
import type { Actor } from '#engine/define/actor.ts'
import type { Catalogue } from '#engine/define/catalogue.ts'
import type { Register } from '#engine/define/register.ts'
import { columnName, quoted } from '#engine/derive/columns.ts'
import { versionTable } from '#engine/derive/table.ts'
import type { KeptLayouts } from '#engine/transfer/layouts.ts'
import type { Clock } from '#platform/clock/clock.ts'
import type { Database } from '#platform/db/database.ts'
import type { MarkKind } from '#platform/secrecy/marks.ts'
import type { Secrets } from '#platform/secrets/secrets.ts'
import type { Guard } from './guard.ts'

/** Where a secrecy mark was found and which: never what else stood there. */
export interface NotedMark {
  readonly markKind: MarkKind
  /** 前沿技术突破:技术名称, or the hash of a file's name. */
  readonly place: string
  readonly part: string
}

/** A folder of packs/: what it holds, or what is wrong with it. */
export type ShippedPack = { readonly folder: string } & ({ readonly pack: unknown } | { readonly faults: readonly string[] })

/** One jurisdiction as the store sees it: a schema, its registers, its day. */
export interface Store {
  readonly database: Database
  readonly schema: string
  readonly timeZone: string
  readonly catalogue: Catalogue
  readonly secrets: Secrets
  readonly clock: Clock
  /** The bytes of a file by its content hash; undefined when the file store has none. */
  readFile(sha256: string): Promise<Uint8Array | undefined>
  /** The packs that came with the program; what is in them is the business of the module that installs them. */
  shippedPacks?(): Promise<readonly ShippedPack[]>
  /** The layouts that the jurisdiction keeps for the sheet of a register; without it every sheet is the definition's own. */
  sheetLayouts?(register: string): Promise<KeptLayouts>
  /** Tells the secrecy officer of something that was refused for its mark; kept although the command is rolled back. */
  noteMark?(given: { readonly actor: Actor; readonly request: string }, found: NotedMark): Promise<void>
  /** The installed version of each definition, by register. */
  readonly definitionVersions: ReadonlyMap<string, number>
  /** For how many minutes what somebody has just moved by hand can be taken back, unless the jurisdiction has set it; ten unless said. */
  readonly takeBackMinutes?: number | undefined
  /** The minutes that the jurisdiction had set at an instant; undefined where it had not. */
  takeBackMinutesAt?(at: Date): Promise<number | undefined>
  /** For how many days what somebody typed and did not save is kept; ninety unless said. */
  readonly draftDays?: number | undefined
  /** Rules of modules against moves of registers they do not define. */
  readonly guards: readonly Guard[]
}

/** Schema-qualified and quoted; `search_path` is never set. */
export function tableOf(store: Store, register: Register): string {
  return `${quoted(store.schema)}.${quoted(register.name)}`
}

/** The table of an entry’s past versions, schema-qualified and quoted. */
export function pastTableOf(store: Store, register: Register): string {
  return `${quoted(store.schema)}.${quoted(versionTable(register))}`
}

/** An engine table of the jurisdiction: event, contribution, file … */
export function engineTable(store: Store, name: string): string {
  return `${quoted(store.schema)}.${quoted(name)}`
}

/** The tables that say when the ledger has changed: whatever adds a contribution adds to them in the same transaction. */
export function ledgerTables(store: Store): readonly string[] {
  return ['contribution_total', 'contribution_recent'].map((table) => engineTable(store, table))
}

/** The column that names an entry, quoted. */
export function titleColumn(register: Register): string {
  return quoted(columnName(register.titleField ?? 'title'))
}

const names = new Map<string, string>()
const MOST_NAMES = 5000

/** A short stable name for a statement, so that PostgreSQL parses it once a connection: 12,400 lists/s against 7,400. */
export function statementName(text: string): string {
  const known = names.get(text)
  if (known) return known
  if (names.size >= MOST_NAMES) names.clear()
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}
