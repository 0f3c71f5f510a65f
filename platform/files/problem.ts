/** Why a file is not taken, as a code and as a sentence for the person who sent it. */
export interface FileProblem {
  readonly problem: FileProblemCode
  readonly words: { readonly zh: string; readonly en: string }
}

/** Every reason there is. */
export type FileProblemCode =
  | 'file.empty'
  | 'file.too-large'
  | 'file.type-not-allowed'
  | 'file.name-disagrees'
  | 'file.macros'
  | 'file.archive-broken'
  | 'file.archive-too-large'
  | 'secrecy.mark-found'

/** Tells a problem from what was hoped for. */
export function isFileProblem(value: object): value is FileProblem {
  return 'problem' in value
}

/** A problem with its two sentences. */
export function fileProblem(problem: FileProblemCode, zh: string, en: string): FileProblem {
  return { problem, words: { zh, en } }
}
