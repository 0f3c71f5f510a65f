import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { pastTableOf, type Store, tableOf } from '#engine/store/context.ts'
import { ask, type Reader } from '#engine/store/read.ts'
import { decoded, selectList } from '#engine/store/rows.ts'

/** Entries as they were in certain versions, and as they are now, by id; whoever asks. */
export async function versionsOf(
  reader: Reader,
  store: Store,
  register: Register,
  wanted: readonly { readonly entry: string; readonly version: number }[],
): Promise<{ readonly printed: ReadonlyMap<string, Row>; readonly now: ReadonlyMap<string, Row> }> {
  const columns = selectList(register)
  const text = `select true as "isNow", ${columns} from ${tableOf(store, register)} where id = any($1)
    union all select false as "isNow", ${columns} from ${pastTableOf(store, register)} where id = any($1)`
  const rows = await ask(reader, text, [wanted.map(({ entry }) => entry)])
  const byId = (those: readonly Row[]) => new Map(those.map((row) => [String(row['id']), decoded(register, row)]))
  const versions = new Map(wanted.map(({ entry, version }) => [entry, version]))
  return {
    printed: byId(rows.filter((row) => row['version'] === versions.get(String(row['id'])))),
    now: byId(rows.filter(({ isNow }) => isNow === true)),
  }
}
