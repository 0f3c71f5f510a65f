import { confirmPlan } from './commands/confirm-plan.ts'
import { figureEntries } from './queries/figure-entries.ts'
import { figure, overview } from './queries/figure.ts'

export const programmes = { registers: [], commands: [confirmPlan], queries: [figure, overview, figureEntries] }
