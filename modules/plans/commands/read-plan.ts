import type { UploadedFile } from '#contract/files.ts'
import { readPlanInput } from '#contract/plans.ts'
import type { Id } from '#engine/define/id.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Call } from '#engine/store/call.ts'
import { command } from '#engine/store/command.ts'
import { type PlanDraft, readPlan as read } from '#policy-text/index.ts'
import { plan } from '../registers/plan.register.ts'
import { planItem } from '../registers/plan-item.register.ts'
import { policyDocument } from '../registers/policy-document.register.ts'
import { keptFindings } from '../rules/findings.ts'
import { cut, itemsOf } from '../rules/items-of.ts'
import { countedIndicators } from '../rules/propose-indicator.ts'
import { PLANNER } from '../rules/rights.ts'
import { type TextOfFile, textOfFile } from './text-of-file.ts'
import { LONGEST_TEXT, tooLong, unreadable } from './unreadable.ts'

const SHA256 = /^[0-9a-f]{64}$/

/** Reads an uploaded plan into a document and its items, to be checked by a person beside the text. */
export const readPlan = command({
  name: 'plans.read',
  label: { zh: '读取方案', en: 'Read a plan' },
  input: readPlanInput,
  right: PLANNER,
  async run(call, { file, supersedes }) {
    const old = supersedes === undefined ? null : await superseded(call, supersedes)
    if (isRefusal(old)) return old
    const bytes = SHA256.test(file.sha256) ? await call.facts.store.readFile(file.sha256) : undefined
    if (!bytes) return refuse('invalid', 'file.unknown', '文件未上传成功，请重新上传', 'the file has not arrived; upload it again')
    const found = await textOfFile(bytes)
    if ('problem' in found) return unreadable(file.name, found.problem)
    if (found.text.length > LONGEST_TEXT) return tooLong(file.name, found.text.length)
    // A stray NUL cannot be kept; a sign in its place leaves every offset where it is.
    const text = found.text.replaceAll('\0', '\ufffd')
    return record(call, file, { ...found, text }, read(text), old)
  },
})

/** The document of the plan that runs, of which this is to be a new version. */
async function superseded(call: Call, id: string): Promise<Id<'policy_document'> | Refusal> {
  const [running] = await call.find(plan, { field: 'document', is: id })
  if (running) return running.document
  return refuse(
    'invalid',
    'plan.nothing-to-supersede',
    '没有依据这份文件执行的方案，不能上传它的新版本；请先核对确认，或对现行版本上传',
    'no plan runs by this document, so there can be no new version of it; confirm it first, or choose the version in force',
  )
}

async function record(
  call: Call,
  file: UploadedFile,
  { text, sourceType, encoding, warnings: decoding }: TextOfFile,
  draft: PlanDraft,
  supersedes: Id<'policy_document'> | null,
) {
  const warnings = [...decoding, ...draft.warnings].map(({ zh, en }) => ({ zh, en }))
  const [document] = call.create(policyDocument, [
    {
      title: cut(draft.title ?? file.name),
      issuers: draft.issuer.length > 0 ? cut(draft.issuer.join('、')) : null,
      documentNo: draft.docNumber,
      documentDate: draft.date,
      fromYear: draft.planPeriod ? Number(draft.planPeriod.from) : null,
      toYear: draft.planPeriod ? Number(draft.planPeriod.to) : null,
      file: [file],
      sourceType,
      encoding,
      text,
      supersedes,
      warnings,
      findings: keptFindings(draft),
    },
  ])
  const items = itemsOf(document!, draft, countedIndicators(call.facts.store.catalogue))
  // A heading that a page broke over two lines is quoted as it stands there, like everything else.
  call.create(
    planItem,
    items.map((item) => ({ ...item, quote: text.slice(item.start, item.end), origin: 'read' as const })),
  )
  return { document: document!, items: items.length, encoding, warnings }
}
