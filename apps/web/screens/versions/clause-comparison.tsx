import { Segmented } from 'antd'
import { useState } from 'react'
import type { ClauseShown, Version } from '#contract/versions.ts'
import { clauseKindTexts, versionTexts as texts } from '../../texts/texts-versions.ts'
import { useSay } from '../../texts/use-say.ts'

type View = 'inline' | 'beside'
type Which = 'changed' | 'all'

/** The two texts clause by clause: in one with marks, or side by side; what did not change only when asked for. */
export function ClauseComparison({ version: { clauses } }: { readonly version: Version }) {
  const say = useSay()
  const [view, setView] = useState<View>('inline')
  const [which, setWhich] = useState<Which>('changed')
  const of = (kind: ClauseShown['kind']) => clauses.filter((clause) => clause.kind === kind).length
  const shown = which === 'all' ? clauses : clauses.filter(({ kind, moved }) => kind !== 'same' || moved)
  return (
    <section className="panel" aria-label={say(texts.clauses)} data-testid="version-clauses">
      <div className="panel-head">
        <h2>{say(texts.clauses)}</h2>
        <div className="panel-acts">
          <Segmented<Which>
            size="small"
            value={which}
            onChange={setWhich}
            options={[
              { value: 'changed', label: say(texts.onlyChanged) },
              { value: 'all', label: say(texts.everything) },
            ]}
          />
          <Segmented<View>
            size="small"
            className="only-wide"
            value={view}
            onChange={setView}
            options={[
              { value: 'inline', label: say(texts.inline) },
              { value: 'beside', label: say(texts.beside) },
            ]}
          />
        </div>
      </div>
      <p className="note">
        {clauses.every(({ before }) => before === null)
          ? say(texts.noText)
          : say(texts.counts, {
              added: of('added'),
              removed: of('removed'),
              changed: of('changed'),
              moved: clauses.filter(({ moved }) => moved).length,
              same: of('same'),
            })}
      </p>
      {view === 'beside' && shown.length > 0 && (
        <div className="version-sides version-heads">
          <strong>{say(texts.old)}</strong>
          <strong>{say(texts.next)}</strong>
        </div>
      )}
      {shown.length === 0 ? (
        <p>{say(texts.noClauses)}</p>
      ) : (
        shown.map((clause) => <Clause key={`${clause.before?.id ?? ''} ${clause.after?.id ?? ''}`} clause={clause} view={view} />)
      )}
    </section>
  )
}

function Clause({ clause, view }: { readonly clause: ClauseShown; readonly view: View }) {
  const say = useSay()
  const { before, after, kind, moved, words } = clause
  const { number, title } = (after ?? before)!
  const renumbered = before && after && before.number !== after.number
  const tone = { same: '', changed: 'tag-waiting', added: 'tag-good', removed: 'tag-bad' }[kind]
  return (
    <article className={`version-clause version-${kind}`}>
      <h3>
        {kind !== 'same' && <span className={`tag ${tone}`}>{say(clauseKindTexts[kind])}</span>}
        {moved && <span className="tag tag-warning">{say(texts.moved)}</span>}
        <span className="version-words">
          {number}
          {words ? <Marked words={words.title} /> : title}
          {number + title === '' && say(texts.preamble)}
        </span>
        {renumbered && <span className="note">{say(texts.from, { number: before.number })}</span>}
      </h3>
      {view === 'beside' ? <Sides clause={clause} /> : <Inline clause={clause} />}
    </article>
  )
}

function Inline({ clause: { kind, words, before, after } }: { readonly clause: ClauseShown }) {
  const whole = (after ?? before)!.body
  if (whole === '' && !words) return null
  return (
    <p className="version-words">
      {kind === 'removed' ? <del>{whole}</del> : kind === 'added' ? <ins>{whole}</ins> : words ? <Marked words={words.body} /> : whole}
    </p>
  )
}

function Sides({ clause: { words, before, after } }: { readonly clause: ClauseShown }) {
  if ((before?.body ?? '') + (after?.body ?? '') === '') return null
  const side = (own: 'removed' | 'added', text: string) =>
    words ? <Marked words={words.body.filter(({ kind }) => kind === 'same' || kind === own)} /> : text
  return (
    <div className="version-sides">
      <p className="version-words">{before && (after ? side('removed', before.body) : <del>{before.body}</del>)}</p>
      <p className="version-words">{after && (before ? side('added', after.body) : <ins>{after.body}</ins>)}</p>
    </div>
  )
}

function Marked({ words }: { readonly words: NonNullable<ClauseShown['words']>['body'] }) {
  let at = 0
  return words.map(({ kind, text }) => {
    at += text.length
    const key = `${kind} ${at}`
    if (kind === 'same') return <span key={key}>{text}</span>
    return kind === 'removed' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>
  })
}
