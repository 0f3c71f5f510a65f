import { previewTexts } from '../../texts/texts-imports.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'

/** A value as people read it; nothing is said, too. */
export function Value({ of }: { readonly of: Words | null | undefined }) {
  const say = useSay()
  return of ? <span>{say(of)}</span> : <span className="note">{say(previewTexts.nothing)}</span>
}
