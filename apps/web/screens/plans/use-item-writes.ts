import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { AddItemInput, PlanDocument, PlanItem } from '#contract/plans.ts'
import { addPlanItem, bringBackPlanItems, editEntry, joinPlanItems, moveEntries, moveEntry, splitPlanItem } from '../../api/endpoints.ts'
import { editEntries } from '../../api/grid.ts'
import { planDocumentQuery } from '../../api/queries.ts'
import type { EntryWrite, Values } from '../../api/types.ts'
import { reviewTexts } from '../../texts/texts-review.ts'
import type { Words } from '../../texts/words.ts'

/** The moves a person makes on an item while checking. */
type ItemMove = 'check' | 'uncheck' | 'remove' | 'restore'

/** What was done last, and how it is taken back. */
export interface Act {
  readonly words: Words
  readonly label: string
  readonly undo: () => Promise<unknown>
}

/** The ways to correct what was read. */
export type ItemWrites = ReturnType<typeof useItemWrites>

const STATE_AFTER = { check: 'checked', uncheck: 'found', remove: 'removed', restore: 'found' } as const satisfies Record<
  ItemMove,
  PlanItem['state']
>
const DONE = {
  check: reviewTexts.didCheck,
  uncheck: reviewTexts.didUncheck,
  remove: reviewTexts.didRemove,
  restore: reviewTexts.didRestore,
} as const satisfies Record<ItemMove, Words>

/** Corrections of what was read: shown at once, sent one after the other, taken back by undo. */
export function useItemWrites(document: string) {
  const client = useQueryClient()
  const [error, setError] = useState<unknown>()
  const [last, setLast] = useState<Act>()
  const [note, setNote] = useState<{ readonly words: Words; readonly label: string }>()
  const [done] = useState<Act[]>(() => [])
  const [underway] = useState<Underway>(() => ({ acts: Promise.resolve() }))
  const remember = (act: Act | undefined) => {
    if (act) done.push(act)
    setLast(done.at(-1))
    if (act) setNote({ words: act.words, label: act.label })
  }
  const sender = useMemo(() => makeSender(client, document), [client, document])
  const run = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    setError(undefined)
    try {
      return await work()
    } catch (refused) {
      setError(refused)
      void sender.refresh()
      throw refused
    }
  }
  const undo = async () => {
    // An act that is shown may still be on its way: it, not the one before, is what the person takes back.
    await underway.acts
    const act = done.pop()
    setLast(done.at(-1))
    if (!act) return setNote({ words: reviewTexts.nothingToUndo, label: '' })
    await run(act.undo)
    setNote({
      words: { zh: reviewTexts.undone.zh.replace('{act}', act.words.zh), en: reviewTexts.undone.en.replace('{act}', act.words.en) },
      label: act.label,
    })
  }
  return { error, last, note, undo, ...tracked(underway, actsOf(sender, run, remember)) }
}

interface Underway {
  /** Resolves when every act begun so far is done or refused. */
  acts: Promise<unknown>
}

function tracked<Acts extends Readonly<Record<string, (...given: never[]) => Promise<unknown>>>>(underway: Underway, acts: Acts): Acts {
  const entries = Object.entries(acts).map(([name, act]) => [
    name,
    (...given: never[]) => {
      const result = act(...given)
      underway.acts = Promise.allSettled([underway.acts, result])
      return result
    },
  ])
  return Object.fromEntries(entries) as Acts // the same names with the same parameters
}

type Sender = ReturnType<typeof makeSender>
type Run = <Answer>(work: () => Promise<Answer>) => Promise<Answer>

