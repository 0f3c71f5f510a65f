import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'

/** The act of an entry that was taken back (取回). */
export const TAKE_BACK = 'takeBack'

/** The act with which an old entry came in (历史导入). */
export const PAST_ACT = 'import-history'

const COMMON_ACTS: Readonly<Record<string, Words>> = {
  create: { zh: '新增', en: 'Created' },
  edit: { zh: '修改', en: 'Edited' },
  [TAKE_BACK]: { zh: '取回', en: 'Taken back' },
  [PAST_ACT]: { zh: '历史导入', en: 'Brought in as history' },
}

/** What was done to an entry, in the words of its register. */
export function actWords(register: Register, act: string): Words {
  return register.moves[act]?.label ?? COMMON_ACTS[act] ?? { zh: act, en: act }
}
