import { type AdoptVersion, adoptVersionInput } from '#contract/versions.ts'
import type { Id } from '#engine/define/id.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Call } from '#engine/store/call.ts'
import { command } from '#engine/store/command.ts'
import { PLANNER, type Plan, type PolicyDocument, plan, planItem, policyDocument, type Target, target } from '#modules/plans/index.ts'
import { isOpenToChange, STANDING, type Task, task } from '#modules/tasks/index.ts'
import { type ComparedVersion, compareVersion, type RunningParts } from '../queries/compared-version.ts'
import type { Proposed, ProposedTarget } from '../queries/propose.ts'
import { plannedRegister } from '../registers/planned-register.register.ts'
import type { ProgrammeChange } from '../rules/version-changes.ts'
import { movedOn, noVersion, overtaken, undecided } from '../rules/version-refusals.ts'
import { askedBy, type Place, placeOfItem, registerValues, targetValues, taskFields, taskValues } from './entry-values.ts'
import { draftsOf, proposeDrafts } from './pack-proposals.ts'

/**
 * A new version of a plan takes the place of the old one. Each change was decided by a person; what stays is given its place in the new
 * text. Entries keep their histories, so figures as of earlier days stay what they were.
 */
export const adoptVersion = command({
  name: 'programmes.adopt-version',
  label: { zh: '采用新版本', en: 'Adopt a new version' },
  input: adoptVersionInput,
  right: PLANNER,
  async run(call, { document: id, decisions, reason }) {
    const next = await call.read(policyDocument, id)
    const found = await runningOf(call, next)
    if ('words' in found) return found
    const { old, own, running } = found
    const items = await call.find(planItem, { field: 'document', is: id })
    const alive = items.filter(({ state }) => state === 'found' || state === 'checked')
    const compared = await compareVersion(call.facts.store, old, next, alive, running)
    const against = againstDecisions(compared.changes, decisions)
    if (against) return against

    call.because(becauseOf(next, reason))
    const taken = compared.changes.filter(({ key, kind }) => kind === 'same' || decisions[key] === 'apply')
    const place = { plan: own.id, document: next.id, fromYear: next.fromYear }
    applyTargets(call, taken, compared.proposed, running.targets, place)
    applyTasks(call, taken, compared.proposed, running, place)
    applyLists(call, taken, compared.proposed, running, place)
    const left = new Set(compared.changes.filter(({ key }) => decisions[key] === 'leave').map(({ item }) => item))
    await proposeDrafts(
      call,
      draftsOf(
        next,
        compared.proposed.registers.filter(({ source }) => !left.has(source.id)),
      ),
      place,
    )
    call.move(plan, [own], 'renew', {
      document: next.id,
      title: next.title,
      ...(next.toYear !== null && { untilOn: `${next.toYear}-12-31` }),
    })
    call.move(planItem, items, 'confirm')
    call.move(policyDocument, [old], 'supersede')
    call.move(policyDocument, [next], 'confirm')
    const decided = Object.values(decisions)
    return {
      plan: own.id,
      applied: decided.filter((each) => each === 'apply').length,
      left: decided.filter((each) => each === 'leave').length,
    }
  },
})

async function runningOf(call: Call, next: PolicyDocument): Promise<Running | Refusal> {
  if (next.state !== 'draft')
    return refuse(
      'conflict',
      'plan.already-confirmed',
      `“${next.title}”已经确认或弃用，不能重复办理`,
      `“${next.title}” has been confirmed or discarded before`,
    )
  if (next.supersedes === null) return noVersion(next)
  const old = await call.read(policyDocument, next.supersedes)
  const [own] = await call.find(plan, { field: 'document', is: old.id })
  if (!own) return overtaken(old)
  const inForce = (state: string) => ({
    all: [
      { field: 'plan', is: own.id as string },
      { field: 'state', is: state },
    ],
  })
  return {
    old,
    own,
    running: {
      targets: await call.find(target, inForce('active')),
      tasks: await call.find(task, { all: [{ field: 'plan', is: own.id as string }, STANDING] }),
      lists: await call.find(plannedRegister, inForce('active')),
    },
  }
}

interface Running {
  readonly old: PolicyDocument
  readonly own: Plan
  readonly running: RunningParts
}

function againstDecisions(changes: readonly ProgrammeChange[], decisions: AdoptVersion['decisions']): Refusal | undefined {
  const open = changes.filter(({ kind }) => kind !== 'same')
  const keys = new Set(open.map(({ key }) => key))
  if (Object.keys(decisions).some((key) => !keys.has(key))) return movedOn()
  const missing = open.filter(({ key }) => decisions[key] === undefined)
  return missing.length > 0 ? undecided(missing.map(({ title }) => title)) : undefined
}

/** “《…》（苏政发〔2026〕1号）”, with what the person says besides. */
function becauseOf({ title, documentNo }: PolicyDocument, reason: string | undefined): string {
  return `依据《${title}》${documentNo ? `（${documentNo}）` : ''}${reason ? `；${reason}` : ''}`
}

type TargetPlace = Place & { readonly fromYear: number | null }

