import { addText } from './commands/add-text.ts'
import { adoptVersion } from './commands/adopt-version.ts'
import { askStatistics } from './commands/ask-statistics.ts'
import { chooseSetting } from './commands/choose-setting.ts'
import { confirmPlan } from './commands/confirm-plan.ts'
import { decideConflict } from './commands/decide-conflict.ts'
import { installPack } from './commands/install-pack.ts'
import { keepTemplate } from './commands/keep-template.ts'
import { confirmedAsSet } from './guards/confirmer-guard.ts'
import { figure, overview } from './queries/figure.ts'
import { figureEntries } from './queries/figure-entries.ts'
import { matrix } from './queries/matrix.ts'
import { packConflicts } from './queries/pack-conflicts.ts'
import { packPreview } from './queries/pack-preview.ts'
import { packProposals, registerDefinition } from './queries/pack-proposals.ts'
import { packs } from './queries/packs.ts'
import { programme } from './queries/programme.ts'
import { proposal } from './queries/proposal.ts'
import { settings } from './queries/settings.ts'
import { version } from './queries/version.ts'
import { figureSetting } from './registers/figure-setting.register.ts'
import { installedPack } from './registers/installed-pack.register.ts'
import { plannedRegister } from './registers/planned-register.register.ts'
import { policyInstrument } from './registers/policy-instrument.register.ts'
import { registerDraft } from './registers/register-draft.register.ts'
import { reportTemplateRegister } from './registers/report-template.register.ts'
import { statistic } from './registers/statistic.register.ts'
import { statisticalIndicator } from './registers/statistical-indicator.register.ts'

export { askDueStatistics } from './commands/ask-statistics.ts'
export { type AreaOfCode, areaSizes } from './queries/area-sizes.ts'
export { brokenTemplates } from './queries/broken-templates.ts'
export { draftPack } from './queries/draft-pack.ts'
export { type Around, aroundFigures, figureOf } from './queries/figure.ts'
export { figureEntries } from './queries/figure-entries.ts'
export { planToCompare } from './queries/kept-plan.ts'
export { restatedIn } from './queries/restated.ts'
export { reportTemplateRegister } from './registers/report-template.register.ts'
export { type Doubt, packDoubts } from './rules/pack-doubts.ts'
export { PACK_FILES, type Pack, packHead, packSchema } from './rules/pack-format.ts'
export { reportTemplate } from './rules/report-template.ts'
export { figuresIn, templateFaults } from './rules/template-faults.ts'

export const programmes = {
  registers: [
    figureSetting,
    plannedRegister,
    installedPack,
    reportTemplateRegister,
    statisticalIndicator,
    statistic,
    registerDraft,
    policyInstrument,
  ],
  commands: [confirmPlan, adoptVersion, chooseSetting, askStatistics, installPack, addText, decideConflict, keepTemplate],
  queries: [
    figure,
    overview,
    figureEntries,
    matrix,
    proposal,
    settings,
    programme,
    packConflicts,
    packs,
    packPreview,
    packProposals,
    version,
  ],
  documents: [registerDefinition],
  guards: [confirmedAsSet],
}
