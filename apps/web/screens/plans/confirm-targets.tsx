import type { Proposal, Relation } from '#contract/programmes.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { LongTable } from '../../frame/long-table.tsx'
import { planTexts } from '../../texts/texts-plans.ts'
import { programmeTexts, relationTexts } from '../../texts/texts-programme.ts'
import { useSay } from '../../texts/use-say.ts'
import type { ConfirmChanges } from './confirm-changes.ts'
import { type Cut, CutTools, useCut } from './confirm-cut.tsx'
import { valueInWords } from './item-words.ts'
import { asTree } from './target-tree.ts'

type Target = ConfirmChanges['targets'][number]

type Option = Parameters<typeof PlainSelect>[0]['options'][number]

interface ConfirmTargetsProps {
  readonly proposal: Proposal
  readonly changes: ConfirmChanges
  readonly onIndicator: (item: string, indicator: string | null) => void
}

type Proposed = Proposal['targets'][number]

const NONE = ''
const keyOf = ({ item }: Proposed) => item
const wordsOf = ({ label, quote }: Proposed) => `${label} ${quote}`
const CUTS: readonly Cut<Proposed>[] = [
  { code: 'open', title: programmeTexts.cutOpen, has: ({ relation }) => relation === 'open' },
  { code: 'uncounted', title: programmeTexts.cutUncounted, has: ({ indicator }) => indicator === null },
  { code: 'counted', title: programmeTexts.cutCounted, has: ({ indicator }) => indicator !== null },
  { code: 'under', title: programmeTexts.cutUnder, has: ({ relation }) => relation !== 'headline' },
]

/** The targets as a tree: each with its relation, its headline and what counts it, and why it was proposed so. */
export function ConfirmTargets({ proposal, changes, onIndicator }: ConfirmTargetsProps) {
  const say = useSay()
  const cut = useCut({ proposed: proposal.targets, keyOf, wordsOf, cuts: CUTS })
  const rows = asTree(
    changes.targets.filter(({ item }) => cut.isShown(item)),
    ({ item }) => item,
  )
  const heads = changes.targets.filter(({ relation }) => relation === 'headline').map(({ item, label }) => ({ value: item, label }))
  const relations = Object.entries(relationTexts).map(([value, label]) => ({ value, label: say(label) }))
  const indicators = [
    { value: NONE, label: say(planTexts.noIndicator) },
    ...proposal.indicators.map(({ code, title }) => ({ value: code, label: say(title) })),
  ]
  const props = { proposal, changes, onIndicator, heads, relations, indicators }
  return (
    <section className="panel" aria-label={say(programmeTexts.targets)} id="confirm-targets">
      <h2>{say(programmeTexts.targets)}</h2>
      <CutTools cut={cut} caption={say(programmeTexts.targets)} testId="targets" />
      <LongTable
        caption={say(programmeTexts.targets)}
        rows={rows}
        rowKey={({ item }) => item}
        testId={({ item }) => `proposed-${item}`}
        columns={[
          { key: 'target', title: say(programmeTexts.target), main: true, render: (target) => <TargetCell target={target} /> },
          {
            key: 'value',
            title: say(programmeTexts.value),
            align: 'end',
            render: (target) => <span className="number">{say(valueInWords(target))}</span>,
          },
          { key: 'relation', title: say(programmeTexts.relation), render: (target) => <RelationCell target={target} {...props} /> },
          { key: 'indicator', title: say(planTexts.indicator), render: (target) => <IndicatorCell target={target} {...props} /> },
        ]}
      />
    </section>
  )
}

function TargetCell({ target: { label, quote, relation, relationWhy } }: { readonly target: Target }) {
  const say = useSay()
  return (
    <div className={relation === 'headline' ? 'tree-head' : 'tree-under'}>
      <strong>{label}</strong>
      <div className="note item-quote">{quote}</div>
      <div className="note">{say(relationWhy)}</div>
    </div>
  )
}

/** What each row needs besides its target; the options are the same for all rows. */
interface CellProps extends ConfirmTargetsProps {
  readonly target: Target
  readonly heads: readonly Option[]
  readonly relations: readonly Option[]
  readonly indicators: readonly Option[]
}

function RelationCell({ target, changes, heads, relations }: CellProps) {
  const say = useSay()
  const choose = (relation: string) => {
    const parent = relation === 'headline' ? null : (target.parent ?? heads.find(({ value }) => value !== target.item)?.value ?? null)
    changes.changeTarget(target.item, { relation: relation as Relation, parent }) // one of the options below
  }
  return (
    <div className="tree-choices">
      <PlainSelect
        label={say(programmeTexts.relation)}
        value={target.relation}
        options={relations}
        onChange={choose}
        testId={`relation-${target.item}`}
      />
      {target.relation !== 'headline' && (
        <PlainSelect
          label={say(programmeTexts.headline)}
          value={target.parent ?? NONE}
          options={heads}
          onChange={(parent) => changes.changeTarget(target.item, { parent })}
          testId={`parent-${target.item}`}
        />
      )}
    </div>
  )
}

function IndicatorCell({ target, proposal, changes, onIndicator, indicators }: CellProps) {
  const say = useSay()
  const { item, indicator, indicatorWhy, part } = target
  const statistic = indicator === null ? (proposal.targets.find((each) => each.item === item)?.statistic ?? null) : null
  const parts = proposal.indicators.find(({ code }) => code === indicator)?.parts ?? []
  return (
    <div className="tree-choices">
      <PlainSelect
        label={say(planTexts.indicator)}
        value={indicator ?? NONE}
        options={indicators}
        onChange={(code) => {
          onIndicator(item, code === NONE ? null : code)
          changes.changeTarget(item, { indicator: code === NONE ? null : code, part: null })
        }}
        testId={`indicator-${item}`}
      />
      {parts.length > 0 && (
        <PlainSelect
          label={say(programmeTexts.part)}
          value={part ?? NONE}
          options={[
            { value: NONE, label: say(programmeTexts.noPart) },
            ...parts.map(({ part: code, title }) => ({ value: code, label: say(title) })),
          ]}
          onChange={(code) => changes.changeTarget(item, { part: code === NONE ? null : code })}
          testId={`part-${item}`}
        />
      )}
      {indicatorWhy !== null && indicator !== null && <span className="note">{say(indicatorWhy)}</span>}
      {statistic && <span className="note">{say(programmeTexts.followedByStatistic, { statistic: say(statistic) })}</span>}
    </div>
  )
}
