import type { z } from 'zod'
import type { FieldFault } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'

/** Every fault zod found, with the label of its field, in both languages: all at once, none hidden behind the first. */
export function faultsFrom(error: z.ZodError, register?: Register): readonly FieldFault[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String)
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => fault([...path, key], unknownField([...path, key], register), register))
    return [fault(path, isMissing(issue) ? MISSING : sentence(issue), register)]
  })
}

const MISSING: Words = { zh: '必须填写', en: 'must be filled in' }

/** Nothing given, or a field that a form sent emptied. */
function isMissing(issue: z.core.$ZodIssue): boolean {
  return (issue.code === 'invalid_type' || issue.code === 'invalid_value') && (issue.input === undefined || issue.input === null)
}

function fault(path: readonly string[], message: Words, register: Register | undefined): FieldFault {
  const label = fieldOf(register, path[0])?.label
  return { path: path.join('.'), message, ...(label && { label }) }
}

function fieldOf(register: Register | undefined, name = '') {
  return register && Object.hasOwn(register.fields, name) ? register.fields[name] : undefined
}

function unknownField(path: readonly string[], register: Register | undefined): Words {
  return path.length === 1 && fieldOf(register, path[0])?.system ? WRITTEN_BY_SYSTEM : NO_SUCH_FIELD
}

const WRITTEN_BY_SYSTEM: Words = { zh: '由系统写入，不能填报', en: 'is written by the system' }
const NO_SUCH_FIELD: Words = { zh: '没有这个字段，请删除', en: 'no such field; leave it out' }

/** Kinds put both languages into one message, split by " | ". */
function sentence(issue: z.core.$ZodIssue): Words {
  const [zh, en] = issue.message.split(' | ')
  return en ? { zh: zh ?? '', en } : { zh: FALLBACK[issue.code] ?? '不合要求', en: issue.message }
}

const FALLBACK: Readonly<Record<string, string>> = {
  invalid_type: '数据类型不对',
  invalid_format: '格式不对',
  too_big: '超出上限',
  too_small: '低于下限',
  invalid_value: '不在可选范围内',
}
