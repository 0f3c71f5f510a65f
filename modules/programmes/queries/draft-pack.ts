import { createHash } from 'node:crypto'
import type { Catalogue } from '#engine/define/catalogue.ts'
import type { Id } from '#engine/define/id.ts'
import { countedIndicators, itemsOf, type PlanItem } from '#modules/plans/index.ts'
import { decimalText, type PlanDraft, type RegisterMention, type Target, toSimplified } from '#policy-text/index.ts'
import { draftActions, usualAction } from '../rules/draft-actions.ts'
import { draftClassification } from '../rules/draft-classification.ts'
import { draftIndicators } from '../rules/draft-indicators.ts'
import { draftedInstruments, draftedRegister } from '../rules/draft-proposals.ts'
import { type Pack, packSchema } from '../rules/pack-format.ts'
import { targetFacts } from '../rules/target-facts.ts'
import { type Proposed, proposeWith } from './propose.ts'
import { relativeItems } from './relative-items.ts'

/** What a pack is drafted from: the text as the reader sees it, and what the file is known by. */
export interface PackSource {
  readonly draft: PlanDraft
  readonly text: string
  readonly sha256: string
  readonly code: string
  readonly version: string
  readonly catalogue: Catalogue
}

/**
 * A first pack of a plan, to be corrected by hand: everything the reader found, with quotes and places, without the text. The same
 * file gives the same pack. Names of a text in traditional characters are in mainland terms; quotes are as printed.
 */
export function draftPack({ draft, text, sha256, code, version, catalogue }: PackSource): Pack {
  const found = [...itemsOf(NO_DOCUMENT, draft, countedIndicators(catalogue)), ...relativeItems(NO_DOCUMENT, draft)]
  const ordered = found.map(inMainlandTerms).sort((a, b) => a.start - b.start || b.end - a.end)
  const items = ordered.map((item, at) => ({ ...EMPTY, ...item, id: String(at) })) as unknown as readonly PlanItem[] // as entries would be
  const { from = null, to = null } = draft.planPeriod ?? {}
  const issuers = draft.issuer.map(toSimplified)
  const names = { aliases: [], units: new Map<string, string>(), day: draft.date ?? '' }
  const proposed = proposeWith({ catalogue, names }, { text, issuers: issuers.join('、'), toYear: to }, items)
  const title = toSimplified(draft.title ?? code)
  const basis = toSimplified(draft.docNumber ?? title)
  const parts = partsOf(proposed, draft, { basis, catalogue })
  const fromOn = draft.date ?? `${from ?? to ?? FIRST_YEAR}-01-01`
  return packSchema.parse({
    code,
    title: { zh: title, en: code },
    version,
    source: { title, issuers, documentNo: draft.docNumber && toSimplified(draft.docNumber), date: draft.date, sha256, length: text.length },
    fromYear: from,
    toYear: to,
    items: items.map((item) => packItem(item, text)),
    ...parts,
    ...draftClassification(
      { code: `${code.replaceAll('-', '_').replace(/^\d/, 'p$&')}_fields`, title: FIELDS, fromOn, basis },
      draft.fields,
    ),
    instruments: draftedInstruments(draft.instruments),
    settings: [],
    areaGroups: [],
    reports: [],
    sheets: [],
    areas: [],
  })
}

const NO_DOCUMENT = '' as Id<'policy_document'>
const FIELDS = '方案领域分类（初稿）'
/** Of a text that says no year at all. */
const FIRST_YEAR = 2000

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

type FoundItem = ReturnType<typeof itemsOf>[number]

function inMainlandTerms(item: FoundItem): FoundItem {
  const { detail } = item
  const duty = item.itemKind === 'duty' ? { detail: simplifiedDuty(detail as PlanDraft['responsibilities'][number]) } : {} // as read
  return { ...item, label: toSimplified(item.label), ...(item.unit && { unit: toSimplified(item.unit) }), ...duty }
}

function simplifiedDuty(duty: PlanDraft['responsibilities'][number]): FoundItem['detail'] {
  const { lead, support, inheritedSupport, joint, row } = duty
  return {
    lead: lead.map(toSimplified),
    support: support.map(toSimplified),
    inheritedSupport: inheritedSupport.map(toSimplified),
    joint,
    ...(row && { row: { ...row, task: toSimplified(row.task) } }),
  }
}

const LONGEST_QUOTE = 120
const keyOf = ({ itemKind, start }: Pick<PlanItem, 'itemKind' | 'start'>) => `${itemKind}-${start}`

