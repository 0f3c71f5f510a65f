import type { Catalogue } from '#engine/define/catalogue.ts'
import type { Id } from '#engine/define/id.ts'
import { countedIndicators, itemsOf, type PlanItem } from '#modules/plans/index.ts'
import type { PlanDraft } from '#policy-text/index.ts'
import { type Pack, packSchema } from '../rules/pack-format.ts'
import { targetFacts } from '../rules/target-facts.ts'
import { type Proposed, proposeWith } from './propose.ts'

/** What a pack is drafted from: the text as the reader sees it, and what the file is known by. */
export interface PackSource {
  readonly draft: PlanDraft
  readonly text: string
  readonly sha256: string
  readonly code: string
  readonly version: string
  readonly catalogue: Catalogue
}

/** A first pack of a plan, to be corrected by hand: everything the reader found, with quotes and places, without the text. */
export function draftPack({ draft, text, sha256, code, version, catalogue }: PackSource): Pack {
  const found = itemsOf('' as Id<'policy_document'>, draft, countedIndicators(catalogue)) // no document yet
  const items = found.map((item, at) => ({ ...EMPTY, ...item, id: String(at) })) as unknown as readonly PlanItem[] // as entries would be
  const { from = null, to = null } = draft.planPeriod ?? {}
  const issuers = draft.issuer
  const names = { aliases: [], units: new Map<string, string>(), day: draft.date ?? '' }
  const proposed = proposeWith({ catalogue, names }, { text, issuers: issuers.join('、'), toYear: to }, items)
  const title = draft.title ?? code
  return packSchema.parse({
    code,
    title: { zh: title, en: code },
    version,
    source: { title, issuers, documentNo: draft.docNumber, date: draft.date, sha256, length: text.length },
    fromYear: from,
    toYear: to,
    items: items.map((item) => packItem(item, text)),
    ...partsOf(proposed),
    settings: [],
    classifications: [],
    areaGroups: [],
    reports: [],
    crosswalks: [],
    areas: [],
  })
}

/** What an entry has in the fields that its item leaves out. */
const EMPTY = {
  clause: null,
  level: null,
  low: null,
  high: null,
  unit: null,
  comparator: null,
  qualifier: null,
  deadline: null,
  period: null,
}

const LONGEST_QUOTE = 120
const keyOf = ({ itemKind, start }: Pick<PlanItem, 'itemKind' | 'start'>) => `${itemKind}-${start}`

/** The words as they stand in the text, however the reader joined them; a long mark is cut. */
function packItem(item: PlanItem, text: string) {
  const end = Math.min(item.end, item.start + LONGEST_QUOTE)
  const { itemKind: kind, label, start, clause, level } = item
  return { key: keyOf(item), kind, label, quote: text.slice(start, end), start, end, clause, level }
}

function partsOf({ targets, tasks, registers }: Proposed): Pick<Pack, 'targets' | 'tasks' | 'registers'> {
  const keys = new Map(targets.map(({ source }) => [source.id as string, keyOf(source)]))
  return {
    targets: targets.map(({ source, relation, parent, relationWhy, indicator, part }) => {
      const { label: title, low, high, unit, comparator, qualifier, deadline, period } = source
      const key = keyOf(source)
      const value = { title, low, high, unit, comparator, qualifier, deadline, period }
      return {
        key,
        item: key,
        parent: parent === null ? null : keys.get(parent)!,
        relation,
        relationWhy,
        ...value,
        indicator,
        part,
        ...targetFacts(source),
      }
    }),
    tasks: tasks.map(({ title, under, start, actionClass, dueYear, lead, support, joint, note }) => {
      const bare = (units: typeof lead) => units.map(({ name, origin }) => ({ name, origin }))
      const key = `heading-${start}`
      return { key: `task-${start}`, item: key, title, under, actionClass, dueYear, lead: bare(lead), support: bare(support), joint, note }
    }),
    registers: registers.map(({ source, name, kind, register, why }) => {
      return { key: keyOf(source), item: keyOf(source), name, kind, register, why }
    }),
  }
}
