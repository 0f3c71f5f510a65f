import type { Text } from './text.ts'

/** What sort of document a text is: those after `notice` tell what was and set no targets. */
export const DOCUMENT_KINDS = [
  'plan',
  'opinions',
  'measures',
  'task-list',
  'notice',
  'report',
  'statistics',
  'news',
  'explanation',
  'unknown',
] as const
/** One of them. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** The kind a text was taken for, and by which words. */
export interface ReadKind {
  readonly kind: DocumentKind
  readonly confidence: number
  readonly why: Text
}
