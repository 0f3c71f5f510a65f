import type { Row } from '#engine/access/holds.ts'
import { refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { kindOf } from '#engine/kinds/index.ts'
import { MARK_WORDS, type MarkKind, secrecyMarks } from '#platform/secrecy/marks.ts'
import type { Call } from './call.ts'
import type { NotedMark } from './context.ts'
import { kept } from './kept.ts'
import { Refused } from './refused.ts'

/** A refusal that the secrecy officer is told of: where and which mark, never the text. */
export class MarkFound extends Refused {
  readonly mark: NotedMark
  constructor(kind: MarkKind, path: string, label: Words, register: Words) {
    const { zh, en } = MARK_WORDS[kind]
    const message = {
      zh: `含有“${zh}”标志，未予保存；涉密和内部信息不得在本系统处理，请删除并按保密规定办理`,
      en: `carries the mark “${zh}” (${en}) and was not kept; take it out and handle it by the rules of secrecy`,
    }
    super(
      refuse('invalid', 'secrecy.mark-found', `“${label.zh}”${message.zh}`, `“${label.en}” ${message.en}`, {
        faults: [{ path, label, message }],
      }),
    )
    this.mark = { markKind: kind, place: `${register.zh}：${label.zh}`, part: '填写内容' }
  }
}

/** Refuses texts that a command writes, its reason among them, when one carries a secrecy mark. What stood there before is left alone. */
export function refuseMarks(call: Call): void {
  for (const { register, before, after } of call.touched) refuseMarksIn(register, before, after)
  const [mark] = secrecyMarks(call.reason ?? '')
  if (mark) throw new MarkFound(mark.kind, 'reason', { zh: '理由', en: 'Reason' }, { zh: '办理', en: 'act' })
}

/** Refuses the texts of one entry. */
export function refuseMarksIn(register: Register, before: Row | undefined, after: Row): void {
  for (const [name, field] of fieldsOfTexts(register)) {
    if (after[name] === null || after[name] === before?.[name]) continue
    for (const text of kindOf(field).textsOf!(after[name], field)) {
      const [mark] = secrecyMarks(text)
      if (mark) throw new MarkFound(mark.kind, name, field.label, register.title)
    }
  }
}

const fieldsOfTexts = kept((register: Register) => Object.entries(register.fields).filter(([, field]) => 'textsOf' in kindOf(field)))

/** Refuses what is typed so far and has no form yet: every text in it, whatever its field takes. */
export function refuseMarksTyped(register: Register, typed: Row): void {
  for (const [name, value] of Object.entries(typed)) {
    for (const text of textsIn(value)) {
      const [mark] = secrecyMarks(text)
      if (mark) throw new MarkFound(mark.kind, name, register.fields[name]?.label ?? { zh: name, en: name }, register.title)
    }
  }
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
