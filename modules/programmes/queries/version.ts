import { type Version, versionInput } from '#contract/versions.ts'
import { holds, type Row } from '#engine/access/holds.ts'
import type { Expression } from '#engine/define/expression.ts'
import { refuse } from '#engine/define/refusal.ts'
import type { Register, RowOf } from '#engine/define/register.ts'
import { mayRead } from '#engine/store/entries.ts'
import { list } from '#engine/store/list.ts'
import { type Asked, query } from '#engine/store/query.ts'
import { poolReader, readEntry } from '#engine/store/read.ts'
import { type PolicyDocument, plan, planItem, policyDocument, target } from '#modules/plans/index.ts'
import { STANDING, task } from '#modules/tasks/index.ts'
import { plannedRegister } from '../registers/planned-register.register.ts'
import { noVersion, overtaken } from '../rules/version-refusals.ts'
import { compareVersion } from './compared-version.ts'

const MOST = 5000

/** A new version of a plan beside the one that runs, clause by clause, and what it would change in the programme. */
export const version = query({
  name: 'programmes.version',
  label: { zh: '新旧版本对比', en: 'A new version' },
  input: versionInput,
  right: { always: true },
  async run(asked, { document: id }) {
    const next = await documentOf(asked, id)
    if (!next)
      return refuse('not_found', 'entry.not-found', '没有这份文件，或您的岗位无权查看', 'no such document, or your post may not read it')
    const old = next.supersedes === null ? undefined : await documentOf(asked, next.supersedes)
    if (!old) return noVersion(next)
    const isOpen = next.state === 'draft'
    const running = isOpen ? await runningOf(asked, old) : NOTHING_RUNS
    if ('kind' in running) return running
    const items = await rowsOf(asked, planItem, { field: 'document', is: id })
    const alive = items.filter(({ state }) => state === 'found' || state === 'checked' || state === 'confirmed')
    const { clauses, changes } = await compareVersion(asked.store, old, next, alive, running)
    // What was decided on stands in the histories of the entries.
    const shown = isOpen ? changes.filter(({ kind }) => kind !== 'same') : []
    return {
      before: headOf(old),
      after: { ...headOf(next), state: next.state },
      mayAdopt: isOpen && holds(policyDocument.access.confirm, policyDocument, next as unknown as Row, asked.actor),
      clauses: clauses.map(({ before, after, words, ...rest }) => ({
        ...rest,
        before: before && clauseShown(before),
        after: after && clauseShown(after),
        words: words && { title: [...words.title], body: [...words.body] },
      })),
      changes: shown.map(({ running: _entry, item: _item, ...each }) => each),
      unchanged: changes.filter(({ kind }) => kind === 'same').length,
      unchecked: items.filter(({ state }) => state === 'found').length,
    } satisfies Version
  },
})

const NOTHING_RUNS = { targets: [], tasks: [], lists: [] }

async function documentOf({ store, actor }: Asked, id: string): Promise<PolicyDocument | undefined> {
  const row = await readEntry(poolReader(store), store, policyDocument, id)
  return row && mayRead(policyDocument, row, actor) ? (row as unknown as PolicyDocument) : undefined // read by its own definition
}

async function runningOf(asked: Asked, old: PolicyDocument) {
  const [own] = await rowsOf(asked, plan, { field: 'document', is: old.id })
  if (!own) return overtaken(old)
  const inForce = (state: string): Expression => ({
    all: [
      { field: 'plan', is: own.id },
      { field: 'state', is: state },
    ],
  })
  const [targets, tasks, lists] = await Promise.all([
    rowsOf(asked, target, inForce('active')),
    rowsOf(asked, task, { all: [{ field: 'plan', is: own.id }, STANDING] }),
    rowsOf(asked, plannedRegister, inForce('active')),
  ])
  return { targets, tasks, lists }
}

/** In the order in which they were made, as the command finds them. */
async function rowsOf<R extends Register>({ store, actor }: Asked, register: R, filter: Expression): Promise<readonly RowOf<R>[]> {
  const found = await list(poolReader(store), store, register, actor, { filter, sort: 'no', limit: MOST })
  return found.ok ? ([...found.rows].sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1)) as unknown as readonly RowOf<R>[]) : [] // read by its own definition
}

function headOf({ id, title, documentNo, documentDate }: PolicyDocument) {
  return { document: id, title, documentNo, documentDate }
}

function clauseShown({ id, number, title, body, start, end }: NonNullable<Version['clauses'][number]['after']>) {
  return { id, number, title, body, start, end }
}
