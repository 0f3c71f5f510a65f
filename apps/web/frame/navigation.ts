import type { RegisterList } from '../api/types.ts'
import { frameTexts } from '../texts/texts-frame.ts'
import { postTexts } from '../texts/texts-posts.ts'
import { programmeTexts } from '../texts/texts-programme.ts'
import { reportTexts } from '../texts/texts-reports.ts'
import type { Words } from '../texts/words.ts'
import type { IconName } from '../theme/icons.tsx'

type Room =
  | '/work'
  | '/overview'
  | '/plans'
  | '/tasks'
  | '/targets'
  | '/registers'
  | '/calls'
  | '/batches'
  | '/reports'
  | '/posts'
  | '/administration'

/** A room in the navigation. */
export interface NavigationItem {
  readonly to: Room
  readonly icon: IconName
  readonly title: Words
  /** Shown when the person may read one of these registers; always when none is named. */
  readonly needs: readonly string[]
  /** Or may give this command. */
  readonly gives?: string
}

/** The rooms in the officials' order; those not built, or not open to the person, are not shown. */
export const ROOMS: readonly NavigationItem[] = [
  { to: '/work', icon: 'work', title: frameTexts.work, needs: [] },
  { to: '/overview', icon: 'overview', title: frameTexts.overview, needs: [] },
  { to: '/plans', icon: 'plans', title: frameTexts.plans, needs: ['policy_document', 'target'] },
  { to: '/tasks', icon: 'tasks', title: programmeTexts.taskRoom, needs: ['task'] },
  { to: '/registers', icon: 'registers', title: frameTexts.registers, needs: [] },
  { to: '/calls', icon: 'calls', title: frameTexts.calls, needs: [] },
  { to: '/batches', icon: 'batches', title: frameTexts.batches, needs: ['batch'] },
  { to: '/reports', icon: 'file', title: reportTexts.room, needs: ['report', 'dispatch_round'] },
  { to: '/posts', icon: 'mine', title: postTexts.posts, needs: ['post'] },
  {
    to: '/administration',
    icon: 'administration',
    title: frameTexts.administration,
    needs: ['person', 'tenure', 'secrecy_incident'],
    gives: 'programmes.install-pack',
  },
]

/** Registers with rooms of their own; the others are the content that 名录台账 lists. */
const ADMINISTRATION = [
  'area',
  'area_group',
  'area_succession',
  'org_unit',
  'post',
  'person',
  'tenure',
  'classification',
  'classification_term',
  'crosswalk',
  'statistical_indicator',
  'secrecy_incident',
] as const
const OWN_ROOM = [
  'policy_document',
  'plan_item',
  'plan',
  'target',
  'task',
  'task_report',
  'planned_register',
  'register_draft',
  'policy_instrument',
  'figure_setting',
  'installed_pack',
  'unit_alias',
  'batch',
  'call',
  'recommendation',
  'objection',
  'holiday',
  'report',
  'report_template',
  'dispatch_round',
  'dispatch_return',
  'round_terms',
  'indicator',
  'work_item',
  'copy',
  'saved_view',
  'take_back_window',
  'assistant_switch',
  'notice_channel',
  'notice_template',
  'sheet_layout',
]

/** The rooms this person may enter. */
export function roomsFor({ registers, commands }: RegisterList): readonly NavigationItem[] {
  const readable = new Set(registers.map(({ name }) => name))
  const mayGive = (command: string | undefined) => command !== undefined && commands.includes(command)
  return ROOMS.filter(({ needs, gives }) => needs.length === 0 || needs.some((name) => readable.has(name)) || mayGive(gives))
}

/** The room of a page whose address does not begin with that of its room. */
export function roomOf(path: string): Room | undefined {
  const [, first = '', second = ''] = path.split('/')
  return first === 'registers' && isAdministrative(second) ? '/administration' : ELSEWHERE[first]
}

const ELSEWHERE: Readonly<Record<string, Room>> = {
  calendar: '/administration',
  packs: '/administration',
  channels: '/administration',
  sheets: '/administration',
  'take-back': '/administration',
  assistant: '/administration',
  recommendations: '/calls',
  checking: '/work',
}

/** Published values come after what the province keeps itself. */
const LAST = ['statistic']

/** The registers that 名录台账 lists. */
export function contentRegisters({ registers }: RegisterList): RegisterList['registers'] {
  const content = registers.filter(({ name }) => !OWN_ROOM.includes(name) && !isAdministrative(name))
  return content.toSorted((a, b) => LAST.indexOf(a.name) - LAST.indexOf(b.name))
}

/** The registers of the administration. */
export function administrativeRegisters({ registers }: RegisterList): RegisterList['registers'] {
  return registers.filter(({ name }) => isAdministrative(name))
}

const isAdministrative = (name: string) => (ADMINISTRATION as readonly string[]).includes(name)
