import type { Row } from '#engine/access/holds.ts'
import { type FieldFault, type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { actWords } from '#engine/derive/act-words.ts'

/** What one command may take on at once; more is refused rather than cut without a word. */
export const MOST_AT_ONCE = 20_000

/** A rule found more entries than a command may hold at once. */
export function tooMany(register: Register): Refusal {
  return refuse(
    'too_large',
    'command.too-many',
    `一次最多办理 ${MOST_AT_ONCE} 条“${register.title.zh}”，请分批办理`,
    `at most ${MOST_AT_ONCE} ${register.title.en} can be handled at once; do it in parts`,
  )
}

/** There is no such entry, or the person may not know of it: the two answers are the same on purpose. */
export function notFound(register: Register, id: string): Refusal {
  return refuse(
    'not_found',
    'entry.not-found',
    `${register.title.zh}中没有这条记录（${id}），或您的岗位无权查看`,
    `${register.title.en} has no entry ${id}, or your post may not read it`,
  )
}

/** The entry’s state allows no change; told with the moves that make it possible again, where there are some. */
export function notEditable(register: Register, row: Row): Refusal {
  const label = register.states[String(row['state'])]?.label
  const ways = waysBack(register, String(row['state']))
  const named = (language: keyof Words, or: string) => ways.map((words) => words[language]).join(or)
  return refuse(
    'state',
    'entry.not-editable',
    `“${titleOf(register, row)}”处于“${label?.zh}”，不能修改${ways.length > 0 ? `；需修改请先办理“${named('zh', '”或“')}”` : '，也没有退回修改的办法'}`,
    `“${titleOf(register, row)}” is ${label?.en} and cannot be changed${ways.length > 0 ? `; first: ${named('en', ' or ')}` : ', and nothing leads back to where it could'}`,
  )
}

/** The moves out of a state into one in which the fields may be changed. */
function waysBack(register: Register, state: string): readonly Words[] {
  return Object.entries(register.states[state]?.moves ?? {})
    .filter(([, to]) => register.states[to]?.editable)
    .flatMap(([move]) => register.moves[move]?.label ?? [])
}

/** The move does not lead out of the entry’s state. */
export function wrongState(register: Register, row: Row, move: string): Refusal {
  const state = register.states[String(row['state'])]?.label
  const label = register.moves[move]?.label ?? { zh: move, en: move }
  return refuse(
    'state',
    'entry.wrong-state',
    `“${titleOf(register, row)}”处于“${state?.zh}”，不能“${label.zh}”；请刷新后再办理`,
    `“${titleOf(register, row)}” is ${state?.en} and cannot take “${label.en}”; reload and look again`,
  )
}

/** How messages name an entry. */
export function titleOf(register: Register, row: Row): string {
  return String(row[register.titleField ?? 'title'] ?? row['id'] ?? register.title.zh)
}

/** What is still missing before a move. */
export function notYet(register: Register, row: Row, move: string, missing: readonly FieldFault[]): Refusal {
  const label = actWords(register, move)
  return refuse(
    'invalid',
    'move.needs',
    `“${titleOf(register, row)}”尚不能${label.zh}：${missing.map(({ message }) => message.zh).join('；')}`,
    `“${titleOf(register, row)}” cannot take “${label.en}” yet: ${missing.map(({ message }) => message.en).join('; ')}`,
    { faults: missing },
  )
}

/** The person’s post does not hold the right over this entry. */
export function noRight(register: Register, row: Row, label: Words): Refusal {
  return refuse(
    'forbidden',
    'entry.no-right',
    `您的岗位无权对“${titleOf(register, row)}”执行“${label.zh}”，请与有权岗位联系`,
    `your post may not “${label.en}” on “${titleOf(register, row)}”`,
  )
}

/** Entries of this register are made by commands only, never by a form. */
export function madeByCommand(register: Register): Refusal {
  return refuse(
    'forbidden',
    'entry.made-by-command',
    `“${register.title.zh}”由系统生成，不能手工新增`,
    `${register.title.en} are made by the system and cannot be added by hand`,
  )
}

/** The move is made by a command only, such as a publication. */
export function byCommandOnly(label: Words): Refusal {
  return refuse(
    'forbidden',
    'move.by-command-only',
    `“${label.zh}”由批次或流程统一办理，不能对单条操作`,
    `“${label.en}” is done for a whole batch, not for one entry`,
  )
}

/** The move asks for a reason and none was given. */
export function reasonMissing(label: Words): Refusal {
  return refuse('invalid', 'move.reason-missing', `“${label.zh}”须说明理由`, `“${label.en}” needs a reason`, {
    faults: [{ path: 'reason', message: { zh: '请填写理由', en: 'give the reason' } }],
  })
}

/** The entry does not fulfil checks of its definition; every fault is told. */
export function checksFailed(faults: readonly FieldFault[]): Refusal {
  const [zh, en] = [faults.map(({ message }) => message.zh).join('；'), faults.map(({ message }) => message.en).join('; ')]
  return refuse('invalid', 'entry.checks', zh, en, { faults })
}
