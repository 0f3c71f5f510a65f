import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { catalogue } from '#engine/define/catalogue.ts'
import type { Register } from '#engine/define/register.ts'
import type { Command } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { type EntryCommands, entryCommands } from '#engine/store/entry-commands.ts'
import type { Guard } from '#engine/store/guard.ts'
import type { Query } from '#engine/store/query.ts'
import { reconcile } from '#engine/store/tables.ts'
import { collaboration, takeBackMinutesAt } from '#modules/collaboration/index.ts'
import { delivery } from '#modules/delivery/index.ts'
import {
  type ClassificationGiven,
  directory,
  type Jurisdiction,
  jurisdictions,
  keepClassifications,
  noteMark,
} from '#modules/directory/index.ts'
import { plans } from '#modules/plans/index.ts'
import { programmes } from '#modules/programmes/index.ts'
import { reports } from '#modules/reports/index.ts'
import { selection } from '#modules/selection/index.ts'
import { layoutsOf, sheets } from '#modules/sheets/index.ts'
import { tasks } from '#modules/tasks/index.ts'
import type { Clock } from '#platform/clock/clock.ts'
import type { Database } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import type { MadeDocument } from '#platform/documents/made-document.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { Secrets } from '#platform/secrets/secrets.ts'
import { shippedRegisters } from '#registers/index.ts'
import { shippedPacks } from './pack-folder.ts'

// Input types differ from command to command; each is checked by its own schema before it runs.
type AnyCommand = Command<never, unknown>
type AnyQuery = Query<never, unknown>
type AnyDocument = Query<never, MadeDocument>

const modules = [directory, collaboration, delivery, sheets, plans, tasks, selection, programmes, reports]

/** Everything that is installed: registers, commands, queries, documents, guards. */
export function shipped(more: readonly Register[] = []) {
  const registers: readonly Register[] = [
    ...modules.flatMap((module) => module.registers as readonly Register[]),
    ...shippedRegisters,
    ...more,
  ]
  return {
    catalogue: catalogue(registers),
    commands: new Map(
      modules.flatMap((module) => module.commands as readonly unknown[] as readonly AnyCommand[]).map((command) => [command.name, command]),
    ),
    queries: new Map(
      modules.flatMap((module) => module.queries as readonly unknown[] as readonly AnyQuery[]).map((query) => [query.name, query]),
    ),
    documents: new Map(
      modules
        .flatMap((module) => ('documents' in module ? (module.documents as readonly unknown[] as readonly AnyDocument[]) : []))
        .map((document) => [document.name, document]),
    ),
    guards: modules.flatMap((module) => ('guards' in module ? (module.guards as readonly Guard[]) : [])),
    entryCommands: new Map<string, EntryCommands>(registers.map((register) => [register.name, entryCommands(register)])),
  }
}

export type Shipped = ReturnType<typeof shipped>

export interface InstallationParts {
  readonly root: string
  readonly database: Database
  readonly clock: Clock
  readonly secrets: Secrets
  readonly files: FileStore
  readonly shipped: Shipped
  readonly takeBackMinutes?: number
  readonly draftDays?: number
}

/** Brings the shared tables and every jurisdiction up to date and answers their stores, by schema. */
export async function openInstallation(parts: InstallationParts): Promise<Installation> {
  await migrate(parts.database, { folder: join(parts.root, 'db/migrations/shared'), schema: 'lantu' })
  const stores = new Map<string, Store>()
  const installation: Installation = {
    ...parts,
    stores,
    async open(jurisdiction) {
      const store = await openStore(parts, jurisdiction)
      stores.set(jurisdiction.schema, store)
      return store
    },
    storeOf(schema) {
      const store = stores.get(schema)
      if (!store) throw new Error(`the jurisdiction with schema ${schema} is not open in this process`)
      return store
    },
  }
  for (const jurisdiction of await jurisdictions(parts.database)) await installation.open(jurisdiction)
  return installation
}

export interface Installation extends InstallationParts {
  readonly stores: ReadonlyMap<string, Store>
  /** Makes or updates the tables of a jurisdiction and opens it. */
  open(jurisdiction: Jurisdiction): Promise<Store>
  storeOf(schema: string): Store
}

async function openStore(
  { root, database, clock, secrets, files, takeBackMinutes, draftDays, shipped: { catalogue: registers, guards } }: InstallationParts,
  { schema, timeZone }: Jurisdiction,
): Promise<Store> {
  await migrate(database, { folder: join(root, 'db/migrations/jurisdiction'), schema })
  const definitionVersions = await reconcile(database, schema, registers, clock)
  const store: Store = {
    database,
    schema,
    timeZone,
    catalogue: registers,
    secrets,
    clock,
    definitionVersions,
    guards,
    takeBackMinutes,
    takeBackMinutesAt: async (at) => await takeBackMinutesAt(store, at),
    draftDays,
    readFile: (sha256) => bytesOf(files, sha256),
    shippedPacks: () => shippedPacks(root),
    sheetLayouts: async (register) => await layoutsOf(store, register),
    noteMark: async (given, found) => await noteMark(store, given, found),
  }
  await keepClassifications(store, await shippedClassifications(root))
  return store
}

async function shippedClassifications(root: string): Promise<readonly ClassificationGiven[]> {
  return JSON.parse(await readFile(join(root, 'packs/sample/classifications.json'), 'utf8')) as ClassificationGiven[] // its form is checked by packs.test.ts
}

async function bytesOf(files: FileStore, sha256: string): Promise<Uint8Array | undefined> {
  if (!(await files.has(sha256))) return undefined
  const chunks: Uint8Array[] = []
  for await (const chunk of files.read(sha256)) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}
