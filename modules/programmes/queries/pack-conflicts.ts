import { type PackConflicts, packConflictsInput } from '#contract/packs.ts'
import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { kindOf } from '#engine/kinds/index.ts'
import { tableOf } from '#engine/store/context.ts'
import { query } from '#engine/store/query.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { target } from '#modules/plans/index.ts'
import { task } from '#modules/tasks/index.ts'
import { figureSetting } from '../registers/figure-setting.register.ts'
import { installedPack } from '../registers/installed-pack.register.ts'
import { plannedRegister } from '../registers/planned-register.register.ts'
import type { Conflict } from '../rules/merge-pack.ts'
import { conflictsOf } from '../rules/pack-conflicts.ts'

const REGISTERS: Readonly<Record<string, Register>> = { targets: target, tasks: task, registers: plannedRegister, settings: figureSetting }
const LEFT_OUT = { zh: '整项（新版已去掉）', en: 'all of it (the new version leaves it out)' }

/** Where the province and the new version of a pack both changed the same. */
export const packConflicts = query({
  name: 'programmes.pack-conflicts',
  label: { zh: '方案包差异', en: 'Differences of a pack' },
  input: packConflictsInput,
  right: { always: true },
  async run({ store }, { code }) {
    const [row] = await ask(poolReader(store), `select base, conflicts from ${tableOf(store, installedPack)} where code = $1`, [code])
    return { conflicts: conflictsOf(row?.['conflicts']).map((each) => shown(each, row?.['base'] as Row)) } satisfies PackConflicts
  },
})

function shown({ key, field, own, next }: Conflict, base: Row): PackConflicts['conflicts'][number] {
  const [list = '', packKey = ''] = key.split('/')
  const register = REGISTERS[list]
  const definition = register?.fields[field]
  const print = (value: unknown) =>
    value === null ? null : definition ? kindOf(definition).print(value, definition, 'zh') : titleIn(value)
  return {
    key,
    field,
    title: titleOf(base, list, packKey) ?? titleIn(own) ?? packKey,
    label: definition?.label ?? LEFT_OUT,
    own: print(own),
    next: print(next),
  }
}

function titleOf(base: Row, list: string, packKey: string): string | null {
  const parts = base[list]
  return titleIn(Array.isArray(parts) ? parts.find((part: Row) => part['key'] === packKey) : null)
}

function titleIn(part: unknown): string | null {
  if (typeof part !== 'object' || part === null) return null
  const { title, name } = part as { readonly title?: unknown; readonly name?: unknown } // both are looked at before use
  return typeof title === 'string' ? title : typeof name === 'string' ? name : null
}
