import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import { PAIR_NAMES, SUBJECT_NAMES } from '#policy-text/compare/pair-names.ts'
import type { PlanComparison, PlanPair } from '#policy-text/index.ts'
import { comparisonTexts as texts } from '../../texts/texts-comparison.ts'
import { useSay } from '../../texts/use-say.ts'
import { ClauseDrawer } from './clause-drawer.tsx'
import { type Opened, PairTable } from './pair-table.tsx'

const route = getRouteApi('/frame/plans/compare')

type Subject = PlanPair['subject']
type Kind = PlanPair['kind']

/** What two plans have in common and what not, one part at a time; which part stands in the address. */
export function ComparedPairs({ comparison }: { readonly comparison: PlanComparison }) {
  const say = useSay()
  const { subject, kind, show } = useShown()
  const [opened, setOpened] = useState<Opened>()
  const own = comparison.pairs.filter((pair) => pair.subject === subject)
  const shown = kind === undefined ? own : own.filter((pair) => pair.kind === kind)
  return (
    <section className="panel compared" data-testid="comparison">
      <Heads comparison={comparison} />
      <div className="kind-tabs" role="tablist" aria-label={say(texts.title)}>
        {SUBJECTS.map((each) => (
          <button
            type="button"
            key={each}
            role="tab"
            aria-selected={each === subject}
            className="kind-tab"
            onClick={() => show({ subject: each })}
            data-testid={`subject-${each}`}
          >
            {say(SUBJECT_NAMES[each])}
            <span className="count">{comparison.pairs.filter((pair) => pair.subject === each).length}</span>
          </button>
        ))}
      </div>
      <div className="compared-tools">
        <Segmented<Kind | 'all'>
          size="small"
          value={kind ?? 'all'}
          onChange={(chosen) => show({ subject, ...(chosen !== 'all' && { kind: chosen }) })}
          options={[
            { value: 'all', label: `${say(texts.all)} ${own.length}` },
            ...KINDS.map((each) => ({
              value: each,
              label: `${say(PAIR_NAMES[each])} ${own.filter((pair) => pair.kind === each).length}`,
            })),
          ]}
        />
      </div>
      {subject === 'target' && <MissingSizes comparison={comparison} />}
      {shown.length === 0 ? (
        <p>{say(own.length === 0 ? texts.nothing : texts.nothingOfKind)}</p>
      ) : (
        <PairTable key={`${subject} ${kind}`} pairs={shown} onOpen={setOpened} />
      )}
      {subject === 'field' && kind === undefined && <FieldGroups comparison={comparison} />}
      {opened && <ClauseDrawer comparison={comparison} opened={opened} onClose={() => setOpened(undefined)} />}
    </section>
  )
}

const SUBJECTS = Object.keys(SUBJECT_NAMES) as readonly Subject[] // the record has every subject
const KINDS = Object.keys(PAIR_NAMES) as readonly Kind[] // the record has every kind

function useShown() {
  const search = route.useSearch()
  const navigate = useNavigate()
  return {
    subject: SUBJECTS.find((each) => each === search.subject) ?? 'target',
    kind: KINDS.find((each) => each === search.kind),
    show: (shown: { readonly subject: Subject; readonly kind?: Kind }) =>
      void navigate({
        to: '/plans/compare',
        replace: true,
        search: ({ kind: _kind, ...rest }) => ({ ...rest, ...shown }),
      }),
  }
}

function Heads({ comparison }: { readonly comparison: PlanComparison }) {
  const say = useSay()
  return (
    <div className="version-sides">
      {(['one', 'other'] as const).map((side) => {
        const { title, docNumber, date, planPeriod, area } = comparison[side]
        const facts = [docNumber, date, planPeriod && say(texts.years, planPeriod), area && say(texts.area, { area })].filter(Boolean)
        return (
          <div key={side}>
            <strong>
              {say(texts[side])} · {title ?? say(texts.noTitle)}
            </strong>
            <div className="note">{facts.join(' · ')}</div>
            {!comparison[side].hasText && (
              <div className="note" data-testid={`no-text-${side}`}>
                {say(texts.noText)}
              </div>
            )}
          </div>
        )
      })}
    </div>
  )
}

function MissingSizes({ comparison: { missingSizes } }: { readonly comparison: PlanComparison }) {
  const say = useSay()
  const { population, gdp } = missingSizes
  if (!population && !gdp) return null
  return (
    <div className="note" data-testid="missing-sizes">
      {population && <div>{say(texts.perPerson, { why: say(population) })}</div>}
      {gdp && <div>{say(texts.perGdp, { why: say(gdp) })}</div>}
      <div>{say(texts.howTo)}</div>
    </div>
  )
}

function FieldGroups({ comparison: { fieldGroups } }: { readonly comparison: PlanComparison }) {
  const say = useSay()
  if (fieldGroups.length === 0) return null
  return (
    <>
      <h2>{say(texts.groups)}</h2>
      <div className="table-box table-cards compared-groups">
        <table className="table">
          <caption className="visually-hidden">{say(texts.groups)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(texts.group)}</th>
              <th scope="col">{say(texts.one)}</th>
              <th scope="col">{say(texts.other)}</th>
            </tr>
          </thead>
          <tbody>
            {fieldGroups.map(({ scheme, title, one, other }) => (
              <tr key={scheme.zh + title.zh}>
                <td className="cell-main">
                  {say(title)} <div className="note">{say(scheme)}</div>
                </td>
                <td data-label={say(texts.one)}>{one.join('、') || say(texts.lacking)}</td>
                <td data-label={say(texts.other)}>{other.join('、') || say(texts.lacking)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
