import { z } from 'zod'
import type { AssistantSwitchView } from '#contract/assistant.ts'
import { pastTableOf, type Store, tableOf } from '#engine/store/context.ts'
import { query } from '#engine/store/query.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { countedRows } from '#engine/store/remembered.ts'
import { person } from '#modules/directory/index.ts'
import { assistantSwitch } from '../registers/assistant-switch.register.ts'
import { ASSISTANT_KEEPER } from '../rules/rights.ts'

/** Whether the assistant may be asked in this jurisdiction: yes until an administrator says no. */
export async function mayAskAssistant(store: Store): Promise<boolean> {
  const text = `select count(*)::int as off from ${tableOf(store, assistantSwitch)} where "use" = 'off'`
  const [row] = await countedRows(poolReader(store), store, [assistantSwitch], { text, values: [] })
  return Number(row?.['off'] ?? 0) === 0
}

/** The switch as it stands, and every change of it. */
export const assistantSwitchQuery = query({
  name: 'plans.assistant-switch',
  label: { zh: '助手开关', en: 'Assistant switch' },
  input: z.object({}),
  right: ASSISTANT_KEEPER,
  async run({ store }): Promise<AssistantSwitchView> {
    const versions = (table: string) => `select version, "use", reason, changed_at, changed_by from ${table}`
    const text = `select own.version, own."use", own.reason, own.changed_at as at, person.name as by
      from (${versions(tableOf(store, assistantSwitch))} union all ${versions(pastTableOf(store, assistantSwitch))}) own
      left join ${tableOf(store, person)} person on person.id = own.changed_by order by own.version desc`
    const found = await ask(poolReader(store), text, [])
    const changes = found.map((row) => ({
      ...row,
      at: new Date(String(row['at'])).toISOString(),
    })) as unknown as AssistantSwitchView['changes'] // the columns named above
    return { use: changes[0]?.use ?? 'on', version: changes[0]?.version ?? 0, changes }
  },
})
