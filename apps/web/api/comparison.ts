import type { PlanComparison } from '#policy-text/index.ts'
import { sendForm } from './upload.ts'

/** A plan to be compared: a document of the product, or a file that is not kept. */
export type ComparedSide = { readonly document: string } | { readonly file: File }

/** Two plans side by side. */
export const comparePlans = (one: ComparedSide, other: ComparedSide) =>
  sendForm<PlanComparison>('/documents:compare', { form: formOf(one, other), answers: 'json' })

/** The comparison as a file to keep. */
export const comparisonFile = (one: ComparedSide, other: ComparedSide, format: 'xlsx' | 'html') =>
  sendForm<Blob>(`/documents:compare?format=${format}`, { form: formOf(one, other), answers: 'blob' })

function formOf(one: ComparedSide, other: ComparedSide): FormData {
  const form = new FormData()
  for (const [name, side] of Object.entries({ one, other })) {
    if ('document' in side) form.append(name, side.document)
    else form.append(name, side.file, side.file.name)
  }
  return form
}
