import type { PlanDocument, PlanItem } from '#contract/plans.ts'
import { planDocumentInput } from '#contract/plans.ts'
import { holds, type Row } from '#engine/access/holds.ts'
import { refuse } from '#engine/define/refusal.ts'
import type { Words } from '#engine/define/words.ts'
import { mayRead } from '#engine/store/entries.ts'
import { list } from '#engine/store/list.ts'
import { type Asked, query } from '#engine/store/query.ts'
import { poolReader, readEntry } from '#engine/store/read.ts'
import { isTraditional } from '#policy-text/index.ts'
import { planItem } from '../registers/plan-item.register.ts'
import { policyDocument } from '../registers/policy-document.register.ts'
import { countedIndicators } from '../rules/propose-indicator.ts'

const MOST_ITEMS = 5000

/** The text of a document beside everything that was found in it. */
export const planDocument = query({
  name: 'plans.document',
  label: { zh: '方案核对', en: 'Plan to be checked' },
  input: planDocumentInput,
  right: { always: true },
  async run({ store, actor }, { document: id }) {
    const row = await readEntry(poolReader(store), store, policyDocument, id)
    if (!row || !mayRead(policyDocument, row, actor))
      return refuse('not_found', 'entry.not-found', '没有这份文件，或您的岗位无权查看', 'no such document, or your post may not read it')
    const found = await list(poolReader(store), store, planItem, actor, {
      filter: { all: [{ field: 'document', is: id }, { not: { field: 'state', is: 'replaced' } }] },
      sort: 'no',
      limit: MOST_ITEMS,
    })
    if (!found.ok) return found
    return { ...presented({ store, actor }, row), items: found.rows.map(presentItem).sort((a, b) => a.start - b.start || b.end - a.end) }
  },
})

function presented({ store, actor }: Asked, row: Row): Omit<PlanDocument, 'items'> {
  const draft = row['state'] === 'draft'
  const may = (right: string) => draft && holds(policyDocument.access[right as 'edit'], policyDocument, row, actor)
  return {
    document: {
      ...(Object.fromEntries(
        ['id', 'version', 'state', 'title', 'documentNo', 'documentDate', 'encoding'].map((field) => [field, row[field]]),
      ) as Pick<PlanDocument['document'], 'id' | 'version' | 'state' | 'title' | 'documentNo' | 'documentDate' | 'encoding'>),
      sourceType: (row['sourceType'] ?? 'txt') as PlanDocument['document']['sourceType'],
      toYear: (row['toYear'] ?? null) as number | null,
      supersedes: (row['supersedes'] ?? null) as string | null,
      issuers: String(row['issuers'] ?? '')
        .split('、')
        .filter(Boolean),
      fileName: (row['file'] as readonly { name: string }[] | null)?.[0]?.name ?? '',
      warnings: (row['warnings'] ?? []) as Words[],
      readAt: String(row['createdAt']),
    },
    text: String(row['text'] ?? ''),
    traditional: isTraditional(String(row['text'] ?? '')),
    mayEdit: may('edit'),
    mayConfirm: may('confirm'),
    indicators: countedIndicators(store.catalogue).map(({ code, rule }) => ({ code, title: rule.title, unit: rule.unit })),
  }
}

const SAME = [
  'id',
  'version',
  'state',
  'itemKind',
  'quote',
  'start',
  'end',
  'label',
  'level',
  'low',
  'high',
  'unit',
  'comparator',
  'qualifier',
  'deadline',
  'period',
  'lead',
  'support',
  'listKind',
  'parentQuote',
  'why',
  'indicator',
  'indicatorWhy',
] as const

function presentItem(row: Row): PlanItem {
  return {
    ...(Object.fromEntries(SAME.map((field) => [field, row[field] ?? null])) as Pick<PlanItem, (typeof SAME)[number]>),
    deadlineInherited: row['deadlineInherited'] === true,
    joint: row['joint'] === true,
    // Documents read before items could be added hold what was read.
    origin: (row['origin'] ?? 'read') as PlanItem['origin'],
    confidence: Number(row['confidence'] ?? 1),
    edited: Number(row['version']) > 1 && row['state'] === 'found',
  }
}
