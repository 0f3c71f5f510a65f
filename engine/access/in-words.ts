import type { Expression, Scalar } from '#engine/define/expression.ts'
import type { Register } from '#engine/define/register.ts'
import type { Language, Words } from '#engine/define/words.ts'
import { kindOf } from '#engine/kinds/index.ts'

/** A condition as a person would say it: 状态为“已公布”且完成日期不早于2024-01-01. */
export function inWords(expression: Expression, register: Register): Words {
  return { zh: say(expression, register, 'zh'), en: say(expression, register, 'en') }
}

const JOIN = {
  all: { zh: '且', en: ' and ' },
  any: { zh: '或', en: ' or ' },
} as const satisfies Record<string, Words>

function say(expression: Expression, register: Register, language: Language): string {
  if ('all' in expression) return joined(expression.all, 'all', register, language)
  if ('any' in expression) return joined(expression.any, 'any', register, language)
  if ('not' in expression) return `${language === 'zh' ? '不满足：' : 'not: '}${say(expression.not, register, language)}`
  if ('always' in expression) return expression.always ? { zh: '总是', en: 'always' }[language] : { zh: '从不', en: 'never' }[language]
  if ('role' in expression) return language === 'zh' ? `岗位职责为 ${expression.role}` : `the post's role is ${expression.role}`
  if ('ownUnit' in expression)
    return language === 'zh'
      ? `${label(expression.ownUnit, register, language)}是本单位`
      : `${label(expression.ownUnit, register, language)} is the own unit`
  if ('ownPerson' in expression)
    return language === 'zh'
      ? `${label(expression.ownPerson, register, language)}是本人`
      : `${label(expression.ownPerson, register, language)} is oneself`
  if ('withinArea' in expression)
    return language === 'zh'
      ? `${label(expression.withinArea, register, language)}在本岗位管辖范围内`
      : `${label(expression.withinArea, register, language)} lies in the post's area`
  return sayComparison(expression, register, language)
}

function sayComparison(expression: Extract<Expression, { field: string }>, register: Register, language: Language): string {
  const subject = label(expression.field, register, language)
  const zh = language === 'zh'
  const show = (value: Scalar) => printed(expression.field, value, register, language)
  if ('is' in expression) return zh ? `${subject}为“${show(expression.is)}”` : `${subject} is “${show(expression.is)}”`
  if ('oneOf' in expression)
    return zh
      ? `${subject}为“${expression.oneOf.map(show).join('”“')}”之一`
      : `${subject} is one of ${expression.oneOf.map(show).join(', ')}`
  if ('atLeast' in expression)
    return zh ? `${subject}不早于（不小于）${show(expression.atLeast)}` : `${subject} is at least ${show(expression.atLeast)}`
  if ('atMost' in expression)
    return zh ? `${subject}不晚于（不大于）${show(expression.atMost)}` : `${subject} is at most ${show(expression.atMost)}`
  if ('filled' in expression)
    return expression.filled ? (zh ? `${subject}已填` : `${subject} is filled in`) : zh ? `${subject}未填` : `${subject} is empty`
  if ('has' in expression) return zh ? `${subject}含“${expression.has}”` : `${subject} contains “${expression.has}”`
  if ('within' in expression) return zh ? `${subject}在 ${expression.within} 内` : `${subject} lies in ${expression.within}`
  const inside = say(expression.some, rowsAsRegister(expression.field, register), language)
  return zh ? `${subject}中有一行${inside}` : `a row of ${subject} where ${inside}`
}

/** Inside `some` a field is a column, and its values are compared and shown as they are written; only codes have names. */
function rowsAsRegister(field: string, register: Register): Register {
  const definition: object = register.fields[field] ?? {}
  const columns = 'columns' in definition ? Object.entries(definition.columns as Register['fields']) : []
  const fields = columns.map(([name, column]) => [name, 'codes' in column ? column : { kind: 'text' as const, label: column.label }])
  return { ...register, fields: Object.fromEntries(fields) as Register['fields'] }
}

function joined(parts: readonly Expression[], word: 'all' | 'any', register: Register, language: Language): string {
  const said = parts.map((part) =>
    isCompound(part) && parts.length > 1
      ? language === 'zh'
        ? `（${say(part, register, language)}）`
        : `(${say(part, register, language)})`
      : say(part, register, language),
  )
  return said.length === 0
    ? { zh: word === 'all' ? '总是' : '从不', en: word === 'all' ? 'always' : 'never' }[language]
    : said.join(JOIN[word][language])
}

function isCompound(expression: Expression): boolean {
  return 'any' in expression || 'all' in expression
}

const SYSTEM_LABELS: Readonly<Record<string, Words>> = {
  state: { zh: '状态', en: 'state' },
  version: { zh: '版次', en: 'version' },
  createdOn: { zh: '录入日期', en: 'date entered' },
  createdBy: { zh: '录入人', en: 'entered by' },
  changedAt: { zh: '更新时间', en: 'changed at' },
}

function label(field: string, register: Register, language: Language): string {
  return (register.fields[field]?.label ?? SYSTEM_LABELS[field])?.[language] ?? field
}

function printed(field: string, value: Scalar, register: Register, language: Language): string {
  if (field === 'state') return register.states[String(value)]?.label[language] ?? String(value)
  const definition = register.fields[field]
  return definition ? kindOf(definition).print(value, definition, language) : String(value)
}
