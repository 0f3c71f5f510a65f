import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'

import { Alert, Segmented } from 'antd'
import { lazy, type RefObject, Suspense, useDeferredValue, useRef, useState } from 'react'

import type { PlanDocument, PlanItem } from '#contract/plans.ts'
import { planDocumentQuery } from '../../api/queries.ts'
import { Page } from '../../frame/page.tsx'
import { Loaded } from '../../frame/page-state.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { marks } from '../../texts/texts-marks.ts'
import { planTexts } from '../../texts/texts-plans.ts'
import { programmeTexts } from '../../texts/texts-programme.ts'
import { reviewTexts } from '../../texts/texts-review.ts'
import { versionTexts } from '../../texts/texts-versions.ts'
import { useSay } from '../../texts/use-say.ts'
import type { ToAdd } from './add-dialog.tsx'
import { ItemList } from './item-list.tsx'
import { ItemSheet } from './item-sheet.tsx'
import { KeysHelp } from './keys-help.tsx'
import { NotedTerms } from './noted-terms.tsx'
import { type Reading, useReadingState } from './reading-state.ts'
import { SelectionBar } from './selection-bar.tsx'
import { useSimplified } from './simplified-lines.ts'
import { Legend, SourceText, useChooseInText } from './source-text.tsx'
import { SplitBox } from './split-box.tsx'
import { TextSearch } from './text-search.tsx'
import { type Span, selectIn } from './text-selection.ts'
import { useIndicatorChoices } from './use-indicator-choices.ts'
import { type ItemWrites, useItemWrites } from './use-item-writes.ts'
import { useReadingKeys } from './use-reading-keys.ts'

const route = getRouteApi('/frame/plans/$document')

// These two read words as the server does; the reader is loaded when it is first needed.
const AddDialog = lazy(() => import('./add-dialog.tsx').then((module) => ({ default: module.AddDialog })))
const SplitDialog = lazy(() => import('./split-dialog.tsx').then((module) => ({ default: module.SplitDialog })))

/** What lies over the page. */
type Over =
  | { readonly is: 'nothing' | 'keys' }
  | { readonly is: 'add'; readonly toAdd: ToAdd }
  | { readonly is: 'split'; readonly item: PlanItem }
type Side = 'text' | 'items'

const NOTHING_OVER: Over = { is: 'nothing' }

/** Checks what was read from a plan. */
export function ReadingPage() {
  const { document } = route.useParams()
  const plan = useQuery(planDocumentQuery(document))
  return <Loaded query={plan}>{(loaded) => <Reader key={document} plan={loaded} />}</Loaded>
}

/** The source text at the left, what was found in it at the right, each leading to the other. */
function Reader({ plan }: { readonly plan: PlanDocument }) {
  const say = useSay()
  const past = useAsOf() !== undefined
  const mayEdit = plan.mayEdit && !past
  const reading = useReadingState(plan)
  const writes = useItemWrites(plan.document.id)
  const choices = useIndicatorChoices(plan)
  const [over, setOver] = useState<Over>(NOTHING_OVER)
  const [side, setSide] = useState<Side>('text')
  const [searching, setSearching] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const show = (span: Span) => {
    setSide('text')
    // On a phone the text is laid out once its side is shown.
    requestAnimationFrame(() => selectIn(box.current, span))
  }
  useReadingKeys({ plan, reading, writes, mayEdit, onSearch: () => setSearching(true), onHelp: () => setOver({ is: 'keys' }) })
  return (
    <Page
      title={plan.document.title}
      note={<DocumentNote plan={plan} />}
      actions={
        plan.mayConfirm &&
        !past && (
          <Link
            to={plan.document.supersedes === null ? '/plans/$document/confirm' : '/plans/$document/version'}
            params={{ document: plan.document.id }}
            className="main-link"
            data-testid="confirm"
          >
            {say(plan.document.supersedes === null ? planTexts.confirm : versionTexts.compare)}
          </Link>
        )
      }
    >
      <Notices plan={plan} mayEdit={mayEdit} />
      <Segmented
        className="only-narrow reading-sides"
        block
        value={side}
        onChange={(chosen: Side) => setSide(chosen)}
        options={[
          { value: 'text', label: say(planTexts.text) },
          { value: 'items', label: say(planTexts.items) },
        ]}
      />
      <SplitBox name="plan-reading" label={say(planTexts.splitter)} shown={side === 'text' ? 'first' : 'second'}>
        <SourcePane {...{ plan, reading, box, mayEdit, searching, setSearching, side }} onAdd={(toAdd) => setOver({ is: 'add', toAdd })} />
        <ItemList
          {...{ plan, reading, writes, choices, mayEdit }}
          onSplit={(item) => setOver({ is: 'split', item })}
          onHelp={() => setOver({ is: 'keys' })}
          onShow={show}
        />
      </SplitBox>
      <ItemSheet {...{ plan, reading, writes, mayEdit, side }} onSide={setSide} />
      <OverPage {...{ plan, reading, writes, over }} onClose={() => setOver(NOTHING_OVER)} />
    </Page>
  )
}

