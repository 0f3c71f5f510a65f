import { quoted } from '#engine/derive/columns.ts'
import type { Contribution } from '#engine/derive/contributions.ts'
import { engineTable, type Store } from './context.ts'
import { ask, clientReader } from './read.ts'

/** What a change of an entry adds to the ledger, with whose change it was. */
export interface LedgerRow extends Contribution {
  readonly register: string
  readonly entry: unknown
  readonly recordedAt: unknown
  /** Absent: the event is given beside the rows. */
  readonly event?: unknown
}

/** The rows as `contributionsSql` takes them. */
export function ledgerJson(rows: readonly LedgerRow[]): string {
  return JSON.stringify(rows.map(({ recordedAt, ...row }) => ({ ...added(row), recorded_at: recordedAt })))
}

/** What an entry adds, with the names of the ledger's columns. */
export function added<More extends Contribution>({ ruleVersion, countsOn, ...row }: More) {
  return { ...row, rule_version: ruleVersion, counts_on: countsOn }
}

/**
 * Parts of a `with` that write ledger rows given as JSON at `place`: the rows for ever, and what they add to each total. Totals themselves
 * are not touched: every publication would wait for the same few.
 */
export function contributionsSql(schema: string, place: string, event: string): string {
  return `given_contribution as (select * from json_to_recordset(${place}::json) as given(${ADDED}, register text, entry uuid, recorded_at timestamptz, event uuid)),
    ${keptContributionsSql(schema, event)}`
}

/** The columns of what an entry adds, as `added` names them. */
export const ADDED = 'indicator text, rule_version integer, measure text, area text, counts_on date, amount numeric'

/** The same for rows that a part named `given_contribution` gives. */
export function keptContributionsSql(schema: string, event: string): string {
  const own = quoted(schema)
  return `kept_contribution as (insert into ${own}.contribution (indicator, rule_version, measure, area, counts_on, amount, register, entry, recorded_at, event)
      select indicator, rule_version, measure, area, counts_on, amount, register, entry, recorded_at, ${event} from given_contribution),
    recent_contribution as (insert into ${own}.contribution_recent (indicator, rule_version, measure, area, month, amount)
      select indicator, rule_version, measure, area, date_trunc('month', counts_on::timestamp)::date, sum(amount) from given_contribution group by 1, 2, 3, 4, 5)`
}

/**
 * Moves what was added of late into the totals, and answers how many rows it moved. Both happen in one transaction, so a figure, which reads both
 * in one statement, never sees a row twice or not at all; a row that another process has just taken is not there to be taken again.
 */
export async function foldContributions(store: Store): Promise<number> {
  return store.database.transaction(async (client) => {
    const text = `with taken as (delete from ${engineTable(store, 'contribution_recent')} returning *),
      folded as (insert into ${engineTable(store, 'contribution_total')} as own (indicator, rule_version, measure, area, month, amount)
        select indicator, rule_version, measure, area, month, sum(amount) from taken group by 1, 2, 3, 4, 5 order by 1, 2, 5, 3, 4
        on conflict (indicator, rule_version, month, measure, area) do update set amount = own.amount + excluded.amount, changed_xid = pg_current_xact_id())
      select count(*)::int as moved from taken`
    const [row] = await ask(clientReader(client), text, [])
    return Number(row?.['moved'] ?? 0)
  })
}
