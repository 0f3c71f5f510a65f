import { z } from 'zod'
import { words } from './problem.ts'
import { taskUnit } from './tasks.ts'

export const relation = z.enum(['headline', 'part', 'beside', 'restated', 'open'])

/** What a person may change of a proposed target: by item id. */
const targetChange = z.object({
  indicator: z.string().nullable().optional(),
  /** A named part of the indicator. */
  part: z.string().nullable().optional(),
  /** The item of the headline it stands under; null for a headline. */
  parent: z.uuid().nullable().optional(),
  relation: relation.optional(),
})
const names = z.array(z.string().trim().min(1).max(100)).max(50)
const taskChange = z.object({
  leftOut: z.boolean().optional(),
  lead: names.optional(),
  support: names.optional(),
  dueYear: z.int().min(1990).max(2100).nullable().optional(),
})
const settingChoice = z.object({
  indicator: z.string(),
  setting: z.string(),
  choice: z.string(),
  reason: z.string().trim().min(1).max(2000),
})

/**
 * POST /commands/programmes.confirm-plan — the draft becomes a running plan: a `target` for each target item that is not removed, under its
 * headline, a `task` for each measure, a `planned_register` for each list, and as proposals to be decided a `register_draft` for each list
 * that no register keeps and a `policy_instrument` for each benefit. What is not named here stays as proposed.
 * Confirming twice is refused (plan.already-confirmed).
 */
export const confirmPlanInput = z.object({
  document: z.uuid(),
  /** Item id → indicator code; items not named here keep the proposed indicator, null unties. */
  indicators: z.record(z.uuid(), z.string().nullable()).optional(),
  targets: z.record(z.uuid(), targetChange).optional(),
  /** By the item of the heading. */
  tasks: z.record(z.uuid(), taskChange).optional(),
  /** List item → register, or null for one that is not set up. */
  registers: z.record(z.uuid(), z.string().nullable()).optional(),
  settings: z.array(settingChoice).max(100).optional(),
  /** The codes of the fields that make the plan's own classification; none without it. */
  fields: z.array(z.string().max(20)).max(500).optional(),
})
export const confirmPlanAnswer = z.object({
  plan: z.uuid(),
  targets: z.int(),
  counted: z.int(),
  tasks: z.int(),
  registers: z.int(),
})

const settingShown = z.object({
  setting: z.string(),
  question: words,
  basis: words,
  choice: z.string(),
  /** Nobody has decided: the choice is the rule's own. */
  standard: z.boolean(),
  choices: z.array(z.object({ choice: z.string(), label: words })),
})
/** A setting as it stands, with who decided it and when. */
export const standingSetting = settingShown.extend({
  decided: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
})

/** GET /queries/programmes.proposal?document=… — what confirming would make, with the reasons; everything can be changed. */
export const proposalInput = z.object({ document: z.uuid() })
export const proposedTarget = z.object({
  item: z.uuid(),
  label: z.string(),
  quote: z.string(),
  low: z.string().nullable(),
  high: z.string().nullable(),
  unit: z.string().nullable(),
  comparator: z.string().nullable(),
  deadline: z.string().nullable(),
  period: z.string().nullable(),
  relation,
  parent: z.uuid().nullable(),
  relationWhy: words,
  indicator: z.string().nullable(),
  indicatorWhy: words.nullable(),
  part: z.string().nullable(),
  /** The published statistic that follows the target once the plan is confirmed, where no register counts it. */
  statistic: words.nullable(),
})
export const proposal = z.object({
  document: z.object({ id: z.uuid(), title: z.string(), state: z.string(), mayConfirm: z.boolean() }),
  targets: z.array(proposedTarget),
  tasks: z.array(
    z.object({
      item: z.uuid(),
      title: z.string(),
      under: z.string().nullable(),
      actionClass: z.string().nullable(),
      dueYear: z.int().nullable(),
      lead: z.array(taskUnit),
      support: z.array(taskUnit),
      joint: z.boolean(),
    }),
  ),
  registers: z.array(
    z.object({ item: z.uuid(), name: z.string(), kind: z.string().nullable(), register: z.string().nullable(), why: words }),
  ),
  /** Counted indicators with their named parts and open questions. */
  indicators: z.array(
    z.object({
      code: z.string(),
      title: words,
      unit: words,
      parts: z.array(z.object({ part: z.string(), title: words })),
      settings: z.array(settingShown),
    }),
  ),
  kept: z.array(z.object({ name: z.string(), title: words })),
  /** Benefits that will stand as proposals, to be decided once the plan runs. */
  benefits: z.array(z.object({ title: z.string(), words: z.string(), quote: z.string() })),
  /** Fields to choose the plan's own classification from. */
  fields: z.array(z.object({ code: z.string(), title: z.string(), parent: z.string().nullable(), places: z.array(words) })),
  removed: z.int(),
})

/** POST /commands/programmes.choose-setting — from now on the figure is counted this way; earlier days keep what held then. */
export const chooseSettingInput = settingChoice

/** GET /queries/programmes.settings?asOf=… — every open question of every indicator with the answer that held on that day. */
export const settingsInput = z.object({ asOf: z.iso.date().optional() })
export const settings = z.object({
  indicators: z.array(z.object({ code: z.string(), title: words, settings: z.array(standingSetting) })),
})

/** POST /commands/programmes.ask-statistics — the published values whose period is over are asked for, once each. */
export const askStatisticsInput = z.strictObject({})

/** GET /queries/programmes.programme?document=… — what a confirmed plan became. */
export const programmeInput = z.object({ document: z.uuid(), asOf: z.iso.date().optional() })
export const programme = z.object({
  plan: z.object({ id: z.uuid(), title: z.string(), from: z.string().nullable(), until: z.string().nullable() }),
  document: z.object({ id: z.uuid(), title: z.string(), hasText: z.boolean() }),
  /** The pack it was installed from, if it was. */
  pack: z.object({ code: z.string(), version: z.string(), sha256: z.string() }).nullable(),
  targets: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      parent: z.uuid().nullable(),
      relation,
      relationWhy: words.nullable(),
      low: z.string().nullable(),
      high: z.string().nullable(),
      unit: z.string().nullable(),
      comparator: z.string().nullable(),
      deadline: z.string().nullable(),
      period: z.string().nullable(),
      indicator: z.string().nullable(),
      part: z.string().nullable(),
      quote: z.string(),
      item: z.uuid(),
      /** What stands in place of a number: 全国平均水平. */
      benchmark: z.string().nullable(),
      /** The figure held against it, where it is counted, or the value last published. */
      value: z.string().nullable(),
      /** Whether entries of a register are counted for it, or published values entered; null when nothing follows it. */
      follows: z.enum(['register', 'statistic']).nullable(),
      /** Of a published value, where it comes from. */
      source: z.object({ period: z.string(), title: z.string(), knownOn: z.string() }).nullable(),
    }),
  ),
  registers: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      kind: z.string().nullable(),
      register: z.string().nullable(),
      registerTitle: words.nullable(),
      why: words.nullable(),
      item: z.uuid(),
    }),
  ),
  settings: z.array(standingSetting.extend({ indicator: z.string(), indicatorTitle: words })),
  tasks: z.int(),
})

export type Proposal = z.infer<typeof proposal>
export type Programme = z.infer<typeof programme>
export type Settings = z.infer<typeof settings>
export type StandingSetting = z.infer<typeof standingSetting>
export type Relation = z.infer<typeof relation>
export type ConfirmPlan = z.infer<typeof confirmPlanInput>
