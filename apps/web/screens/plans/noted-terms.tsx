import { reviewTexts } from '../../texts/texts-review.ts'
import { useSay } from '../../texts/use-say.ts'
import type { NotedTerm } from './simplified-lines.ts'
import type { Span } from './text-selection.ts'

/** Words that mainland texts say otherwise, each a door to the first place where it stands. */
export function NotedTerms({ terms, onShow }: { readonly terms: readonly NotedTerm[]; readonly onShow: (span: Span) => void }) {
  const say = useSay()
  return (
    <div className="noted-terms" data-testid="noted-terms">
      <span className="note">{say(terms.length === 0 ? reviewTexts.noTerms : reviewTexts.terms)}</span>
      {terms.map(({ printed, words, count, start, end }) => (
        <button type="button" key={printed} className="link-button" onClick={() => onShow({ start, end })}>
          {printed} → {words}
          {count > 1 && <span className="count">{count}</span>}
        </button>
      ))}
    </div>
  )
}
