import type { FaultFields } from '#contract/imports.ts'
import { engineTable, type Store } from './context.ts'
import { ask, poolReader } from './read.ts'

/** The column that a fault is about: of a sub-table the table itself. As SQL over one fault. */
export const FIELD_OF_FAULT = "split_part(fault ->> 'path', '.', 1)"

/** In which columns wrong rows are wrong, those with the most rows first; '' is the row as a whole. */
export async function faultFields(store: Store, id: string): Promise<FaultFields> {
  const text = `select ${FIELD_OF_FAULT} as field, (array_agg(fault -> 'label') filter (where fault -> 'label' <> 'null'))[1] as label, count(distinct row)::int as rows
    from ${engineTable(store, 'import_row')}, jsonb_array_elements(faults) fault where import = $1 and outcome = 'wrong' group by 1 order by 3 desc, 1`
  return { fields: (await ask(poolReader(store), text, [id])) as unknown as FaultFields['fields'] } // the columns named above
}
