import { useSay } from '../texts/use-say.ts'
import type { Words } from '../texts/words.ts'

/** Beside a button that is grey: what has to be done before it. */
export function NeededFirst({ words, id }: { readonly words: Words | undefined; readonly id: string }) {
  const say = useSay()
  return words ? (
    <span className="note" data-testid={`missing-${id}`}>
      {say(words)}
    </span>
  ) : null
}
