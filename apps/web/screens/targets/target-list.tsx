import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { allEntriesQuery } from '../../api/queries.ts'
import type { ListedEntry, Titles } from '../../api/types.ts'
import { LongTable } from '../../frame/long-table.tsx'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { planTexts } from '../../texts/texts-plans.ts'
import { useSay } from '../../texts/use-say.ts'
import { NOTHING } from '../../values/print.ts'
import { textOf, valueInWords } from '../plans/item-words.ts'
import { asTree } from '../plans/target-tree.ts'

/** Targets of the confirmed plans, each with its figure and its clause. */
export function TargetList() {
  const say = useSay()
  const targets = useQuery(allEntriesQuery('target', useAsOf()))
  return (
    <Page title={say(planTexts.targets)} note={say(planTexts.targetsNote)}>
      <Loaded query={targets}>
        {({ entries, titles }) =>
          entries.length === 0 ? (
            <Empty title={say(planTexts.targetsEmpty)} note={say(planTexts.targetsEmptyNote)}>
              <Link to="/plans">{say(planTexts.plans)}</Link>
            </Empty>
          ) : (
            <Targets entries={entries} titles={titles} />
          )
        }
      </Loaded>
    </Page>
  )
}

function Targets({ entries, titles }: { readonly entries: readonly ListedEntry[]; readonly titles: Titles }) {
  const say = useSay()
  return (
    <LongTable
      caption={say(planTexts.targets)}
      rows={asTree(entries.toSorted(countedFirst).map(placed), ({ id }) => id)}
      rowKey={({ id }) => id}
      testId={({ id }) => `target-${id}`}
      columns={[
        {
          key: 'title',
          title: say(planTexts.metric),
          main: true,
          render: ({ id, title, parent }) => (
            <div className={parent === null ? 'tree-head' : 'tree-under'}>
              <Link to="/registers/$register/$id" params={{ register: 'target', id }}>
                {title}
              </Link>
            </div>
          ),
        },
        {
          key: 'value',
          title: say(planTexts.value),
          align: 'end',
          render: ({ values }) => <span className="number">{say(valueInWords(wordsOf(values)))}</span>,
        },
        {
          key: 'deadline',
          title: say(planTexts.deadline),
          render: ({ values }) => <span className="number">{textOf(values.deadline) ?? NOTHING}</span>,
        },
        {
          key: 'figure',
          title: say(planTexts.figure),
          fit: true,
          render: ({ values }) => {
            const indicator = textOf(values.indicator)
            return indicator === null ? (
              <span className="note">{say(planTexts.notCounted)}</span>
            ) : (
              <Link to="/figures/$indicator" params={{ indicator }} data-testid={`target-figure-${indicator}`}>
                {say(planTexts.seeFigure)}
              </Link>
            )
          },
        },
        {
          key: 'clause',
          title: say(planTexts.clause),
          render: ({ values }) => {
            const document = textOf(values.document)
            const item = textOf(values.item)
            return document === null ? (
              NOTHING
            ) : (
              <div>
                <Link to="/plans/$document" params={{ document }} search={item === null ? {} : { item }}>
                  {textOf(values.quote) ?? say(planTexts.seeClause)}
                </Link>
                <div className="note">{titles[document]}</div>
              </div>
            )
          },
        },
      ]}
    />
  )
}

/** What counts itself comes first; then as the plan has them. */
function countedFirst(a: ListedEntry, b: ListedEntry): number {
  return (
    Number(textOf(a.values.indicator) === null) - Number(textOf(b.values.indicator) === null) ||
    Number(a.values.start) - Number(b.values.start)
  )
}

/** With the headline it stands under. */
function placed(entry: ListedEntry) {
  return { ...entry, parent: textOf(entry.values.parent) }
}

function wordsOf(values: ListedEntry['values']) {
  return {
    benchmark: textOf(values.benchmark),
    low: textOf(values.low),
    high: textOf(values.high),
    unit: textOf(values.unit),
    comparator: textOf(values.comparator),
  }
}
