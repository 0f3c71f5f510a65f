import { mayInGeneral } from '#engine/access/may-in-general.ts'
import type { Actor } from '#engine/define/actor.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { pastOf } from '#engine/store/import-history.ts'

/** A sheet makes entries or changes them; who may only look has nothing to hand in. */
export function mayImport(register: Register, actor: Actor): boolean {
  return !register.createVia && (['create', 'edit'] as const).some((right) => mayInGeneral(register, actor, right))
}

/** What stands against handing in a sheet of a register: of entries, or of history. */
export function againstImport(register: Register, actor: Actor, what: 'entries' | 'history'): Refusal | undefined {
  if (what === 'history') return againstPast(register, actor)
  return mayImport(register, actor) ? undefined : noRight()
}

/** Old entries are brought in by who publishes. */
export function againstPast(register: Register, actor: Actor): Refusal | undefined {
  const past = pastOf(register)
  if (!past)
    return refuse(
      'invalid',
      'import.no-history',
      `“${register.title.zh}”不以文件公布，没有历史导入；请用普通导入`,
      `${register.title.en} are not published by a document and have no history to bring in; import them as usual`,
    )
  if (mayInGeneral(register, actor, past.move)) return undefined
  return refuse(
    'forbidden',
    'import.no-history-right',
    '历史导入只由有权公布的岗位办理，请与省级主管处室联系',
    'only the post that publishes may bring in old entries; ask the division in charge',
  )
}

function noRight(): Refusal {
  return refuse(
    'forbidden',
    'import.no-right',
    '您的岗位不能向该台账导入，请与有权岗位联系',
    'your post cannot import into this register; ask the post that may',
  )
}
