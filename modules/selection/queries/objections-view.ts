import { z } from 'zod'
import type { ObjectionsView } from '#contract/objections.ts'
import { refuse } from '#engine/define/refusal.ts'
import { mayGive } from '#engine/store/command.ts'
import { mayRead } from '#engine/store/entries.ts'
import { list } from '#engine/store/list.ts'
import { query } from '#engine/store/query.ts'
import { poolReader, readEntry } from '#engine/store/read.ts'
import { today } from '#platform/clock/clock.ts'
import { batch } from '../registers/batch.register.ts'
import { objection } from '../registers/objection.register.ts'
import { againstObjection, type NoticeTime } from '../rules/decide-objection.ts'
import { PROVINCE } from '../rules/rights.ts'

const MOST = 500
const SHOWN = ['id', 'state', 'title', 'register', 'entry', 'from', 'content', 'receivedOn', 'conclusion'] as const

/** The objections to a batch that the person may read, and whether one can be raised today. */
export const objectionsView = query({
  name: 'selection.objections',
  label: { zh: '异议', en: 'Objections' },
  input: z.object({ batch: z.uuid() }),
  right: { always: true },
  async run({ store, actor }, { batch: id }) {
    const own = await readEntry(poolReader(store), store, batch, id)
    if (!own || !mayRead(batch, own, actor))
      return refuse('not_found', 'entry.not-found', '没有这个批次，或您的岗位无权查看', 'no such batch, or your post may not read it')
    const page = await list(poolReader(store), store, objection, actor, { filter: { field: 'batch', is: id }, limit: MOST })
    const day = today(store.clock, store.timeZone)
    const may = mayGive(PROVINCE, actor)
    const view = (page.ok ? page.rows : []).map((row) => Object.fromEntries(SHOWN.map((field) => [field, row[field] ?? null])))
    return {
      objections: view as ObjectionsView['objections'], // the fields named above
      mayRaise: may && againstObjection(own as unknown as NoticeTime, day, day).length === 0,
      maySettle: may,
    }
  },
})