/** The words as they stand in the text, however the reader joined them; a long mark is cut. */
function packItem(item: PlanItem, text: string) {
  const end = Math.min(item.end, item.start + LONGEST_QUOTE)
  const { itemKind: kind, label, start, clause, level, confidence, why } = item
  const sure = confidence === null ? {} : { confidence }
  return { key: keyOf(item), kind, label, quote: text.slice(start, end), start, end, clause, level, ...sure, ...(why !== null && { why }) }
}

interface Around {
  readonly basis: string
  readonly catalogue: Catalogue
}

function partsOf(proposed: Proposed, draft: PlanDraft, around: Around): Pick<Pack, 'targets' | 'tasks' | 'registers' | 'indicators'> {
  const bare = targetsOf(proposed)
  const clauseOf = new Map(proposed.targets.map(({ source }) => [keyOf(source), source.clause]))
  const lists = new Map(proposed.registers.filter(({ register }) => register === null).map(({ source }) => [source.clause, keyOf(source)]))
  const listOf = new Map(bare.flatMap(({ key }) => (lists.has(clauseOf.get(key)!) ? [[key, lists.get(clauseOf.get(key)!)!] as const] : [])))
  const counted = countedIndicators(around.catalogue)
  const indicators = [...draftIndicators({ targets: bare, listOf, counted, codeOf: metricCode })]
  const codeOf = new Map(indicators.flatMap(({ code, targets }) => targets.map((key) => [key, code])))
  return {
    targets: bare.map((target) => ({ ...target, indicator: codeOf.get(target.key) ?? target.indicator })),
    tasks: tasksOf(proposed, draft),
    registers: registersOf(proposed, indicators, around),
    indicators,
  }
}

function metricCode(metric: string, unit: string | null): string {
  return `metric_${createHash('sha256')
    .update(`${metric} ${unit ?? ''}`)
    .digest('hex')
    .slice(0, 10)}`
}

function targetsOf({ targets }: Proposed): Pack['targets'] {
  const keys = new Map(targets.map(({ source }) => [source.id as string, keyOf(source)]))
  return targets.map(({ source, relation, parent, relationWhy, indicator, part }) => {
    const { label: title, low, high, unit, comparator, qualifier, deadline, period, deadlineInherited } = source
    const key = keyOf(source)
    return {
      key,
      item: key,
      parent: parent === null ? null : keys.get(parent)!,
      relation,
      relationWhy,
      title,
      low,
      high,
      unit,
      comparator,
      qualifier,
      deadline,
      period,
      indicator,
      part,
      ...targetFacts(source),
      ...attributesOf(source.detail as Partial<Target> & { readonly benchmark?: string }), // as read
      deadlineInherited: deadlineInherited === true,
    }
  })
}

type Attributes = Pick<Pack['targets'][number], 'baseline' | 'nature' | 'direction' | 'benchmark' | 'jointOf'>

/** What the reader knows of a target besides its number. */
function attributesOf(read: Partial<Target> & { readonly benchmark?: string }): Attributes & { kind?: 'rank' | 'relative' } {
  const { kind, baseline, nature, direction, jointOf, benchmark } = read
  return {
    baseline: decimalText(baseline),
    nature: nature ?? null,
    direction: direction ?? null,
    benchmark: benchmark === undefined ? null : toSimplified(benchmark),
    jointOf: jointOf?.map(toSimplified).join('、') ?? null,
    ...(kind === 'rank' || kind === 'relative' ? { kind } : {}),
  }
}

function tasksOf({ tasks }: Proposed, draft: PlanDraft): Pack['tasks'] {
  return tasks.map(({ itemKind, title, under, start, clause, actionClass, dueYear, lead, support, joint, note, row }) => {
    const bare = (units: typeof lead) => units.map(({ name, origin }) => ({ name, origin }))
    const actions = draftActions(
      row ? draft.measures.filter((measure) => row.start <= measure.start && measure.end <= row.end) : draft.measures,
      clause,
    )
    const item = `${itemKind}-${start}`
    const units = { lead: bare(lead), support: bare(support), joint, note }
    return { key: `task-${start}`, item, title, under, actionClass: actionClass ?? usualAction(actions), dueYear, ...units, actions }
  })
}

function registersOf({ registers }: Proposed, indicators: Pack['indicators'], { basis }: Around): Pack['registers'] {
  return registers.map((proposed) => {
    const key = keyOf(proposed.source)
    const counting = Object.fromEntries(
      indicators.flatMap(({ code, register: own, rule }) => (own === key && rule ? [[code, rule] as const] : [])),
    )
    const { mode = null } = (proposed.source.detail ?? {}) as Partial<RegisterMention> // as read
    return { ...draftedRegister(proposed, basis, Object.keys(counting).length > 0 ? counting : undefined), kind: proposed.kind, mode }
  })
}
