import type { ConfirmPlan, Proposal } from '#contract/programmes.ts'
import type { Catalogue } from '#engine/define/catalogue.ts'
import type { Store } from '#engine/store/context.ts'
import { type CountedIndicator, countedIndicators, type PlanItem, type PolicyDocument } from '#modules/plans/index.ts'
import { namesInUse, type ProposedTask, tasksOf, type UnitNames, unitOf } from '#modules/tasks/index.ts'
import { today } from '#platform/clock/clock.ts'
import { REGISTER_KINDS, type RegisterKind } from '#policy-text/index.ts'
import { type KeptRegister, matchRegister } from '../rules/match-register.ts'
import { partFor } from '../rules/part-for.ts'
import { structureOf } from '../rules/structure.ts'

export interface ProposedTarget {
  readonly source: PlanItem
  readonly relation: Proposal['targets'][number]['relation']
  readonly parent: string | null
  readonly relationWhy: Proposal['targets'][number]['relationWhy']
  readonly indicator: string | null
  readonly part: string | null
}

export interface ProposedRegister {
  readonly source: PlanItem
  readonly name: string
  readonly kind: RegisterKind | null
  readonly register: string | null
  readonly why: Proposal['registers'][number]['why']
}

export interface Proposed {
  readonly targets: readonly ProposedTarget[]
  readonly tasks: readonly ProposedTask[]
  readonly registers: readonly ProposedRegister[]
}

/** What a checked document would become, as the rules propose it and with what a person changed. */
export async function propose(
  store: Store,
  document: PolicyDocument,
  items: readonly PlanItem[],
  changes: Omit<ConfirmPlan, 'document'> = {},
): Promise<Proposed> {
  const names = await namesInUse(store, document.documentDate ?? today(store.clock, store.timeZone))
  return proposeWith({ catalogue: store.catalogue, names }, document, items, changes)
}

/** What the proposal knows besides the document: the registers there are, and the names of units. */
export interface Known {
  readonly catalogue: Catalogue
  readonly names: UnitNames
}

/** What of a document the proposal goes by. */
export type ProposedDocument = Pick<PolicyDocument, 'text' | 'issuers' | 'toYear'>

/** The same without a database, for a pack that is drafted from a file. */
export function proposeWith(
  { catalogue, names }: Known,
  document: ProposedDocument,
  items: readonly PlanItem[],
  changes: Omit<ConfirmPlan, 'document'> = {},
): Proposed {
  const indicators = countedIndicators(catalogue)
  const targets = targetsOf(document, items, indicators, changes)
  return {
    targets,
    tasks: tasksFor(document, items, names, changes),
    registers: registersOf(catalogue, items, targets, indicators, changes),
  }
}

function targetsOf(
  { text }: ProposedDocument,
  items: readonly PlanItem[],
  indicators: readonly CountedIndicator[],
  { indicators: chosen = {}, targets: changed = {} }: Omit<ConfirmPlan, 'document'>,
): readonly ProposedTarget[] {
  const byId = new Map(items.map((item) => [item.id as string, item]))
  const ruleOf = (code: string | null) => indicators.find((each) => each.code === code)?.rule
  const own = (item: PlanItem) =>
    pick(changed[item.id]?.indicator, Object.hasOwn(chosen, item.id) ? chosen[item.id] : undefined, item.indicator)
  return structureOf(items, text ?? '').map((placed) => {
    const source = byId.get(placed.item)!
    const change = changed[placed.item] ?? {}
    const parent = pick(change.parent, undefined, placed.parent)
    const relation = change.relation ?? placed.relation
    const head = parent === null ? undefined : byId.get(parent)
    const headRule = head && ruleOf(own(head))
    const part = pick(change.part, undefined, headRule && relation === 'part' ? partFor(source.label, headRule) : null)
    const indicator = part !== null && head && change.indicator === undefined ? own(head) : own(source)
    return { source, relation, parent, relationWhy: placed.why, indicator, part }
  })
}

/** The first that was given; null is given, undefined is not. */
function pick(first: string | null | undefined, second: string | null | undefined, otherwise: string | null): string | null {
  return first !== undefined ? first : second !== undefined ? second : otherwise
}

function tasksFor(
  document: ProposedDocument,
  items: readonly PlanItem[],
  names: UnitNames,
  { tasks: changed = {} }: Omit<ConfirmPlan, 'document'>,
): readonly ProposedTask[] {
  const found = tasksOf({ items, issuers: (document.issuers ?? '').split('、').filter(Boolean), toYear: document.toYear, names })
  return found
    .filter(({ item }) => changed[item]?.leftOut !== true)
    .map((task) => {
      const { lead, support, dueYear } = changed[task.item] ?? {}
      return {
        ...task,
        ...(lead && { lead: renamed(lead, task.lead, names), note: null }),
        ...(support && { support: renamed(support, task.support, names) }),
        ...(dueYear !== undefined && { dueYear }),
      }
    })
}

/** A name that stood there before keeps where it came from. */
function renamed(wanted: readonly string[], before: ProposedTask['lead'], names: UnitNames): ProposedTask['lead'] {
  return wanted.map((name) => before.find((unit) => unit.name === name) ?? unitOf(name, 'mark', names))
}

function registersOf(
  catalogue: Catalogue,
  items: readonly PlanItem[],
  targets: readonly ProposedTarget[],
  indicators: readonly CountedIndicator[],
  { registers: changed = {} }: Omit<ConfirmPlan, 'document'>,
): readonly ProposedRegister[] {
  const kept = keptRegisters(catalogue, indicators)
  const registerOf = new Map(indicators.map(({ code, register }) => [code, register]))
  const counted = targets.filter((target) => target.indicator !== null)
  const byClause = Map.groupBy(counted, ({ source }) => source.clause)
  return items
    .filter(({ itemKind }) => itemKind === 'list')
    .map((source) => {
      const kind = kindOf(source)
      const countedHere = (byClause.get(source.clause) ?? []).map(({ indicator }) => registerOf.get(indicator!) ?? '')
      const found = matchRegister({ name: source.label, kind, countedHere }, kept)
      const register = pick(changed[source.id], undefined, found.register)
      return { source, name: source.label, kind, register, why: found.why }
    })
}

/** Registers of the business: those that entries are filled into by people. */
export function keptRegisters(catalogue: Catalogue, indicators: readonly CountedIndicator[]): readonly KeptRegister[] {
  return catalogue.all
    .filter(
      ({ createVia, counting, area, name }) =>
        createVia === undefined && (counting !== undefined || area !== undefined) && !PLACES.has(name),
    )
    .map(({ name, title }) => ({
      name,
      title,
      counts: indicators.filter(({ register }) => register === name).map(({ rule }) => rule.title),
    }))
}

/** Registers of who and where and of published values, which no plan asks to be set up. */
const PLACES = new Set(['area', 'org_unit', 'post', 'person', 'tenure', 'statistic'])

function kindOf({ detail }: PlanItem): RegisterKind | null {
  const read = typeof detail === 'object' && detail !== null && 'kind' in detail ? detail.kind : undefined
  return REGISTER_KINDS.find((kind) => kind === read) ?? null
}
