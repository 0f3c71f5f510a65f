import { z } from 'zod'
import { type PackProposals, packProposalsInput } from '#contract/packs.ts'
import { holds, type Row } from '#engine/access/holds.ts'
import { refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { tableOf } from '#engine/store/context.ts'
import { list } from '#engine/store/list.ts'
import { type Asked, query } from '#engine/store/query.ts'
import { ask, poolReader, readEntry } from '#engine/store/read.ts'
import { plan, policyDocument } from '#modules/plans/index.ts'
import type { MadeDocument } from '#platform/documents/made-document.ts'
import { policyInstrument } from '../registers/policy-instrument.register.ts'
import { registerDraft } from '../registers/register-draft.register.ts'
import { amountsInWords, registerSource } from '../rules/pack-proposals.ts'

const MOST = 500

/** What the pack or the text of a plan proposed and a person decides on: registers to be built, benefits. */
export const packProposals = query({
  name: 'programmes.pack-proposals',
  label: { zh: '方案包建议', en: 'What a pack proposes' },
  input: packProposalsInput,
  right: { always: true },
  async run(asked, { document }) {
    const own = await planOf(asked, document)
    if (own === undefined) return { proposals: [] }
    const [drafts, instruments] = await Promise.all([rowsOf(asked, registerDraft, own), rowsOf(asked, policyInstrument, own)])
    const shown = (register: Register, row: Row, words: string) => ({
      register: register.name,
      id: String(row['id']),
      version: Number(row['version']),
      state: String(row['state']),
      title: String(row['title']),
      words,
      mayDecide: holds(register.access['accept']!, register, row, asked.actor),
    })
    return {
      proposals: [
        ...drafts.map((row) => shown(registerDraft, row, fieldsInWords(row))),
        ...instruments.map((row) => shown(policyInstrument, row, instrumentInWords(row))),
      ],
    } satisfies PackProposals
  },
})

/** The definition of a proposed register as the file to start from. */
export const registerDefinition = query({
  name: 'programmes.register-definition',
  label: { zh: '台账定义（源文件）', en: 'Definition of a register (source)' },
  input: z.object({ draft: z.uuid() }),
  right: registerDraft.access.read,
  async run({ store }, { draft }) {
    const row = await readEntry(poolReader(store), store, registerDraft, draft)
    if (!row) return refuse('not_found', 'entry.not-found', '没有这条台账建议', 'there is no such proposal')
    const definition = row['definition'] as Readonly<Record<string, unknown>> // an object by the pack's own schema
    return {
      name: `${String(definition['name'])}.register.ts`,
      type: 'text/plain; charset=utf-8',
      bytes: new TextEncoder().encode(registerSource(definition)),
    } satisfies MadeDocument
  },
})

/** The plan that runs by a document or by a later version of it: proposals stay when a new version is adopted. */
async function planOf({ store }: Asked, document: string): Promise<string | undefined> {
  const [own] = await ask(
    poolReader(store),
    `with recursive version as (select $1::uuid as id union select later.id from ${tableOf(store, policyDocument)} later join version on later.supersedes = version.id)
     select id from ${tableOf(store, plan)} where document in (select id from version)`,
    [document],
  )
  return own && String(own['id'])
}

async function rowsOf({ store, actor }: Asked, register: Register, own: string): Promise<readonly Row[]> {
  const found = await list(poolReader(store), store, register, actor, {
    filter: { field: 'plan', is: own },
    sort: 'no',
    limit: MOST,
  })
  return found.ok ? found.rows : []
}

function fieldsInWords(row: Row): string {
  const { fields = {} } = row['definition'] as { readonly fields?: Readonly<Record<string, { readonly label?: { readonly zh?: string } }>> } // an object by the pack's own schema
  return Object.entries(fields)
    .map(([name, { label }]) => label?.zh ?? name)
    .join('、')
}

type Amounts = Parameters<typeof amountsInWords>[0]

function instrumentInWords(row: Row): string {
  const of = (field: string) => (row[field] ?? []) as Amounts // rows of the register's own columns
  return [row['per'], amountsInWords([...of('conditions'), ...of('benefits')])].filter(Boolean).join('：')
}
