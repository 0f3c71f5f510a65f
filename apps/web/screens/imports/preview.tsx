import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { RegisterDescription } from '#contract/entries.ts'
import type { ImportState } from '#contract/imports.ts'
import { errorsAddress, importRowsQuery, type Looked } from '../../api/imports.ts'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { outcomeTexts, previewTexts } from '../../texts/texts-imports.ts'
import { useSay } from '../../texts/use-say.ts'
import { Icon } from '../../theme/icons.tsx'
import { thousands } from '../../values/money.ts'
import { DecideAll } from './clashes.tsx'
import { FaultFilter, type WrongIn } from './fault-filter.tsx'
import { asTab, firstOutcome, tabsOf } from './outcomes.ts'
import { PreviewTable } from './preview-table.tsx'

const route = getRouteApi('/frame/registers/$register/imports/$import')

interface PreviewProps {
  readonly description: RegisterDescription
  readonly kept: ImportState
}

/** The rows of the sheet by what becomes of them. */
export function Preview({ description, kept }: PreviewProps) {
  const asked = asTab(route.useSearch().outcome)
  const outcome = asked ?? firstOutcome(kept)
  const [wanted, setWanted] = useState<WrongIn>()
  const wrongIn = outcome === 'wrong' ? wanted : undefined
  return (
    <section className="panel import-preview">
      <Tabs kept={kept} open={outcome} />
      <About kept={kept} outcome={outcome} />
      {outcome === 'wrong' && <FaultFilter kept={kept} chosen={wrongIn} onChoose={setWanted} />}
      <Rows key={`${outcome} ${wrongIn?.field}`} description={description} kept={kept} outcome={outcome} wrongIn={wrongIn} />
    </section>
  )
}

interface OpenTab {
  readonly kept: ImportState
  readonly open: Looked
}

function Tabs({ kept, open }: OpenTab) {
  const say = useSay()
  const { id, register, counts } = kept
  return (
    <nav className="work-tabs" aria-label={say(previewTexts.rows)}>
      {tabsOf(kept).map((outcome) => (
        <Link
          key={outcome}
          to="/registers/$register/imports/$import"
          params={{ register, import: id }}
          search={{ outcome }}
          replace
          className={outcome === open ? 'work-tab work-tab-open' : 'work-tab'}
          aria-current={outcome === open ? 'page' : undefined}
          data-testid={`outcome-${outcome}`}
          data-count={counts[outcome]}
        >
          {say(outcomeTexts[outcome])}
          <span className={counts[outcome] > 0 && isLoud(outcome) ? `count count-${outcome}` : 'count'}>
            {thousands(String(counts[outcome]))}
          </span>
        </Link>
      ))}
    </nav>
  )
}

const LOUD = { wrong: previewTexts.wrongNote, conflict: previewTexts.conflictNote, warned: previewTexts.warnedNote } as const
const isLoud = (outcome: Looked): outcome is keyof typeof LOUD => outcome in LOUD

/** What to do with rows that do not go in by themselves. */
function About({ kept, outcome }: { readonly kept: ImportState; readonly outcome: Looked }) {
  const say = useSay()
  if (!isLoud(outcome) || kept.counts[outcome] === 0) return null
  return (
    <div className="import-about">
      <p className="note">{say(LOUD[outcome])}</p>
      {outcome === 'wrong' && (
        <a href={errorsAddress(kept.id)} download className="plain-link" data-testid="download-errors">
          <Icon name="down" />
          {say(previewTexts.errors)}
        </a>
      )}
      {outcome === 'conflict' && kept.state === 'ready' && <DecideAll kept={kept} />}
    </div>
  )
}

interface RowsProps extends PreviewProps {
  readonly outcome: Looked
  readonly wrongIn: WrongIn | undefined
}

const ON_A_PAGE = 100

/** A hundred rows at a time: a sheet of twenty thousand wrong rows stays as light as one of ten. */
function Rows({ description, kept, outcome, wrongIn }: RowsProps) {
  const say = useSay()
  const [starts, setStarts] = useState<readonly number[]>([0])
  const after = starts.at(-1) ?? 0
  const rows = useQuery(importRowsQuery(kept.id, { looked: outcome, field: wrongIn?.field, after }, kept.state))
  const count = wrongIn?.rows ?? kept.counts[outcome]
  const from = (starts.length - 1) * ON_A_PAGE + 1
  return (
    <Loaded query={rows}>
      {(page) =>
        page.rows.length === 0 ? (
          <Empty title={say(previewTexts.noRows)} />
        ) : (
          <>
            <PreviewTable description={description} kept={kept} outcome={outcome} rows={page.rows} />
            {count > ON_A_PAGE && (
              <nav className="pager" aria-label={say(previewTexts.rows)}>
                <span className="number">
                  {say(previewTexts.pageRows, {
                    from: thousands(String(from)),
                    to: thousands(String(from + page.rows.length - 1)),
                    count: thousands(String(count)),
                  })}
                </span>
                <span className="pager-acts">
                  <Button disabled={starts.length === 1} onClick={() => setStarts(starts.slice(0, -1))}>
                    {say(previewTexts.previous)}
                  </Button>
                  <Button
                    disabled={page.next === undefined}
                    onClick={() => page.next !== undefined && setStarts([...starts, page.next])}
                    data-testid="next-rows"
                  >
                    {say(previewTexts.next)}
                  </Button>
                </span>
              </nav>
            )}
          </>
        )
      }
    </Loaded>
  )
}
