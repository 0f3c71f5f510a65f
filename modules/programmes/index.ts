import { chooseSetting } from './commands/choose-setting.ts'
import { confirmPlan } from './commands/confirm-plan.ts'
import { figure, overview } from './queries/figure.ts'
import { figureEntries } from './queries/figure-entries.ts'
import { programme } from './queries/programme.ts'
import { proposal } from './queries/proposal.ts'
import { settings } from './queries/settings.ts'
import { figureSetting } from './registers/figure-setting.register.ts'
import { installedPack } from './registers/installed-pack.register.ts'
import { plannedRegister } from './registers/planned-register.register.ts'

export const programmes = {
  registers: [figureSetting, plannedRegister, installedPack],
  commands: [confirmPlan, chooseSetting],
  queries: [figure, overview, figureEntries, proposal, settings, programme],
}
