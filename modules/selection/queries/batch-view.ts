import { z } from 'zod'
import type { BatchView } from '#contract/batches.ts'
import { holds, type Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import { refuse } from '#engine/define/refusal.ts'
import type { Decision, Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import type { Store } from '#engine/store/context.ts'
import { mayRead } from '#engine/store/entries.ts'
import { list } from '#engine/store/list.ts'
import { type Asked, query } from '#engine/store/query.ts'
import { poolReader, readEntry, titlesOf } from '#engine/store/read.ts'
import { areaTitles } from '#modules/directory/index.ts'
import { today } from '#platform/clock/clock.ts'
import { batch } from '../registers/batch.register.ts'
import { againstClosing } from '../rules/decide-batch.ts'
import { againstOpenObjections } from '../rules/decide-objection.ts'
import { batchField, decisionOf, readyStates, unknownDecision } from '../rules/decision-of.ts'
import { openObjections } from './open-objections.ts'

const MOST = 2000

/** A batch with its entries, the accepted entries that wait for one, and what can be done next. */
export const batchView = query({
  name: 'selection.batch',
  label: { zh: '批次', en: 'Batch' },
  input: z.object({ batch: z.uuid() }),
  right: { always: true },
  async run({ store, actor }, { batch: id }) {
    const own = await readEntry(poolReader(store), store, batch, id)
    if (!own || !mayRead(batch, own, actor))
      return refuse('not_found', 'entry.not-found', '没有这个批次，或您的岗位无权查看', 'no such batch, or your post may not read it')
    const register = store.catalogue.need(String(own['register']))
    const code = own['decision'] ? String(own['decision']) : 'publish'
    const decision = decisionOf(register, code)
    if (!decision) return unknownDecision(register, code)
    const field = batchField(decision)
    const [entries, objections, waiting] = await Promise.all([
      rowsOf({ store, actor }, register, { field, is: id }),
      openObjections(store, id),
      own['state'] === 'collecting'
        ? rowsOf({ store, actor }, register, {
            all: [
              { field: 'state', oneOf: readyStates(register, decision) },
              { field, filled: false },
            ],
          })
        : [],
    ])
    const present = await presenter(store, register, [...entries, ...waiting])
    return {
      batch: presentBatch(own, code, decision),
      entries: entries.map(present),
      waiting: waiting.map(present),
      next: nextSteps(
        { own, actor, decision, entries: entries.length, objections: againstOpenObjections(objections) },
        today(store.clock, store.timeZone),
      ),
    }
  },
})

async function rowsOf({ store, actor }: Asked, register: Register, filter: Parameters<typeof list>[4]['filter']): Promise<readonly Row[]> {
  const page = await list(poolReader(store), store, register, actor, { filter, sort: 'no', limit: MOST })
  return page.ok ? page.rows : []
}

const BATCH_FIELDS = [
  'id',
  'version',
  'state',
  'title',
  'register',
  'noticeFromOn',
  'noticeUntilOn',
  'documentNo',
  'documentTitle',
  'documentDate',
] as const

function presentBatch(row: Row, code: string, { label, moves }: Decision): BatchView['batch'] {
  const own = Object.fromEntries(BATCH_FIELDS.map((field) => [field, row[field] ?? null]))
  return { ...own, decision: code, decisionLabel: label, notice: moves.openNotice !== undefined } as BatchView['batch']
}

async function presenter(store: Store, register: Register, rows: readonly Row[]) {
  const [areas, units] = await Promise.all([
    areaTitles(store),
    titlesOf(
      poolReader(store),
      store,
      'org_unit',
      rows.flatMap((row) => (row['leadUnit'] ? [String(row['leadUnit'])] : [])),
    ),
  ])
  return (row: Row) => ({
    id: String(row['id']),
    no: Number(row['no']),
    version: Number(row['version']),
    state: String(row['state']),
    title: String(row[register.titleField ?? 'title']),
    area: String(row['area']),
    areaTitle: areas.get(String(row['area'])) ?? String(row['area']),
    unitTitle: units[String(row['leadUnit'])] ?? '',
  })
}

type Steps = Record<string, readonly Words[]>

interface Standing {
  readonly own: Row
  readonly actor: Actor
  readonly decision: Decision
  readonly entries: number
  readonly objections: readonly Words[]
}

function nextSteps({ own, actor, decision, entries, objections }: Standing, day: string): Record<string, Words[]> {
  const may = (right: 'openNotice') => holds(batch.access[right], batch, own, actor)
  if (!may('openNotice')) return {}
  const empty: readonly Words[] = entries === 0 ? [{ zh: '批次中还没有条目', en: 'the batch is empty' }] : []
  const steps: Readonly<Record<string, Steps>> = {
    collecting: {
      'selection.add-to-batch': [],
      'selection.remove-from-batch': empty,
      [decision.moves.openNotice ? 'selection.open-notice' : 'selection.publish-batch']: empty,
      'selection.cancel-batch': [],
    },
    onNotice: {
      'selection.remove-from-batch': empty,
      'selection.close-notice': [...againstClosing(own['noticeUntilOn'] as string | null, day), ...objections],
      'selection.cancel-batch': [],
    },
    noticeOver: {
      'selection.remove-from-batch': empty,
      'selection.publish-batch': [...empty, ...objections],
      'selection.cancel-batch': [],
    },
  }
  return Object.fromEntries(Object.entries(steps[String(own['state'])] ?? {}).map(([name, words]) => [name, [...words]]))
}
