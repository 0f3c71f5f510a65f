import type { Row } from '#engine/access/holds.ts'
import { isRefusal, type Refusal } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { tableOf } from '#engine/store/context.ts'
import { mayRead } from '#engine/store/entries.ts'
import type { Asked } from '#engine/store/query.ts'
import { ask, poolReader, readEntries } from '#engine/store/read.ts'
import { classificationTerm } from '#modules/directory/index.ts'
import { documentText, plan, planItem, policyDocument, target } from '#modules/plans/index.ts'
import { task } from '#modules/tasks/index.ts'
import type { KeptPlan } from '#policy-text/index.ts'
import { installedPack } from '../registers/installed-pack.register.ts'
import { plannedRegister } from '../registers/planned-register.register.ts'
import { policyInstrument } from '../registers/policy-instrument.register.ts'
import { type KeptRows, keptPlanOf } from '../rules/kept-plan.ts'
import { keptPack } from './pack-rows.ts'

/**
 * A plan to be compared, for whoever may read its document: its text; of one that came in a pack without it, what the programme
 * keeps. A document with neither is refused.
 */
export async function planToCompare(asked: Asked, id: string): Promise<string | KeptPlan | Refusal> {
  const text = await documentText(asked, id)
  if (!isRefusal(text) || text.code !== 'plan.no-text') return text
  const rows = await keptRows(asked, id)
  return rows ? keptPlanOf(rows) : text
}

const OF_PLAN = `plan = $1 and state not in ('leftOut', 'terminated', 'declined')`

/** What stands in force of the plan that a document became, and its fields as the pack names them; nothing when it runs no programme. */
async function keptRows(asked: Asked, document: string): Promise<KeptRows | undefined> {
  const { store, actor } = asked
  const reader = poolReader(store)
  const [own] = await ask(reader, `select id from ${tableOf(store, plan)} where document = $1`, [document])
  if (!own) return undefined
  const rowsOf = async (register: Register, where: string, value: unknown): Promise<readonly Row[]> => {
    const ids = await ask(reader, `select id from ${tableOf(store, register)} where ${where}`, [value])
    const rows = await readEntries(
      reader,
      store,
      register,
      ids.map((row) => String(row['id'])),
    )
    return rows.filter((row) => mayRead(register, row, actor)).toSorted((a, b) => Number(a['start'] ?? 0) - Number(b['start'] ?? 0))
  }
  const [head] = await rowsOf(policyDocument, 'id = $1', document)
  const [pack] = await rowsOf(installedPack, 'plan = $1', own['id'])
  const schemes = pack ? keptPack(pack['base']).classifications.map(({ code }) => code) : []
  const [targets, tasks, lists, instruments, items, terms] = await Promise.all([
    rowsOf(target, OF_PLAN, own['id']),
    rowsOf(task, OF_PLAN, own['id']),
    rowsOf(plannedRegister, OF_PLAN, own['id']),
    rowsOf(policyInstrument, OF_PLAN, own['id']),
    rowsOf(planItem, 'document = $1', document),
    rowsOf(classificationTerm, 'scheme = any($1)', schemes),
  ])
  return head && { head, targets, tasks, lists, instruments, items, terms }
}
