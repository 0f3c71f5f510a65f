import { type PackPreview, shippedPackName } from '#contract/packs.ts'
import { isRefusal } from '#engine/define/refusal.ts'
import { findRows } from '#engine/store/find.ts'
import { query } from '#engine/store/query.ts'
import { poolReader } from '#engine/store/read.ts'
import { PLANNER } from '#modules/plans/index.ts'
import { type Task, task } from '#modules/tasks/index.ts'
import { installedPack } from '../registers/installed-pack.register.ts'
import { kindOfKey, PART_KINDS, type PartKind } from '../rules/pack-parts.ts'
import { brokenTemplates } from './broken-templates.ts'
import { shownConflicts } from './pack-conflicts.ts'
import { packMerge, uncountedIn } from './pack-merge.ts'
import { type Finder, type PackRows, valuesOf } from './pack-rows.ts'
import { shippedPack } from './packs.ts'
import { REGISTER_OF } from './part-registers.ts'

/** What installing a pack of the program, or upgrading to it, would do: by the same merge that does it. */
export const packPreview = query({
  name: 'programmes.pack-preview',
  label: { zh: '方案包预览', en: 'What a pack would make' },
  input: shippedPackName,
  right: PLANNER,
  async run({ store, actor }, wanted) {
    const pack = await shippedPack(store, wanted)
    if (isRefusal(pack)) return pack
    const eyes = { store, actor, reader: poolReader(store) }
    const [installed] = await findRows(eyes, installedPack, { field: 'code', is: pack.code })
    const finder: Finder = { find: (register, where) => findRows(eyes, register, where) }
    const { rows, kept, add, follow, leaveOut, conflicts, left } = await packMerge(finder, pack, installed)
    const count = (keys: readonly string[], kind: PartKind) => keys.filter((key) => kindOfKey(key).kind === kind).length
    return {
      code: pack.code,
      version: pack.version,
      from: installed?.edition ?? null,
      kinds: PART_KINDS.map((kind) => ({
        kind,
        title: REGISTER_OF[kind].title,
        add: count(add, kind),
        kept: count(kept, kind),
        changed: count(Object.keys(follow), kind),
        takenOut: count(leaveOut, kind),
      })).filter((each) => each.add + each.kept + each.changed + each.takenOut > 0),
      conflicts: shownConflicts(store, conflicts, pack, rows),
      left: left.flatMap((key) => leftTask(rows, key)),
      uncounted: [...uncountedIn(store.catalogue, pack)],
      broken: brokenTemplates(store.catalogue, pack.reports)?.faults?.map(({ message }) => message) ?? [],
    } satisfies PackPreview
  },
})

/** A task that stays as it was done, with where it stands. */
function leftTask({ tasks }: PackRows, key: string): PackPreview['left'] {
  const row = tasks.get(kindOfKey(key).own)
  if (!row) return []
  return [{ title: String(valuesOf(row)['title']), state: task.states[row.state as Task['state']].label }] // a row of the register of tasks
}