interface SourcePaneProps {
  readonly plan: PlanDocument
  readonly reading: Reading
  readonly box: RefObject<HTMLDivElement | null>
  readonly mayEdit: boolean
  readonly searching: boolean
  readonly side: Side
  readonly setSearching: (searching: boolean) => void
  readonly onAdd: (toAdd: ToAdd) => void
}

function SourcePane({ plan, reading, box, mayEdit, searching, setSearching, side, onAdd }: SourcePaneProps) {
  const say = useSay()
  const choose = useChooseInText(reading)
  // What changes in the list is shown there at once, the underlines follow.
  const items = useDeferredValue(plan.items)
  const [bothWays, setBothWays] = useState(false)
  const simplified = useSimplified(plan.text, plan.traditional && bothWays)
  return (
    <div className="source-pane">
      <div className="source-head">
        <Legend />
        {searching ? (
          <TextSearch text={plan.text} box={box} onClose={() => setSearching(false)} />
        ) : (
          <span className="source-head-acts">
            {plan.traditional && (
              <button
                type="button"
                className="link-button"
                aria-pressed={bothWays}
                onClick={() => setBothWays(!bothWays)}
                data-testid="both-ways"
              >
                {say(bothWays ? reviewTexts.asPrinted : reviewTexts.bothWays)}
              </button>
            )}
            {mayEdit && <span className="note only-wide">{say(reviewTexts.selectHint)}</span>}
            <button type="button" className="link-button" onClick={() => setSearching(true)} data-testid="open-search">
              {say(reviewTexts.searchText)} <kbd className="only-wide">/</kbd>
            </button>
          </span>
        )}
      </div>
      {simplified && <NotedTerms terms={simplified.terms} onShow={(span) => selectIn(box.current, span)} />}
      <div className="source-box">
        {mayEdit && <SelectionBar box={box} onAdd={(kind, { start, end }) => onAdd({ kind, start, end })} />}
        <SourceText
          text={plan.text}
          items={items}
          chosen={reading.chosen}
          onChoose={choose}
          box={box}
          isTraditional={plan.traditional}
          simplified={simplified}
          side={side}
        />
      </div>
    </div>
  )
}

interface OverPageProps {
  readonly plan: PlanDocument
  readonly reading: Reading
  readonly writes: ItemWrites
  readonly over: Over
  readonly onClose: () => void
}

function OverPage({ plan, reading, writes, over, onClose }: OverPageProps) {
  /** What was just made is chosen, so that it is seen where it stands. */
  const choosing = async (made: Promise<readonly string[]>) => {
    const [first] = await made
    document.getSelection()?.removeAllRanges()
    reading.choose(first)
  }
  if (over.is === 'keys') return <KeysHelp onClose={onClose} />
  return (
    <Suspense fallback={null}>
      {over.is === 'add' && (
        <AddDialog
          plan={plan}
          toAdd={over.toAdd}
          onClose={onClose}
          onAdd={async (input) => {
            reading.setTab(over.toAdd.kind)
            await choosing(writes.add(input))
          }}
        />
      )}
      {over.is === 'split' && <SplitDialog item={over.item} onClose={onClose} onSplit={(item, at) => choosing(writes.split(item, at))} />}
    </Suspense>
  )
}

function DocumentNote({ plan: { document } }: { readonly plan: PlanDocument }) {
  const say = useSay()
  return (
    <span className="entry-note">
      <span>{document.issuers.join(say(marks.listComma))}</span>
      {document.documentNo !== null && <span>{document.documentNo}</span>}
      {document.documentDate !== null && <span className="number">{document.documentDate}</span>}
      <span>
        {document.fileName}
        {document.sourceType === 'docx' || document.sourceType === 'pdf' ? '' : ` · ${document.encoding}`}
      </span>
    </span>
  )
}

function Notices({ plan, mayEdit }: { readonly plan: PlanDocument; readonly mayEdit: boolean }) {
  const say = useSay()
  const { state, warnings } = plan.document
  return (
    <>
      {warnings.length > 0 && state === 'draft' && (
        <Alert type="warning" showIcon title={warnings.map((words) => say(words)).join(' ')} closable />
      )}
      {(state === 'confirmed' || state === 'superseded') && (
        <Alert
          type={state === 'confirmed' ? 'success' : 'info'}
          showIcon
          title={say(state === 'confirmed' ? planTexts.isConfirmed : versionTexts.isSuperseded)}
          action={
            <Link to="/plans/$document/programme" params={{ document: plan.document.id }} data-testid="to-targets">
              {say(programmeTexts.programme)}
            </Link>
          }
        />
      )}
      {state === 'draft' && !mayEdit && <Alert type="info" showIcon title={say(planTexts.readOnly)} />}
    </>
  )
}
