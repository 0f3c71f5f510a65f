import type { Register } from '#engine/define/register.ts'
import { area, areaGroup, classification, classificationTerm, crosswalk } from '#modules/directory/index.ts'
import { target } from '#modules/plans/index.ts'
import { sheetLayout } from '#modules/sheets/index.ts'
import { task } from '#modules/tasks/index.ts'
import { figureSetting } from '../registers/figure-setting.register.ts'
import { plannedRegister } from '../registers/planned-register.register.ts'
import { reportTemplateRegister } from '../registers/report-template.register.ts'
import { statisticalIndicator } from '../registers/statistical-indicator.register.ts'
import type { PartKind } from '../rules/pack-parts.ts'

/** What a part of each kind is an entry of. */
export const REGISTER_OF: Readonly<Record<PartKind, Register>> = {
  targets: target,
  tasks: task,
  registers: plannedRegister,
  settings: figureSetting,
  classifications: classification,
  terms: classificationTerm,
  crosswalks: crosswalk,
  areas: area,
  areaGroups: areaGroup,
  reports: reportTemplateRegister,
  indicators: statisticalIndicator,
  sheets: sheetLayout,
}
