import { useState } from 'react'
import type { ConfirmPlan, Proposal } from '#contract/programmes.ts'

interface Changes {
  readonly targets: NonNullable<ConfirmPlan['targets']>
  readonly tasks: NonNullable<ConfirmPlan['tasks']>
  readonly registers: NonNullable<ConfirmPlan['registers']>
}

type TargetChange = Changes['targets'][string]
type TaskChange = Changes['tasks'][string]

/** A setting somebody has touched on the way to confirming. */
export interface SettingDraft {
  readonly choice: string
  readonly reason: string
}

/** What a person changed of a proposal, and the proposal with it. */
export type ConfirmChanges = ReturnType<typeof useConfirmChanges>

/** Keeps what was changed by item; what was not touched stays as proposed. */
export function useConfirmChanges(proposal: Proposal, indicators: Readonly<Record<string, string | null>>) {
  const [targets, setTargets] = useState<Changes['targets']>({})
  const [tasks, setTasks] = useState<Changes['tasks']>({})
  const [registers, setRegisters] = useState<Changes['registers']>({})
  const [settings, setSettings] = useState<Readonly<Record<string, SettingDraft>>>({})
  // What heads a clause or stands in a list of fields is a field of the plan, unless a person says no.
  const [fields, setFields] = useState<ReadonlySet<string>>(() => new Set(proposal.fields.map(({ code }) => code)))
  const changed = proposal.targets.map((target) => {
    const chosen = Object.hasOwn(indicators, target.item) ? { indicator: indicators[target.item] ?? null } : {}
    return { ...target, ...chosen, ...given(targets[target.item] ?? {}) }
  })
  return {
    targets: changed,
    tasks: proposal.tasks.map((task) => ({ ...task, ...namesOf(task, tasks[task.item]) })),
    registers: proposal.registers.map((each) => ({
      ...each,
      register: Object.hasOwn(registers, each.item) ? (registers[each.item] ?? null) : each.register,
    })),
    settings,
    fields,
    chooseFields: (codes: readonly string[]) => setFields(new Set(codes)),
    changeTarget: (item: string, change: TargetChange) => setTargets((all) => ({ ...all, [item]: { ...all[item], ...change } })),
    changeTask: (item: string, change: TaskChange) => setTasks((all) => ({ ...all, [item]: { ...all[item], ...change } })),
    changeRegister: (item: string, register: string | null) => setRegisters((all) => ({ ...all, [item]: register })),
    changeSetting: (key: string, draft: SettingDraft) => setSettings((all) => ({ ...all, [key]: draft })),
    /** As the command wants it. */
    body: (): Omit<ConfirmPlan, 'document'> => ({
      indicators,
      targets,
      tasks,
      registers,
      settings: chosenSettings(settings),
      fields: [...fields],
    }),
  }
}

/** A change that was not made says nothing. */
function given(change: TargetChange): { [Name in keyof TargetChange]?: Exclude<TargetChange[Name], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

function namesOf(task: Proposal['tasks'][number], change: TaskChange = {}) {
  return {
    leadNames: change.lead ?? task.lead.map(({ name }) => name),
    supportNames: change.support ?? task.support.map(({ name }) => name),
    dueYear: change.dueYear === undefined ? task.dueYear : change.dueYear,
    kept: change.leftOut !== true,
  }
}

/** “indicator/setting”, the key of a touched setting. */
export const settingKey = (indicator: string, setting: string) => `${indicator}/${setting}`

function chosenSettings(settings: Readonly<Record<string, SettingDraft>>): NonNullable<ConfirmPlan['settings']> {
  return Object.entries(settings).map(([key, { choice, reason }]) => {
    const [indicator = '', setting = ''] = key.split('/')
    return { indicator, setting, choice, reason }
  })
}

/** Names as typed, parted by 、 or commas. */
export function namesIn(typed: string): string[] {
  return typed
    .split(/[、,，;；]/)
    .map((name) => name.trim())
    .filter(Boolean)
}