function actsOf(sender: Sender, run: Run, remember: (act: Act) => void) {
  const move = ({ id, label, state }: PlanItem, name: ItemMove) => {
    const back = () => sender.moveAll(id, [...BACK[name], ...(name === 'remove' && state === 'checked' ? (['check'] as const) : [])])
    return run(() => sender.move(id, name)).then(
      () => remember({ words: DONE[name], label, undo: back }),
      () => undefined,
    )
  }
  return {
    move,
    toggleCheck: (item: PlanItem) => move(item, item.state === 'checked' ? 'uncheck' : 'check'),
    toggle: (item: PlanItem) => move(item, item.state === 'removed' ? 'restore' : 'remove'),
    /** A corrected item has been looked at: it is marked as checked. */
    edit: async (item: PlanItem, values: Values) => {
      const before: Values = Object.fromEntries(Object.keys(values).map((name) => [name, item[name as keyof PlanItem]])) // the form shows nothing else
      const wasFound = item.state === 'found'
      await run(async () => {
        await sender.edit(item.id, values)
        if (wasFound) await sender.move(item.id, 'check')
      })
      const undo = async () => {
        await sender.edit(item.id, before)
        if (wasFound) await sender.move(item.id, 'uncheck')
      }
      remember({ words: reviewTexts.didEdit, label: item.label, undo })
    },
    /** The year that items took from above is theirs: one act for all of them. */
    takeYears: async (items: readonly PlanItem[], year: string) => {
      const ids = items.map(({ id }) => id)
      await run(() => sender.editAll(ids, { deadlineInherited: false }))
      const undo = () => sender.editAll(ids, { deadlineInherited: true })
      remember({ words: reviewTexts.didTakeYears, label: `${year} · ${ids.length}`, undo })
    },
    /** The same move for many: one act, sent in sets, taken back as one. */
    moveMany: async (items: readonly PlanItem[], name: 'check' | 'remove') => {
      const ids = items.map(({ id }) => id)
      await run(() => sender.moveSet(ids, name))
      const undo = () => sender.moveSet(ids, BACK[name][0])
      remember({ words: name === 'check' ? reviewTexts.didCheckMany : reviewTexts.didRemoveMany, label: String(ids.length), undo })
    },
    add: async (input: AddItemInput) => {
      const made = await sender.structural(() => addPlanItem(input))
      remember({ words: reviewTexts.didAdd, label: input.values?.label ?? '', undo: () => sender.moveAll(made[0] ?? '', ['remove']) })
      return made
    },
    split: async ({ id, label }: PlanItem, at: number) => {
      const made = await sender.structural(() => splitPlanItem(sender.seen(id), at))
      remember({ words: reviewTexts.didSplit, label, undo: () => sender.bringBack(made) })
      return made
    },
    join: async (first: PlanItem, second: PlanItem) => {
      const made = await run(() => sender.structural(() => joinPlanItems([sender.seen(first.id), sender.seen(second.id)])))
      remember({ words: reviewTexts.didJoin, label: first.label, undo: () => sender.bringBack(made) })
      return made
    },
  }
}

const BACK = { check: ['uncheck'], uncheck: ['check'], remove: ['restore'], restore: ['remove'] } as const satisfies Record<
  ItemMove,
  readonly ItemMove[]
>

/** What the server takes at once. */
const MOST_IN_A_SET = 2000

/** Works begin when those given before have ended, however they ended. */
function oneAfterTheOther() {
  let queue: Promise<unknown> = Promise.resolve()
  return <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const next = queue.then(work, work)
    queue = next.catch(() => undefined)
    return next
  }
}

/** Sends writes one after the other, each with the version the one before left; the page shows the change before it is sent. */
function makeSender(client: ReturnType<typeof useQueryClient>, document: string) {
  const { queryKey } = planDocumentQuery(document)
  const inTurn = oneAfterTheOther()
  const patchAll = (changes: ReadonlyMap<string, Partial<PlanItem>>) =>
    client.setQueryData<PlanDocument>(
      queryKey,
      (plan) => plan && { ...plan, items: plan.items.map((item) => (changes.has(item.id) ? { ...item, ...changes.get(item.id) } : item)) },
    )
  const patch = (id: string, changes: Partial<PlanItem>) => patchAll(new Map([[id, changes]]))
  const refresh = () => client.invalidateQueries({ queryKey })
  const versionOf = (id: string) => client.getQueryData<PlanDocument>(queryKey)?.items.find((item) => item.id === id)?.version ?? 0
  const changed = (id: string) => ({ register: 'plan_item', id, version: versionOf(id) })
  const kept = (id: string, { entry }: EntryWrite) => patch(id, { version: entry.version })
  const move = async (id: string, name: ItemMove) => {
    patch(id, { state: STATE_AFTER[name] })
    await inTurn(async () => kept(id, await moveEntry(changed(id), name)))
  }
  const structural = (send: () => Promise<{ readonly items: readonly string[] }>) =>
    inTurn(async () => {
      const { items } = await send()
      await refresh()
      return items
    })
  const seen = (id: string) => ({ id, version: versionOf(id) })
  return {
    refresh,
    seen,
    move,
    structural,
    moveAll: async (id: string, names: readonly ItemMove[]) => {
      for (const name of names) await move(id, name)
    },
    edit: (id: string, values: Values) =>
      inTurn(async () => {
        kept(id, await editEntry(changed(id), values))
        patch(id, values)
      }),
    moveSet: (ids: readonly string[], name: ItemMove) => {
      patchAll(new Map(ids.map((id) => [id, { state: STATE_AFTER[name] }])))
      return inTurn(async () => {
        for (let at = 0; at < ids.length; at += MOST_IN_A_SET) {
          const { entries } = await moveEntries('plan_item', name, ids.slice(at, at + MOST_IN_A_SET).map(seen), { reason: '' })
          patchAll(new Map(entries.map(({ id, version }) => [id, { version }])))
        }
      })
    },
    editAll: (ids: readonly string[], values: Partial<Pick<PlanItem, 'deadlineInherited'>>) =>
      inTurn(async () => {
        const rows = ids.map((id) => ({ ...seen(id), values }))
        const { entries } = await editEntries('plan_item', rows, 'all')
        patchAll(new Map(entries.map(({ id, version }) => [id, { ...values, version }])))
      }),
    bringBack: (ids: readonly string[]) => structural(() => bringBackPlanItems(ids.map(seen))),
  }
}
