import type { LayoutColumn } from '#contract/sheets.ts'
import type { Call } from '#engine/store/call.ts'
import { engineTable, pastTableOf, type Store, tableOf } from '#engine/store/context.ts'
import { ask, clientReader, poolReader } from '#engine/store/read.ts'
import type { KeptLayouts } from '#engine/transfer/layouts.ts'
import { person } from '#modules/directory/index.ts'
import { sheetLayout } from '../registers/sheet-layout.register.ts'

/** A layout as it stood in one version. */
export interface LayoutVersion {
  readonly register: string
  readonly version: number
  readonly state: 'active' | 'restored'
  readonly columns: readonly LayoutColumn[]
  readonly at: string
  readonly by: string | null
  /** Whether it is the last one. */
  readonly isLast: boolean
}

/** Every version of every layout, or of one register's, the last first. */
export async function layoutVersions(store: Store, register?: string): Promise<readonly LayoutVersion[]> {
  const versions = (table: string, isLast: boolean) =>
    `select register, version, state, columns, changed_at, changed_by, ${isLast} as last from ${table} where $1::text is null or register = $1`
  const text = `select layout.register, layout.version, layout.state, layout.columns, layout.changed_at as at, person.name as by, layout.last as "isLast"
    from (${versions(tableOf(store, sheetLayout), true)} union all ${versions(pastTableOf(store, sheetLayout), false)}) layout
    left join ${tableOf(store, person)} person on person.id = layout.changed_by order by layout.register, layout.version desc`
  const found = await ask(poolReader(store), text, [register ?? null])
  return found.map((row) => ({ ...row, at: new Date(String(row['at'])).toISOString() })) as unknown as readonly LayoutVersion[] // only commands write them, by the contract
}

/** What template, import and export ask: the layouts of a register's sheet, by version. */
export async function layoutsOf(store: Store, register: string): Promise<KeptLayouts> {
  const versions = await layoutVersions(store, register)
  const inForce = versions.find(({ isLast, state }) => isLast && state === 'active')?.version ?? 0
  return {
    inForce,
    versions: new Map(versions.filter(({ state }) => state === 'active').map(({ version, columns }) => [version, { columns }])),
  }
}

/** Nobody else keeps a layout until this transaction ends. */
export async function holdLayouts({ facts: { store, client } }: Call): Promise<void> {
  await ask(clientReader(client), 'select pg_advisory_xact_lock(hashtextextended($1, 3))', [engineTable(store, sheetLayout.name)])
}
