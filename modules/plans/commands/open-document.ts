import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Call } from '#engine/store/call.ts'
import { type PlanItem, planItem } from '../registers/plan-item.register.ts'
import { type PolicyDocument, policyDocument } from '../registers/policy-document.register.ts'

/** A document that is still being checked, with all its items. */
export interface OpenDocument {
  readonly document: PolicyDocument
  readonly text: string
  readonly items: readonly PlanItem[]
}

/** The document whose items are to be changed, locked: what is confirmed or put aside stays as it is. */
export async function openDocument(call: Call, id: string): Promise<OpenDocument | Refusal> {
  const document = await call.read(policyDocument, id)
  if (document.state !== 'draft')
    return refuse(
      'state',
      'plan.not-open',
      `“${document.title}”${document.state === 'confirmed' ? '已确认' : '已弃用'}，条目不能再增减或拆分、合并`,
      `“${document.title}” is ${document.state}; its items can no longer be added, split or joined`,
    )
  return { document, text: document.text ?? '', items: await call.find(planItem, { field: 'document', is: id }) }
}

/** An item as a person saw it. */
export interface SeenItem {
  readonly id: string
  readonly version: number
}

/** The items as they were seen and still to be changed; a refusal when somebody was faster. */
export async function seenItems(call: Call, seen: readonly SeenItem[]): Promise<readonly PlanItem[] | Refusal> {
  const rows = await call.readAll(
    planItem,
    seen.map(({ id }) => id),
  )
  const stale = rows.find(({ version }, at) => version !== seen[at]?.version)
  if (!stale) return rows
  return refuse(
    'stale',
    'entry.stale',
    `“${stale.label}”已被他人修改，请刷新后再办理`,
    `somebody else has changed “${stale.label}”; reload and look again`,
  )
}
