import { Link } from '@tanstack/react-router'
import type { Figure } from '#contract/figures.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'

/** The words of the plan that set the target. */
export function TargetQuote({ target }: { readonly target: NonNullable<Figure['target']> }) {
  const say = useSay()
  return (
    <blockquote className="clause-quote">
      <p>{target.quote}</p>
      <footer className="note">
        {target.documentTitle}
        {target.deadline !== null && ` · ${say(figureTexts.deadline, { deadline: target.deadline })}`}{' '}
        <Link to="/plans/$document" params={{ document: target.document }} search={{ item: target.item }} data-testid="target-clause">
          {say(figureTexts.clause)}
        </Link>
      </footer>
    </blockquote>
  )
}

/** How the figure comes about, in words. */
export function Rule({ figure: { indicator } }: { readonly figure: Figure }) {
  const say = useSay()
  return (
    <section className="panel" aria-labelledby="rule-title" data-testid="rule">
      <h2 id="rule-title">{say(figureTexts.rule)}</h2>
      <ul className="rule">
        {indicator.rule.map((sentence) => (
          <li key={sentence.en}>{say(sentence)}</li>
        ))}
      </ul>
      <p className="note">{say(figureTexts.ruleVersion, { version: indicator.ruleVersion })}</p>
    </section>
  )
}
