import type { FormField, RegisterDescription } from '#contract/entries.ts'
import type { Register } from '#engine/define/register.ts'
import { type FieldDefinition, kindOf } from '#engine/kinds/index.ts'

/** What the browser knows of a register: words and names of controls, never rights, kinds or rules. */
export function describe(register: Register, may: RegisterDescription['may']): RegisterDescription {
  return {
    name: register.name,
    title: register.title,
    basis: register.basis,
    titleField: register.titleField ?? 'title',
    sections: sectionsOf(register),
    fields: Object.entries(register.fields).map(([name, field]) => formField(name, field)),
    states: Object.entries(register.states).map(([code, { label, tone, moves }]) => ({
      code,
      label,
      tone: tone ?? 'plain',
      moves: { ...moves },
    })),
    moves: Object.entries(register.moves).map(([name, { label, reason, tone, via, asks, proposes }]) => ({
      name,
      label,
      reason: reason ?? 'none',
      tone: tone ?? 'plain',
      ...(via?.[0] && { via: via[0] }),
      ...(asks && { asks: [...asks] }),
      ...(proposes && { proposes }),
    })),
    decisions: decisionsOf(register),
    columns: [...(register.columns ?? Object.keys(register.fields).slice(0, 6))],
    sorts: [...(register.sorts ?? []), 'changedAt', 'no'],
    may,
  }
}

/** What batches can decide on a register's entries. */
export function decisionsOf({ decisions = {} }: Register): RegisterDescription['decisions'] {
  return Object.entries(decisions).map(([code, { label, moves }]) => ({ code, label, notice: moves.openNotice !== undefined }))
}

function sectionsOf({ sections = [], fields }: Register): RegisterDescription['sections'] {
  const named = new Set(sections.flatMap((section) => section.fields))
  const rest = Object.keys(fields).filter((field) => !named.has(field))
  const own = sections.map(({ label, fields: own }) => ({ label, fields: [...own] }))
  return rest.length > 0
    ? [...own, { label: sections.length > 0 ? { zh: '其他', en: 'Other' } : { zh: '基本信息', en: 'Basics' }, fields: rest }]
    : own
}

/** Options a control may need; a kind that has none of them adds nothing. */
interface ControlOptions {
  readonly codes?: Readonly<Record<string, { readonly zh: string; readonly en: string }>>
  readonly columns?: Readonly<Record<string, FieldDefinition>>
  readonly longest?: number
  readonly least?: number
  readonly most?: number
  readonly unit?: string
  readonly scheme?: string
  readonly zones?: true
  readonly shows?: string
}

function formField(name: string, field: FieldDefinition): FormField {
  const kind = kindOf(field)
  const options: ControlOptions = field as ControlOptions
  const refersTo = kind.refersTo?.(field)
  return {
    name,
    label: field.label,
    control: kind.control,
    required: field.required === true,
    needed: field.needed === true,
    writable: !field.system,
    ...(field.note && { note: field.note }),
    ...(options.codes && { codes: Object.entries(options.codes).map(([code, title]) => ({ code, title })) }),
    ...(options.columns && { columns: Object.entries(options.columns).map(([column, inner]) => formField(column, inner)) }),
    ...(options.longest !== undefined && { longest: options.longest }),
    ...(options.least !== undefined && { least: options.least }),
    ...(options.most !== undefined && { most: options.most }),
    ...(options.unit !== undefined && { unit: options.unit }),
    ...(refersTo && { refersTo }),
    ...(options.scheme !== undefined && { scheme: options.scheme }),
    ...(options.zones && { zones: options.zones }),
    ...(options.shows !== undefined && { shows: options.shows }),
  }
}
