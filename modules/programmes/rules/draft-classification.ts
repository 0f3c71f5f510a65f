import { FIELD_SCHEMES, type FieldMention, toSimplified } from '#policy-text/index.ts'
import type { Pack } from './pack-format.ts'

type Classification = Pack['classifications'][number]
type Crosswalk = Pack['crosswalks'][number]

const LONGEST_TITLE = 40

/** What a classification is drafted for. */
export interface Scheme {
  readonly code: string
  readonly title: string
  /** The day of the document; without one the first day of the plan. */
  readonly fromOn: string
  readonly basis: string
}

export interface DraftClassification {
  readonly classifications: Classification[]
  readonly crosswalks: Crosswalk[]
}

/**
 * The plan's own classification: fields that head a clause stand first, what their clauses name below them; without such clauses the
 * fields of lists. Crosswalks go to published schemes, which come along, each as a proposal (“related”) for a person to make exact.
 */
export function draftClassification({ code, title, fromOn, basis }: Scheme, fields: readonly FieldMention[]): DraftClassification {
  const heads = fields.filter(({ standing }) => standing === 'heading')
  const tops = heads.length > 0 ? heads : fields.filter(({ standing, crosswalk }) => standing === 'list' && crosswalk.length > 0)
  if (tops.length === 0) return { classifications: [], crosswalks: [] }
  const topCode = new Map(tops.map(({ clause }, at) => [clause, `f${at + 1}`]))
  const topLabel = new Map(tops.map(({ clause, label }) => [clause, label]))
  const terms = tops.map((field, at) => ({ code: `f${at + 1}`, field, parent: undefined as string | undefined }))
  const below =
    heads.length === 0
      ? []
      : fields.filter(
          ({ standing, crosswalk, clause, label }) =>
            // 海上风电 names 风电, too; that is no field below it.
            standing !== 'heading' && crosswalk.length > 0 && topLabel.get(clause)?.includes(label) === false,
        )
  const counts = new Map<string, number>()
  for (const field of below) {
    const parent = topCode.get(field.clause)!
    const at = (counts.get(parent) ?? 0) + 1
    counts.set(parent, at)
    terms.push({ code: `${parent}.${at}`, field, parent })
  }
  const crosswalks = terms.flatMap(({ code: fromCode, field }) =>
    field.crosswalk.map(({ scheme, code: toCode }) => {
      return { fromScheme: code, fromCode, toScheme: schemeCode(scheme), toCode, relation: 'related' as const, basis: '按用词提出，待核实' }
    }),
  )
  const own: Classification = {
    code,
    title: { zh: title, en: title },
    fromOn,
    basis,
    terms: terms.map(({ code: termCode, field, parent }) => {
      const zh = toSimplified(field.label).slice(0, LONGEST_TITLE)
      const aliases = zh === field.label ? {} : { aliases: [field.label] }
      return { code: termCode, title: { zh, en: zh }, ...aliases, ...(parent !== undefined && { parent }) }
    }),
  }
  const named = new Set(crosswalks.map(({ toScheme }) => toScheme))
  return { classifications: [own, ...PUBLISHED.filter((scheme) => named.has(scheme.code))], crosswalks }
}

function schemeCode(name: string): string {
  return name.replaceAll('-', '_')
}

/** The published schemes as classifications, valid since their documents. */
const SINCE: Readonly<Record<string, string>> = { 'future-industries': '2024-01-18', 'emerging-industries': '2018-11-07' }

const PUBLISHED: readonly Classification[] = FIELD_SCHEMES.map(({ name, title, source, terms }) => ({
  code: schemeCode(name),
  title,
  fromOn: SINCE[name] ?? '2018-01-01',
  basis: source,
  terms: terms.map(({ code, title: term }) => ({ code, title: term })),
}))
