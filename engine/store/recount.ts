import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { quoted } from '#engine/derive/columns.ts'
import { contributionsOf, difference } from '#engine/derive/contributions.ts'
import { versionTable } from '#engine/derive/table.ts'
import type { PgClient } from '#platform/db/database.ts'
import { contributionsSql, type LedgerRow, ledgerJson } from './contributions.ts'
import { selectList } from './rows.ts'

const ENTRIES_AT_ONCE = 2_000

/**
 * Counts every rule of a register that was not counted before over all versions ever recorded, so that the new figures are
 * right for any day in the past too. Writers wait meanwhile; the rows of older rule versions stay as they are.
 */
export async function countNewRules(client: PgClient, schema: string, register: Register, now: Date): Promise<void> {
  const fresh = await uncounted(client, schema, register)
  if (fresh.length === 0) return
  await client.query(`lock table ${quoted(schema)}.${quoted(register.name)} in share mode`)
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const versions = await versionsAfter(client, schema, register, after)
    if (versions.length === 0) break
    await insertContributions(client, schema, ledgerOf(register, versions, new Set(fresh)))
    after = String(versions.at(-1)?.['id'])
  }
  for (const indicator of fresh) {
    await client.query(
      `insert into ${quoted(schema)}.counted_rule (indicator, rule_version, register, counted_at) values ($1, $2, $3, $4)`,
      [indicator, register.counting?.[indicator]?.version, register.name, now],
    )
  }
}

async function uncounted(client: PgClient, schema: string, register: Register): Promise<readonly string[]> {
  // Rules that were counted before this was remembered are known by their contributions; counting them again would double them.
  const rules = Object.entries(register.counting ?? {}).map(([indicator, { version }]) => ({ indicator, version }))
  const { rows } = await client.query<{ indicator: string; version: number }>(
    `select indicator, rule_version as version from ${quoted(schema)}.counted_rule where register = $1
     union select rule.indicator, rule.version from jsonb_to_recordset($2::jsonb) as rule(indicator text, version integer)
       where exists (select from ${quoted(schema)}.contribution own where own.indicator = rule.indicator and own.rule_version = rule.version)`,
    [register.name, JSON.stringify(rules)],
  )
  const counted = new Set(rows.map(({ indicator, version }) => `${indicator} ${version}`))
  return Object.entries(register.counting ?? {})
    .filter(([indicator, { version }]) => !counted.has(`${indicator} ${version}`))
    .map(([indicator]) => indicator)
}

/** All versions of the next entries, each entry's in order. */
async function versionsAfter(client: PgClient, schema: string, register: Register, after: string): Promise<readonly Row[]> {
  const own = `${quoted(schema)}.${quoted(register.name)}`
  const past = `${quoted(schema)}.${quoted(versionTable(register))}`
  const columns = selectList(register)
  const { rows } = await client.query<Record<string, unknown>>(
    `with chosen as (select id as entry from ${own} where id > $1 order by id limit ${ENTRIES_AT_ONCE})
     select * from (select ${columns} from ${own} join chosen on entry = id union all select ${columns} from ${past} join chosen on entry = id) as versions
     order by id, version`,
    [after],
  )
  return rows
}

function ledgerOf(register: Register, versions: readonly Row[], indicators: ReadonlySet<string>): readonly LedgerRow[] {
  const adds = (row: Row | undefined) => contributionsOf(register, row).filter(({ indicator }) => indicators.has(indicator))
  return versions.flatMap((version, at) => {
    const before = versions[at - 1]
    const same = before?.['id'] === version['id'] ? before : undefined
    return difference(adds(same), adds(version)).map((contribution) => ({
      ...contribution,
      register: register.name,
      entry: version['id'],
      recordedAt: version['changedAt'],
      event: version['event'],
    }))
  })
}

async function insertContributions(client: PgClient, schema: string, rows: readonly LedgerRow[]): Promise<void> {
  if (rows.length === 0) return
  await client.query(`with ${contributionsSql(schema, '$1', 'event')} select`, [ledgerJson(rows)])
}