function applyTargets(
  call: Call,
  taken: readonly ProgrammeChange[],
  { targets: proposed }: Proposed,
  rows: readonly Target[],
  place: TargetPlace,
): void {
  const byItem = new Map(proposed.map((each) => [each.source.id as string, each]))
  const byId = new Map(rows.map((row) => [row.id as string, row]))
  const targetOf = new Map<string, Id<'target'>>()
  for (const { running, item, kind } of taken.filter(({ subject }) => subject === 'target')) {
    const [row, own] = [byId.get(running ?? ''), byItem.get(item ?? '')]
    if (row && own) {
      call.change(target, row, {
        ...placeOfItem(own.source),
        document: place.document,
        ...(kind === 'changed' && askedBy(own)),
        ...reasonOf(row, own),
      })
      targetOf.set(own.source.id, row.id)
    } else if (row) dropTarget(call, row, rows)
  }
  const inUse = new Set(rows.flatMap(({ indicator }) => indicator ?? []))
  const fresh = taken.flatMap(({ subject, kind, item }) => (subject === 'target' && kind === 'new' ? (byItem.get(item ?? '') ?? []) : []))
  createTargets(
    call,
    fresh.map((each) => counted(each, inUse)),
    targetOf,
    place,
  )
}

/** Why it stands where it does is told with the numbers of the new text. */
function reasonOf(row: Target, { relation, relationWhy }: ProposedTarget) {
  return row.relation === relation ? { relationWhy: { ...relationWhy } } : {}
}

/** What stood under a headline that goes stands for itself from now on. */
function dropTarget(call: Call, row: Target, rows: readonly Target[]): void {
  for (const under of rows.filter(({ parent }) => parent === row.id)) call.change(target, under, { parent: null, relation: 'headline' })
  call.move(target, [row], 'takeOut')
}

/** An indicator that another target of the plan is held against would count twice. */
function counted(proposed: ProposedTarget, inUse: ReadonlySet<string>): ProposedTarget {
  return proposed.indicator !== null && inUse.has(proposed.indicator) ? { ...proposed, indicator: null, part: null } : proposed
}

/** Headlines first, so that what stands under them can name them. */
function createTargets(call: Call, fresh: readonly ProposedTarget[], targetOf: Map<string, Id<'target'>>, place: TargetPlace): void {
  const heads = fresh.filter(({ parent }) => parent === null)
  const ids = call.create(
    target,
    heads.map((each) => targetValues(each, null, place)),
  )
  heads.forEach(({ source }, at) => targetOf.set(source.id, ids[at]!))
  const under = fresh.filter(({ parent }) => parent !== null)
  call.create(
    target,
    under.map((each) => {
      const parent = targetOf.get(each.parent!) ?? null
      return targetValues(parent === null ? { ...each, relation: 'headline' } : each, parent, place)
    }),
  )
}

function applyTasks(call: Call, taken: readonly ProgrammeChange[], { tasks }: Proposed, { tasks: rows }: RunningParts, place: Place): void {
  for (const { running, item, kind } of taken.filter(({ subject }) => subject === 'task')) {
    const row = rows.find(({ id }) => id === running)
    const own = tasks.find((each) => each.item === item)
    if (row && own) {
      const {
        lead: _lead,
        support: _support,
        dueYear: _due,
        title: _title,
        joint: _joint,
        note: _note,
        actionClass: _class,
        ...where
      } = taskFields(own)
      const there = { ...where, document: place.document }
      const changed = { ...taskFields(own), ...withUnits(own, row), document: place.document }
      if (isOpenToChange(row)) call.change(task, row, kind === 'changed' ? changed : there)
      else if (kind === 'changed' && isUnderWay(row)) call.move(task, [row], 'revise', changed)
      else call.move(task, [row], 'renew', there)
    } else if (row) dropTask(call, row)
    else if (own) call.create(task, [taskValues(own, { plan: place.plan, document: place.document })])
  }
}

const isUnderWay = ({ state }: Task) => state === 'assigned' || state === 'running'

/** A unit that a person chose for a name stays chosen where the new version names it again. */
function withUnits({ lead, support }: Proposed['tasks'][number], row: Task) {
  const chosen = new Map([...(row.lead ?? []), ...(row.support ?? [])].map(({ name, unit }) => [name, unit]))
  const kept = (units: typeof lead) => units.map((unit) => ({ ...unit, unit: unit.unit ?? chosen.get(unit.name) ?? null }))
  return { lead: kept(lead), support: kept(support) }
}

/** What is done stays done; what is on its way ends, and its unit hears of it. */
function dropTask(call: Call, row: Task): void {
  if (row.state === 'planned') call.move(task, [row], 'takeOut')
  else if (row.state !== 'closed') call.move(task, [row], 'drop')
}

function applyLists(
  call: Call,
  taken: readonly ProgrammeChange[],
  { registers }: ComparedVersion['proposed'],
  { lists: rows }: RunningParts,
  place: Place,
): void {
  for (const { running, item } of taken.filter(({ subject }) => subject === 'list')) {
    const row = rows.find(({ id }) => id === running)
    const own = registers.find(({ source }) => source.id === item)
    if (row && own) call.change(plannedRegister, row, { item: own.source.id, document: place.document })
    else if (row) call.move(plannedRegister, [row], 'takeOut')
    else if (own) call.create(plannedRegister, [registerValues(own, { plan: place.plan, document: place.document })])
  }
}
