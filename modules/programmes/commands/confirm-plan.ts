import { confirmPlanInput } from '#contract/programmes.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Call } from '#engine/store/call.ts'
import { command } from '#engine/store/command.ts'
import { countedIndicators, PLANNER, type PolicyDocument, plan, planItem, policyDocument, target } from '#modules/plans/index.ts'
import { task } from '#modules/tasks/index.ts'
import { type Proposed, type ProposedTarget, propose } from '../queries/propose.ts'
import { plannedRegister } from '../registers/planned-register.register.ts'
import { faultOf } from '../rules/confirm-faults.ts'
import { newVersion } from '../rules/version-refusals.ts'
import { keepSetting } from './choose-setting.ts'
import { type Place, registerValues, targetValues, taskValues } from './entry-values.ts'
import { keepFields } from './keep-fields.ts'
import { keepStatistics } from './keep-statistics.ts'
import { draftsOf, proposeDrafts } from './pack-proposals.ts'

/** A checked document becomes a programme that runs: targets under their headlines, tasks with their units, lists with their registers. */
export const confirmPlan = command({
  name: 'programmes.confirm-plan',
  label: { zh: '确认方案', en: 'Confirm a plan' },
  input: confirmPlanInput,
  right: PLANNER,
  async run(call, { document: id, ...changes }) {
    const document = await call.read(policyDocument, id)
    if (document.state !== 'draft') return alreadyConfirmed(document)
    if (document.supersedes !== null) return newVersion(document)
    const all = await call.find(planItem, { field: 'document', is: id })
    const proposed = await propose(
      call.facts.store,
      document,
      all.filter(({ state }) => state === 'found' || state === 'checked'),
      changes,
    )
    const fault = against(call, proposed)
    if (fault) return fault

    const [made] = call.create(plan, [
      { title: document.title, document: document.id, fromOn: day(document.fromYear, '01-01'), untilOn: day(document.toYear, '12-31') },
    ])
    const place = { plan: made!, document: document.id }
    const followed = await keepStatistics(call, proposed.targets)
    createTargets(call, followed, { ...place, fromYear: document.fromYear })
    call.create(
      task,
      proposed.tasks.map((each) => taskValues(each, place)),
    )
    call.create(
      plannedRegister,
      proposed.registers.map((each) => registerValues(each, place)),
    )
    await proposeDrafts(call, draftsOf(document, proposed.registers), place)
    await keepFields(call, document, changes.fields ?? [])
    for (const chosen of changes.settings ?? []) {
      const refused = await keepSetting(call, chosen)
      if (refused) return refused
    }
    call.move(planItem, all, 'confirm')
    call.move(policyDocument, [document], 'confirm')
    return {
      plan: made!,
      targets: proposed.targets.length,
      counted: proposed.targets.filter(({ indicator }) => indicator !== null).length,
      tasks: proposed.tasks.length,
      registers: proposed.registers.length,
    }
  },
})

function against(call: Call, { targets, registers }: Proposed): Refusal | undefined {
  const { catalogue } = call.facts.store
  return faultOf(
    targets.map(({ source, ...rest }) => ({ ...rest, item: source.id, label: source.label })),
    countedIndicators(catalogue).map(({ code, rule }) => ({ code, parts: Object.keys(rule.parts ?? {}) })),
    new Set(catalogue.all.map(({ name }) => name)),
    registers.flatMap(({ register }) => (register === null ? [] : [register])),
  )
}

/** Headlines first, so that what stands under them can name them. */
function createTargets(call: Call, targets: readonly ProposedTarget[], place: Place & { readonly fromYear: number | null }): void {
  const heads = targets.filter(({ parent }) => parent === null)
  const ids = call.create(
    target,
    heads.map((each) => targetValues(each, null, place)),
  )
  const idOf = new Map(heads.map(({ source }, at) => [source.id as string, ids[at]!]))
  const under = targets.filter(({ parent }) => parent !== null)
  call.create(
    target,
    under.map((each) => targetValues(each, idOf.get(each.parent!) ?? null, place)),
  )
}

function alreadyConfirmed({ state, title }: PolicyDocument): Refusal {
  return state === 'confirmed'
    ? refuse(
        'conflict',
        'plan.already-confirmed',
        `“${title}”已经确认过，不能重复确认；请到“方案目标”查看`,
        `“${title}” has been confirmed before; see its targets`,
      )
    : refuse('state', 'plan.discarded', `“${title}”已弃用，不能确认`, `“${title}” was discarded and cannot be confirmed`)
}

function day(year: number | null, rest: string): string | null {
  return year === null ? null : `${year}-${rest}`
}
