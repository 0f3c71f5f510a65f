import { decideConflictInput } from '#contract/packs.ts'
import { refuse } from '#engine/define/refusal.ts'
import { command } from '#engine/store/command.ts'
import { PLANNER } from '#modules/plans/index.ts'
import { keptPack, packRows } from '../queries/pack-rows.ts'
import { installedPack } from '../registers/installed-pack.register.ts'
import { conflictsOf } from '../rules/pack-conflicts.ts'
import { changePart, takeOutPart } from './change-parts.ts'

/** Decides one difference that an upgrade left: the province's value stays, or the new version's is taken. */
export const decideConflict = command({
  name: 'programmes.decide-conflict',
  label: { zh: '决定方案包差异', en: 'Decide a difference' },
  input: decideConflictInput,
  right: PLANNER,
  async run(call, { code, key, field, take }) {
    const [installed] = await call.find(installedPack, { field: 'code', is: code })
    const open = installed ? conflictsOf(installed.conflicts) : []
    const decided = open.find((each) => each.key === key && each.field === field)
    if (!installed || !decided)
      return refuse(
        'not_found',
        'pack.no-conflict',
        '没有这一项待定的差异，可能已经决定；请刷新后查看',
        'there is no such difference to decide; perhaps it has been decided, reload and look',
      )
    call.because(take === 'own' ? '保留本省内容' : `采用方案包 ${installed.edition} 版`)
    if (take === 'next') {
      const pack = keptPack(installed.base)
      const rows = await packRows(call, installed.plan, [key])
      if (field === '') takeOutPart(call, rows, key)
      else await changePart(call, rows, key, { [field]: decided.next }, pack)
    }
    const rest = open.filter((each) => each !== decided).map((each) => JSON.parse(JSON.stringify(each)) as string) // JSON as it was kept
    call.change(installedPack, installed, { conflicts: rest })
    return { left: rest.length }
  },
})
