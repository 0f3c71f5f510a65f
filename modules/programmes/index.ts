import { confirmPlan } from './commands/confirm-plan.ts'
import { figure, overview } from './queries/figure.ts'
import { figureEntries } from './queries/figure-entries.ts'

export const programmes = { registers: [], commands: [confirmPlan], queries: [figure, overview, figureEntries] }
