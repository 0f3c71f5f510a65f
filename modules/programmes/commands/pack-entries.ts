import type { Id } from '#engine/define/id.ts'
import type { Refusal } from '#engine/define/refusal.ts'
import type { ValuesOf } from '#engine/define/register.ts'
import type { Call } from '#engine/store/call.ts'
import { planItem, target } from '#modules/plans/index.ts'
import { heldLayout, putLayout } from '#modules/sheets/index.ts'
import { namesInUse, task, unitOf } from '#modules/tasks/index.ts'
import { REGISTER_OF } from '../queries/part-registers.ts'
import { plannedRegister } from '../registers/planned-register.register.ts'
import type { Pack } from '../rules/pack-format.ts'
import { type Listed, type PartKind, partLists, SHARED_KINDS, sharedKey } from '../rules/pack-parts.ts'
import { keepSetting } from './choose-setting.ts'

/** Where the parts of a pack are put. */
export interface PackPlace {
  readonly plan: Id<'plan'>
  readonly document: Id<'policy_document'>
}

type Wanted = (kind: PartKind, key: string) => boolean

/** Makes the wanted parts of a pack, in the state that confirming would have left them in. */
export async function createParts(call: Call, pack: Pack, place: PackPlace, wanted: Wanted): Promise<Refusal | undefined> {
  const targets = pack.targets.filter(({ key }) => wanted('targets', key))
  const tasks = pack.tasks.filter(({ key }) => wanted('tasks', key))
  const registers = pack.registers.filter(({ key }) => wanted('registers', key))
  const items = await itemsFor(call, pack, place, new Set([...targets, ...tasks, ...registers].map(({ item }) => item)))
  await createTargets(call, pack, targets, items, place)
  await createTasks(call, pack, tasks, items, place)
  call.create(
    plannedRegister,
    registers.map(({ key, item, why, mode: _mode, definition: _definition, ...rest }) => ({
      ...rest,
      ...place,
      item: items.get(item)!,
      why: { ...why },
      packKey: key,
    })),
  )
  createShared(call, pack, wanted)
  for (const sheet of pack.sheets.filter((each) => wanted('sheets', sharedKey('sheets', each))))
    putLayout(call, await heldLayout(call, sheet.register), sheet)
  for (const { key, ...setting } of pack.settings.filter((each) => wanted('settings', sharedKey('settings', each)))) {
    const refused = await keepSetting(call, setting, key)
    if (refused) return refused
  }
  return undefined
}

/** Classifications, crosswalks, areas and groups, one set a kind; settings and layouts are kept by their own. */
export function createShared(call: Call, pack: Listed, wanted: Wanted): void {
  const lists = partLists(pack)
  for (const kind of SHARED_KINDS) {
    if (kind === 'settings' || kind === 'sheets') continue
    const rows = [...lists[kind]].flatMap(([key, values]) => (wanted(kind, key) ? [values] : []))
    if (rows.length > 0) call.create(REGISTER_OF[kind], rows)
  }
}

type ItemIds = ReadonlyMap<string, Id<'plan_item'>>

/** The plan items that parts point to: those there are, found by their place in the text, and new ones for the rest. */
async function itemsFor(call: Call, pack: Pack, { document }: PackPlace, wanted: ReadonlySet<string>): Promise<ItemIds> {
  const there = await call.find(planItem, { field: 'document', is: document })
  const placeOf = ({ start, end }: { readonly start: number; readonly end: number }) => `${start}-${end}`
  const byPlace = new Map(there.map((row) => [`${row.itemKind} ${placeOf(row)}`, row.id]))
  const known = (item: Pack['items'][number]) => byPlace.get(`${item.kind} ${placeOf(item)}`)
  const targetOf = new Map(pack.targets.map((each) => [each.item, each]))
  const fresh = pack.items.filter((item) => !known(item) && (there.length === 0 || wanted.has(item.key)))
  const made = call.create(
    planItem,
    fresh.map((item) => itemValues(item, targetOf.get(item.key), document)),
  )
  call.move(planItem, await call.readAll(planItem, made), 'confirm')
  const freshIds = new Map(fresh.map(({ key }, at) => [key, made[at]!]))
  return new Map(
    pack.items.flatMap((item) => {
      const id = known(item) ?? freshIds.get(item.key)
      return id ? [[item.key, id] as const] : []
    }),
  )
}

function itemValues(
  { kind, label, quote, start, end, clause, level, confidence = '1', why }: Pack['items'][number],
  of: Pack['targets'][number] | undefined,
  document: Id<'policy_document'>,
): ValuesOf<typeof planItem> {
  const { low = null, high = null, unit = null, comparator = null, qualifier = null, deadline = null, period = null } = of ?? {}
  const found = { document, itemKind: kind, label, quote, start, end, clause, level, confidence, ...(why && { why: { ...why } }) }
  return {
    ...found,
    low,
    high,
    unit,
    comparator,
    qualifier,
    deadline,
    period,
    indicator: of?.indicator ?? null,
    deadlineInherited: of?.deadlineInherited ?? false,
  }
}

/** Headlines first, so that what stands under them can name them; a headline may have come with an earlier version. */
async function createTargets(call: Call, pack: Pack, targets: Pack['targets'], items: ItemIds, place: PackPlace): Promise<void> {
  const itemOf = new Map(pack.items.map((item) => [item.key, item]))
  const values = (each: Pack['targets'][number], parent: Id<'target'> | null): ValuesOf<typeof target> => {
    const { key, item, relationWhy, deadlineInherited: _inherited, ...rest } = each
    const { quote, start, end, clause } = itemOf.get(item)!
    return {
      ...rest,
      ...place,
      item: items.get(item)!,
      parent,
      relationWhy: { ...relationWhy },
      quote,
      start,
      end,
      clause,
      fromYear: pack.fromYear,
      packKey: key,
    }
  }
  const heads = targets.filter(({ parent }) => parent === null)
  const made = call.create(
    target,
    heads.map((each) => values(each, null)),
  )
  const there = await call.find(target, {
    all: [
      { field: 'plan', is: place.plan },
      { field: 'packKey', filled: true },
    ],
  })
  const ids = new Map([
    ...there.map((row) => [row.packKey ?? '', row.id] as const),
    ...heads.map(({ key }, at) => [key, made[at]!] as const),
  ])
  call.create(
    target,
    targets.filter(({ parent }) => parent !== null).map((each) => values(each, ids.get(each.parent!) ?? null)),
  )
}

async function createTasks(call: Call, pack: Pack, tasks: Pack['tasks'], items: ItemIds, place: PackPlace): Promise<void> {
  const names = await namesInUse(call.facts.store, pack.source.date ?? call.today)
  const itemOf = new Map(pack.items.map((item) => [item.key, item]))
  call.create(
    task,
    tasks.map(({ key, item, lead, support, actions, ...rest }) => {
      const { quote, start, end, clause } = itemOf.get(item)!
      const rows = (units: typeof lead) => units.map(({ name, origin }) => ({ ...unitOf(name, origin, names) }))
      return {
        ...rest,
        ...place,
        item: items.get(item)!,
        lead: rows(lead),
        support: rows(support),
        actions: actions.map((action) => ({ ...action })),
        quote,
        start,
        end,
        clause,
        packKey: key,
      }
    }),
  )
}
