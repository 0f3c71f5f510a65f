import { type PackConflict, type PackConflicts, packConflictsInput } from '#contract/packs.ts'
import type { Catalogue } from '#engine/define/catalogue.ts'
import type { Id } from '#engine/define/id.ts'
import { kindOf } from '#engine/kinds/index.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { findRows } from '#engine/store/find.ts'
import { query } from '#engine/store/query.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import type { SheetLayout } from '#engine/transfer/columns.ts'
import { type CountedIndicator, countedIndicators } from '#modules/plans/index.ts'
import { sheetLayout } from '#modules/sheets/index.ts'
import { installedPack } from '../registers/installed-pack.register.ts'
import type { Conflict } from '../rules/merge-pack.ts'
import { conflictsOf } from '../rules/pack-conflicts.ts'
import { type Pack, packSchema } from '../rules/pack-format.ts'
import { kindOfKey, partLists } from '../rules/pack-parts.ts'
import { type Finder, type PackRows, packRows, taskStandings } from './pack-rows.ts'
import { REGISTER_OF } from './part-registers.ts'

const LEFT_OUT = { zh: '整项（新版已去掉）', en: 'all of it (the new version leaves it out)' }

/** Where the province and the new version of a pack both changed the same. */
export const packConflicts = query({
  name: 'programmes.pack-conflicts',
  label: { zh: '方案包差异', en: 'Differences of a pack' },
  input: packConflictsInput,
  right: { always: true },
  async run({ store, actor }, { code }) {
    const [row] = await ask(poolReader(store), `select plan, base, conflicts from ${tableOf(store, installedPack)} where code = $1`, [code])
    if (!row) return { conflicts: [] }
    const base = packSchema.parse(row['base'])
    const conflicts = conflictsOf(row['conflicts'])
    const finder: Finder = { find: (register, where) => findRows({ store, actor, reader: poolReader(store) }, register, where) }
    const rows = await packRows(finder, row['plan'] as Id<'plan'>, []) // a reference to a plan
    return { conflicts: shownConflicts(store, conflicts, base, rows) } satisfies PackConflicts
  },
})

/** Differences in words, both values side by side; `pack` names the parts, `rows` are what they stand for now. */
export function shownConflicts(store: Store, conflicts: readonly Conflict[], pack: Pack, rows: PackRows): PackConflict[] {
  const standings = taskStandings(rows)
  return conflicts.map((each) => ({
    ...(kindOfKey(each.key).kind === 'sheets' ? shownLayout(store.catalogue, each) : shown(each, pack, countedIndicators(store.catalogue))),
    ...(standings.get(each.key) === 'under_way' && { effect: each.field === '' ? ENDS : ADJUSTS }),
  }))
}

const ADJUSTS = {
  zh: '任务已交办：采用后转入“调整（经批准）”，承办单位会收到消息，须重新交办',
  en: 'the task has been given out: taking this moves it to “being adjusted”, tells its units, and it is assigned again',
}
const ENDS = {
  zh: '任务已交办：采用后任务终止，承办单位会收到消息',
  en: 'the task has been given out: taking this ends it and tells its units',
}

function shown({ key, field, own, next }: Conflict, base: Pack, counted: readonly CountedIndicator[]): PackConflict {
  const { kind, own: partOwn } = kindOfKey(key)
  const definition = REGISTER_OF[kind].fields[field]
  const parts = partLists(base)[kind]
  const [indicator = '', setting = ''] = partOwn.split('.')
  const question = kind === 'settings' ? counted.find(({ code }) => code === indicator)?.rule.settings?.[setting] : undefined
  const print = (value: unknown) =>
    value === null
      ? null
      : kind === 'targets' && field === 'parent'
        ? (titleIn(parts.get(String(value))) ?? String(value))
        : question
          ? (question.choices[String(value)]?.label.zh ?? String(value))
          : definition
            ? kindOf(definition).print(value, definition, 'zh')
            : titleIn(value)
  return {
    key,
    field,
    title: question?.question.zh ?? titleIn(parts.get(partOwn)) ?? titleIn(own) ?? partOwn,
    label: definition?.label ?? LEFT_OUT,
    own: print(own),
    next: print(next),
  }
}

/** A layout by its columns as people see them: 项目名称、完成时间、知识产权（不列入模板）. */
function shownLayout(catalogue: Catalogue, { key, field, own, next }: Conflict): PackConflict {
  const register = catalogue.get(kindOfKey(key).own)
  const print = (value: unknown) =>
    Array.isArray(value)
      ? (value as SheetLayout['columns']) // as kept, by the pack's schema
          .map(
            (column) =>
              `${column.title ?? register?.fields[column.field]?.label.zh ?? column.field}${column.leftOut ? '（不列入模板）' : ''}`,
          )
          .join('、')
      : null
  const label = field === '' ? LEFT_OUT : sheetLayout.fields.columns.label
  return {
    key,
    field,
    title: `${sheetLayout.title.zh}：${register?.title.zh ?? key}`,
    label,
    own: print(field === '' ? columnsIn(own) : own),
    next: print(next),
  }
}

function columnsIn(part: unknown): unknown {
  return typeof part === 'object' && part !== null && 'columns' in part ? part.columns : null
}

function titleIn(part: unknown): string | null {
  if (typeof part !== 'object' || part === null) return null
  const { title, name } = part as { readonly title?: unknown; readonly name?: unknown } // both are looked at before use
  return typeof title === 'string' ? title : typeof name === 'string' ? name : null
}
