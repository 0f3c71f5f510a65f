import { keepLayoutInput, type LayoutColumn, layoutInput } from '#contract/sheets.ts'
import type { Catalogue } from '#engine/define/catalogue.ts'
import { type FieldFault, type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import type { Call } from '#engine/store/call.ts'
import { command, invalid } from '#engine/store/command.ts'
import { layoutFaults } from '#engine/transfer/layouts.ts'
import { holdLayouts } from '../queries/layouts.ts'
import { type SheetLayoutEntry, sheetLayout } from '../registers/sheet-layout.register.ts'
import { isLaidOut } from '../rules/laid-out.ts'
import { SHEET_KEEPER } from '../rules/rights.ts'

/** The columns of a register's sheet stand in this order and under these titles from now on, in template, import and export. */
export const keepLayout = command({
  name: 'sheets.keep-layout',
  label: { zh: '保存表格版式', en: 'Keep a sheet layout' },
  input: keepLayoutInput,
  right: SHEET_KEEPER,
  async run(call, { register: name, columns, seen }) {
    const register = laidOutRegister(call.facts.store.catalogue, name)
    if (!register) return noSheet(name)
    const faults = layoutFaults(register, { columns })
    if (faults.length > 0) return invalid(faults)
    const own = await heldLayout(call, name)
    if ((own?.version ?? 0) !== seen) return changedSince()
    putLayout(call, own, { register: name, columns })
    return { register: name }
  },
})

/** The definition's own order and titles again. */
export const restoreLayout = command({
  name: 'sheets.restore-layout',
  label: { zh: '恢复默认表格版式', en: 'Restore a sheet layout' },
  input: layoutInput,
  right: SHEET_KEEPER,
  async run(call, { register }) {
    const own = await heldLayout(call, register)
    if (own?.state !== 'active')
      return refuse('conflict', 'layout.is-default', '此表已是默认版式', 'this sheet has the layout of its definition')
    call.move(sheetLayout, [own], 'restore')
    return { register }
  },
})

/** The layout that is kept for a register, in force or not; held, so that two who keep the first one do not make two. */
export async function heldLayout(call: Call, register: string): Promise<SheetLayoutEntry | undefined> {
  await holdLayouts(call)
  const [own] = await call.find(sheetLayout, { field: 'register', is: register })
  return own
}

/** Puts a layout in force that was found sound. */
export function putLayout(
  call: Call,
  own: SheetLayoutEntry | undefined,
  { register, columns }: { readonly register: string; readonly columns: readonly LayoutColumn[] },
): void {
  const kept = columns.map(plain)
  if (!own) call.create(sheetLayout, [{ register, columns: kept }])
  else if (own.state === 'active') call.change(sheetLayout, own, { columns: kept })
  else call.move(sheetLayout, [own], 'adopt', { columns: kept })
}

/** What stands against layouts that a pack brings; undefined when all fit the registers of this installation. */
export function brokenLayouts(
  catalogue: Catalogue,
  layouts: readonly { readonly register: string; readonly columns: readonly LayoutColumn[] }[],
): Refusal | undefined {
  const faults = layouts.flatMap(({ register: name, columns }): readonly FieldFault[] => {
    const register = laidOutRegister(catalogue, name)
    if (!register) return [{ path: name, message: noSheet(name).words }]
    return layoutFaults(register, { columns }).map((fault) => ({ ...fault, path: `${name}.${fault.path}` }))
  })
  return faults.length === 0 ? undefined : invalid(faults)
}

function laidOutRegister(catalogue: Catalogue, name: string): Register | undefined {
  const register = catalogue.get(name)
  return register && isLaidOut(register) ? register : undefined
}

/** Only what says something: a title of blanks is none. */
function plain({ field, title, leftOut }: LayoutColumn) {
  return { field, ...(title && { title }), ...(leftOut && { leftOut }) }
}

function noSheet(name: string): Refusal {
  return refuse(
    'not_found',
    'layout.no-sheet',
    `没有可以用表格填报的台账“${name}”`,
    `there is no register “${name}” that is filled in by sheets`,
  )
}

function changedSince(): Refusal {
  return refuse(
    'conflict',
    'layout.changed',
    '这张表的版式在您打开之后已被他人修改，请刷新后再改',
    'somebody else has changed this layout since you opened it; reload and change it again',
  )
}
