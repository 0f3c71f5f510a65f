import type { ComparedArea } from '#contract/comparison.ts'
import type { Language } from '#engine/define/words.ts'
import type { PlanComparison } from '#policy-text/index.ts'
import { sendForm } from './upload.ts'
/** A plan to be compared: a document of the product, or a file that is not kept; with the code of its area where one is chosen. */
export type ComparedSide = ({ readonly document: string } | { readonly file: File }) & { readonly area?: ComparedArea }

/** Two plans side by side. */
export const comparePlans = (one: ComparedSide, other: ComparedSide) =>
  sendForm<PlanComparison>('/documents:compare', { form: formOf(one, other), answers: 'json' })

/** The comparison as a file to keep, in a language. */
export const comparisonFile = (one: ComparedSide, other: ComparedSide, format: 'xlsx' | 'html', language: Language) =>
  sendForm<Blob>(`/documents:compare?format=${format}&language=${language}`, { form: formOf(one, other), answers: 'blob' })

function formOf(one: ComparedSide, other: ComparedSide): FormData {
  const form = new FormData()
  for (const [name, side] of Object.entries({ one, other })) {
    if ('document' in side) form.append(name, side.document)
    else form.append(name, side.file, side.file.name)
    const { area } = side
    if (area !== undefined) form.append(`${name}Area`, typeof area === 'string' ? area : JSON.stringify(area))
  }
  return form
}
