import { type ReactNode, useMemo, useState } from 'react'
import { ACTION_NAMES, INSTRUMENT_NAMES } from '#policy-text/finding-names.ts'
import { ACTION_CLASSES, type ActionClass, type Instrument, type Measure, type PlanDraft, readPlan } from '#policy-text/index.ts'
import { foundTexts } from '../../texts/texts-found.ts'
import { marks } from '../../texts/texts-marks.ts'
import { useSay } from '../../texts/use-say.ts'
import { aboutDocument } from './about-document.ts'
import type { Span } from './text-selection.ts'

interface MoreFoundProps {
  readonly text: string
  readonly onShow: (span: Span) => void
}

/** What the reader finds besides the items: read anew in the browser, kept nowhere, each a door to its words. */
export function MoreFound({ text, onShow }: MoreFoundProps) {
  const say = useSay()
  const draft = useMemo(() => readPlan(text), [text])
  const about = useMemo(() => aboutDocument(draft), [draft])
  const isEmpty = draft.measures.length + draft.instruments.length + draft.fields.length + about.length === 0
  return (
    <div className="items more-found" role="tabpanel" aria-label={say(foundTexts.more)} data-testid="more-found">
      <p className="note">{say(isEmpty ? foundTexts.nothing : foundTexts.note)}</p>
      <Measures measures={draft.measures} onShow={onShow} />
      <Section title={say(foundTexts.instruments)} count={draft.instruments.length}>
        {draft.instruments.map((one) => (
          <Found key={one.start} span={one} onShow={onShow} mark={say(INSTRUMENT_NAMES[one.kind])} words={one.quote}>
            <Benefit instrument={one} />
          </Found>
        ))}
      </Section>
      <Fields fields={draft.fields} onShow={onShow} />
      <Section title={say(foundTexts.about)} count={about.length}>
        {about.map(({ name, words, span }) => (
          <Found key={`${span.start}-${words}`} span={span} onShow={onShow} mark={say(name)} words={words} />
        ))}
      </Section>
    </div>
  )
}

function Section({ title, count, children }: { readonly title: string; readonly count: number; readonly children: ReactNode }) {
  if (count === 0) return null
  return (
    <details className="more-section" open>
      <summary>
        {title}
        <span className="count">{count}</span>
      </summary>
      {children}
    </details>
  )
}

interface FoundProps {
  readonly span: Span
  readonly mark: string
  readonly words: string
  readonly onShow: (span: Span) => void
  readonly children?: ReactNode
}

function Found({ span, mark, words, onShow, children }: FoundProps) {
  return (
    <div className="more-row">
      <span className="kind-mark">{mark}</span>
      <div>
        <button type="button" className="more-words" onClick={() => onShow(span)}>
          {words.replaceAll(/\s+/g, ' ')}
        </button>
        {children}
      </div>
    </div>
  )
}

function Measures({ measures, onShow }: { readonly measures: readonly Measure[]; readonly onShow: FoundProps['onShow'] }) {
  const say = useSay()
  const [only, setOnly] = useState<ActionClass>()
  const classes = ACTION_CLASSES.map((action) => ({ action, count: measures.filter((one) => one.action === action).length }))
  return (
    <Section title={say(foundTexts.measures)} count={measures.length}>
      <div className="more-classes">
        <Chip isOn={only === undefined} onClick={() => setOnly(undefined)} words={say(foundTexts.all)} />
        {classes.map(
          ({ action, count }) =>
            count > 0 && (
              <Chip key={action} isOn={only === action} onClick={() => setOnly(action)} words={`${say(ACTION_NAMES[action])} ${count}`} />
            ),
        )}
      </div>
      {measures
        .filter(({ action }) => only === undefined || action === only)
        .map((one) => (
          <Found key={one.start} span={one} onShow={onShow} mark={say(ACTION_NAMES[one.action])} words={one.quote}>
            <span className="note">
              {one.strength === 'encourage' ? say(foundTexts.encouraged) : say(foundTexts.proof, { proof: say(one.deliverable) })}
            </span>
          </Found>
        ))}
    </Section>
  )
}

function Chip({ isOn, onClick, words }: { readonly isOn: boolean; readonly onClick: () => void; readonly words: string }) {
  return (
    <button type="button" className="act number" aria-pressed={isOn} onClick={onClick}>
      {words}
    </button>
  )
}

function Benefit({ instrument: { recipient, conditions, benefits, per } }: { readonly instrument: Instrument }) {
  const say = useSay()
  const comma = say(marks.listComma)
  const lines = [
    [foundTexts.recipient, recipient ?? ''],
    [foundTexts.conditions, conditions.map(({ text }) => text).join(comma)],
    [foundTexts.benefit, benefits.map(({ text }) => text).join(comma)],
    [foundTexts.per, per.join(comma)],
  ] as const
  return (
    <dl className="more-facts">
      {lines.map(
        ([name, words]) =>
          words !== '' && (
            <div key={name.zh}>
              <dt>{say(name)}</dt>
              <dd>{words}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function Fields({ fields, onShow }: { readonly fields: PlanDraft['fields']; readonly onShow: FoundProps['onShow'] }) {
  const say = useSay()
  return (
    <Section title={say(foundTexts.fields)} count={fields.length}>
      {fields.map((one) => (
        <Found key={one.label} span={one} onShow={onShow} mark={say(foundTexts.mentions, { count: one.mentions })} words={one.label}>
          {one.crosswalk.length > 0 && (
            <span className="note">
              {say(foundTexts.belongs, { terms: one.crosswalk.map(({ title }) => say(title)).join(say(marks.listComma)) })}
            </span>
          )}
        </Found>
      ))}
    </Section>
  )
}
