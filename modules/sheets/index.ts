import { keepLayout, restoreLayout } from './commands/layouts.ts'
import { layout, layouts } from './queries/views.ts'
import { sheetLayout } from './registers/sheet-layout.register.ts'

export { brokenLayouts, heldLayout, putLayout } from './commands/layouts.ts'
export { layoutsOf } from './queries/layouts.ts'
export { sheetLayout } from './registers/sheet-layout.register.ts'
export { SHEET_KEEPER } from './rules/rights.ts'

export const sheets = {
  registers: [sheetLayout],
  commands: [keepLayout, restoreLayout],
  queries: [layouts, layout],
}
