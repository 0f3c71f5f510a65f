import { versionTable } from '#engine/derive/table.ts'
import { kindOf } from '#engine/kinds/index.ts'
import { faultsOf } from './definition-schema.ts'
import type { Register } from './register.ts'

/** All registers of an installation, by name. Definitions name each other and never import each other. */
export interface Catalogue {
  readonly all: readonly Register[]
  get(name: string): Register | undefined
  /** For names that our own code writes; an unknown one is a broken promise of ours. */
  need(name: string): Register
}

/** Checks every definition and every name one definition uses of another; a fault ends the start with a sentence. */
export function catalogue(registers: readonly Register[]): Catalogue {
  const byName = new Map(registers.map((register) => [register.name, register]))
  const faults = [
    ...duplicates(registers),
    ...registers.flatMap((register) =>
      [...faultsOf(register), ...unknownTargets(register, byName)].map((fault) => `${register.name}: ${fault}`),
    ),
  ]
  if (faults.length > 0) throw new Error(`登记表定义有误 | faults in register definitions:\n  ${faults.join('\n  ')}`)
  return {
    all: registers,
    get: (name) => byName.get(name),
    need(name) {
      const found = byName.get(name)
      if (!found) throw new Error(`no register is named ${name}`)
      return found
    },
  }
}

/** Tables of the engine, which stand in the same schema as those of the registers. */
const ENGINE_TABLES = [
  'contribution',
  'contribution_recent',
  'contribution_total',
  'counted_rule',
  'definition',
  'disclosure',
  'draft',
  'edition',
  'edition_file',
  'event',
  'event_entry',
  'file',
  'file_use',
  'idempotency',
  'import',
  'import_row',
  'import_ready',
  'import_turn',
  'notice',
  'notice_refused',
  'opening_view',
  'outbox',
  'channel_secret',
  'delivery_choice',
  'follower',
  'frozen_content',
  'schema_migration',
  'refusal',
]

function duplicates(registers: readonly Register[]): readonly string[] {
  const names = registers.map(({ name }) => name)
  const taken = new Set([...ENGINE_TABLES, ...registers.map(versionTable)])
  return [
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `two registers are named ${name}`),
    ...names.filter((name) => taken.has(name)).map((name) => `there is already a table ${name}; give the register another name`),
  ]
}

function unknownTargets(register: Register, byName: ReadonlyMap<string, Register>): readonly string[] {
  return Object.entries(register.fields).flatMap(([name, field]) => {
    const target = kindOf(field).refersTo?.(field)
    const inRows = (kindOf(field).refersIn?.(field) ?? []).map(({ column, to }) => ({ place: `${name}.${column}`, to }))
    return [...(target ? [{ place: name, to: target }] : []), ...inRows]
      .filter(({ to }) => !byName.has(to))
      .map(({ place, to }) => `${place} refers to the unknown register ${to}`)
  })
}
