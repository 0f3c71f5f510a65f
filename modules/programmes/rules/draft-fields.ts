import type { FieldMention } from '#policy-text/index.ts'
import { type DraftClassification, draftClassification } from './draft-classification.ts'

/** What a classification of fields takes from its document. */
interface OwnDocument {
  readonly id: string
  readonly title: string
  readonly documentNo: string | null
  readonly documentDate: string | null
  readonly fromYear: number | null
  readonly toYear: number | null
}

/** The classification that the fields of a document would make, as a proposal: the first is its own, the rest are published. */
export function draftedFields(document: OwnDocument, fields: readonly FieldMention[]): DraftClassification {
  const { id, title, documentNo, documentDate, fromYear, toYear } = document
  const scheme = {
    code: `fields_${id.replaceAll('-', '').slice(-12)}`,
    title: `${title.slice(0, LONGEST_TITLE - TITLE_END.length)}${TITLE_END}`,
    fromOn: documentDate ?? `${fromYear ?? toYear ?? FIRST_YEAR}-01-01`,
    basis: documentNo ?? title,
  }
  return draftClassification(scheme, fields)
}

const LONGEST_TITLE = 60
const TITLE_END = '：领域'
/** Of a text that says no year at all. */
const FIRST_YEAR = 2000

/** What of it a person has taken on; a field below one that was not stands by itself. */
export function chosenFields(
  { classifications: [own, ...published], crosswalks }: DraftClassification,
  codes: ReadonlySet<string>,
): DraftClassification {
  if (!own) return { classifications: [], crosswalks: [] }
  const terms = own.terms
    .filter(({ code }) => codes.has(code))
    .map(({ parent, ...term }) => (parent !== undefined && codes.has(parent) ? { ...term, parent } : term))
  const kept = crosswalks.filter(({ fromCode }) => codes.has(fromCode))
  const named = new Set(kept.map(({ toScheme }) => toScheme))
  return {
    classifications: terms.length === 0 ? [] : [{ ...own, terms }, ...published.filter(({ code }) => named.has(code))],
    crosswalks: terms.length === 0 ? [] : kept,
  }
}
