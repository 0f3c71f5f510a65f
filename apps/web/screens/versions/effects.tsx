import { Segmented } from 'antd'
import type { Version, VersionChange } from '#contract/versions.ts'
import { type Column, DataTable } from '../../frame/data-table.tsx'
import { testId } from '../../frame/test-id.ts'
import { changeTexts, subjectTexts, versionTexts as texts } from '../../texts/texts-versions.ts'
import { useSay } from '../../texts/use-say.ts'
import { NOTHING } from '../../values/print.ts'
import type { useDecisions } from './use-decisions.ts'

interface EffectsProps {
  readonly version: Version
  readonly decided: ReturnType<typeof useDecisions>
  readonly mayAdopt: boolean
}

/** Every change of the running programme, each applied or left. */
export function Effects({ version: { changes, unchanged }, decided, mayAdopt }: EffectsProps) {
  const say = useSay()
  const columns = useColumns(decided, mayAdopt)
  return (
    <section className="panel" aria-label={say(texts.effects)} data-testid="version-effects">
      <div className="panel-head">
        <h2>{say(texts.effects)}</h2>
        {mayAdopt && decided.open > 0 && (
          <button type="button" className="link-button" onClick={decided.applyRest} data-testid="apply-rest">
            {say(texts.applyRest)}
          </button>
        )}
      </div>
      <p className="note">{changes.length === 0 ? say(texts.noEffects) : say(texts.effectsNote, { unchanged })}</p>
      {changes.length > 0 && (
        <DataTable
          caption={say(texts.effects)}
          rows={changes}
          rowKey={({ key }) => key}
          testId={({ subject, kind, title }) => `${subject}-${kind}-${title}`}
          columns={columns}
        />
      )}
    </section>
  )
}

function useColumns(decided: EffectsProps['decided'], mayAdopt: boolean): readonly Column<VersionChange>[] {
  const say = useSay()
  return [
    { key: 'what', title: say(texts.what), main: true, render: (change) => <What change={change} /> },
    { key: 'change', title: say(texts.change), fit: true, render: (change) => <ChangeTags change={change} /> },
    { key: 'before', title: say(texts.before), wide: true, render: ({ before }) => before ?? NOTHING },
    { key: 'after', title: say(texts.after), wide: true, render: ({ after }) => after ?? NOTHING },
    ...(mayAdopt
      ? [
          {
            key: 'decision',
            title: say(texts.decision),
            fit: true,
            render: (change: VersionChange) => <Decision change={change} decided={decided} />,
          },
        ]
      : []),
  ]
}

function What({ change: { subject, title, why } }: { readonly change: VersionChange }) {
  const say = useSay()
  return (
    <div>
      <span className="note">{say(subjectTexts[subject])} · </span>
      <strong>{title}</strong>
      <div className="note">{say(why)}</div>
    </div>
  )
}

/** What is lost or asks less is said in the colour of a warning, too. */
function ChangeTags({ change: { kind, changes } }: { readonly change: VersionChange }) {
  const say = useSay()
  const shown = kind === 'dropped' || kind === 'new' ? ([kind] as const) : changes
  return (
    <span className="version-tags">
      {shown.map((each) => (
        <span
          key={each}
          className={`tag ${each === 'dropped' || each === 'lowered' || each === 'later' ? 'tag-warning' : each === 'new' || each === 'raised' ? 'tag-good' : 'tag-waiting'}`}
        >
          {say(changeTexts[each])}
        </span>
      ))}
    </span>
  )
}

function Decision({ change, decided }: { readonly change: VersionChange; readonly decided: EffectsProps['decided'] }) {
  const say = useSay()
  return (
    <span {...testId(`decide-${change.subject}-${change.title}`)}>
      <Segmented<'apply' | 'leave' | 'open'>
        size="small"
        aria-label={`${say(texts.decision)} · ${change.title}`}
        value={decided.decisions[change.key] ?? 'open'}
        onChange={(chosen) => chosen !== 'open' && decided.decide(change.key, chosen)}
        options={[
          { value: 'apply', label: say(texts.apply) },
          { value: 'leave', label: say(texts.leave) },
        ]}
      />
    </span>
  )
}
