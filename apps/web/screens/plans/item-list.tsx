import { useVirtualizer } from '@tanstack/react-virtual'
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react'
import type { PlanDocument, PlanItem } from '#contract/plans.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { foundTexts } from '../../texts/texts-found.ts'
import { planTexts } from '../../texts/texts-plans.ts'
import { reviewTexts } from '../../texts/texts-review.ts'
import { useSay } from '../../texts/use-say.ts'
import { Assistant } from './assistant.tsx'
import { BulkBox } from './bulk-box.tsx'
import { IndicatorChoice } from './indicator-choice.tsx'
import { InheritedDeadlines } from './inherited-deadlines.tsx'
import { type CardActs, ItemCard } from './item-card.tsx'
import { ItemEditor } from './item-editor.tsx'
import { ItemMore } from './item-more.tsx'
import { isAlive, progressOf } from './item-words.ts'
import { nextOfKind } from './neighbours.ts'
import type { Reading, ShownItem } from './reading-state.ts'
import { TABS, type Tab } from './reading-tabs.ts'
import type { Span } from './text-selection.ts'
import type { IndicatorChoices } from './use-indicator-choices.ts'
import type { ItemWrites } from './use-item-writes.ts'

// The reader is loaded when it is first needed.
const MoreFound = lazy(() => import('./more-found.tsx').then((module) => ({ default: module.MoreFound })))

/** What the list of found items needs. */
export interface ItemListProps {
  readonly plan: PlanDocument
  readonly reading: Reading
  readonly writes: ItemWrites
  readonly choices: IndicatorChoices
  readonly mayEdit: boolean
  readonly onSplit: (item: PlanItem) => void
  readonly onHelp: () => void
  /** Shows a piece of the source. */
  readonly onShow: (span: Span) => void
}

/** The plan as a tree, what was found by kind, and what waits, the least sure first; and how far the checking is. */
export function ItemList(props: ItemListProps) {
  const say = useSay()
  const { plan, reading, writes, mayEdit } = props
  return (
    <div className="item-pane">
      <div className="item-pane-head">
        <Tabs plan={plan} reading={reading} />
        <Progress plan={plan} mayEdit={mayEdit} onHelp={props.onHelp} />
        <Refusal error={writes.error} />
        {mayEdit && (reading.tab === 'target' || reading.tab === 'waiting') && (
          <InheritedDeadlines items={plan.items} reading={reading} writes={writes} />
        )}
        {mayEdit && reading.tab !== 'more' && <BulkBox items={plan.items} reading={reading} writes={writes} />}
        {mayEdit && <Assistant plan={plan} writes={writes} onShow={props.onShow} />}
      </div>
      {reading.tabShown === 'more' ? (
        <Suspense fallback={<p className="note items-empty">{say(foundTexts.reading)}</p>}>
          <MoreFound text={plan.text} onShow={props.onShow} />
        </Suspense>
      ) : reading.shown.length === 0 ? (
        <div className="state-box items-empty">
          <strong>{say(reading.tab === 'waiting' ? reviewTexts.allChecked : reviewTexts.noneFound)}</strong>
          <span className="note">{say(reading.tab === 'waiting' ? reviewTexts.allCheckedNote : reviewTexts.noneFoundNote)}</span>
        </div>
      ) : (
        <Cards {...props} />
      )}
      <Done writes={writes} mayEdit={mayEdit} />
    </div>
  )
}

function Tabs({ plan, reading }: Pick<ItemListProps, 'plan' | 'reading'>) {
  const say = useSay()
  const counts = useMemo(() => countsOf(plan.items), [plan.items])
  return (
    <div className="kind-tabs" role="tablist" aria-label={say(planTexts.items)}>
      {TABS.map((tab) => (
        <button
          type="button"
          key={tab}
          role="tab"
          aria-selected={tab === reading.tab}
          className={`kind-tab kind-${tab}`}
          onClick={() => reading.setTab(tab)}
          data-testid={`kind-${tab}`}
        >
          {say(TAB_NAMES[tab])}
          {tab !== 'more' && <span className="count">{counts[tab]}</span>}
        </button>
      ))}
    </div>
  )
}

const TAB_NAMES = {
  heading: reviewTexts.tree,
  target: planTexts.target,
  duty: planTexts.duty,
  list: planTexts.list,
  waiting: reviewTexts.waiting,
  more: foundTexts.more,
} as const

function countsOf(items: readonly PlanItem[]): Readonly<Record<Exclude<Tab, 'more'>, number>> {
  const count = (tab: PlanItem['itemKind']) => items.filter((item) => item.itemKind === tab && isAlive(item)).length
  return {
    heading: items.filter(isAlive).length,
    target: count('target'),
    duty: count('duty'),
    list: count('list'),
    waiting: items.filter(({ state }) => state === 'found').length,
  }
}

function Progress({ plan, mayEdit, onHelp }: Pick<ItemListProps, 'plan' | 'mayEdit' | 'onHelp'>) {
  const say = useSay()
  const { done, total } = progressOf(plan.items)
  const words = say(planTexts.progress, { done, total })
  return (
    <>
      <div className="item-pane-tools">
        <span className="progress-words number" data-testid="progress">
          {words}
        </span>
        {mayEdit && (
          <button type="button" className="link-button only-wide" onClick={onHelp} data-testid="keys">
            {say(reviewTexts.keys)} <kbd>?</kbd>
          </button>
        )}
      </div>
      <progress className="target-bar" value={done} max={Math.max(1, total)} aria-label={words} />
    </>
  )
}

/** The last act, told to screen readers, with its way back. */
function Done({ writes: { note, last, undo }, mayEdit }: Pick<ItemListProps, 'writes' | 'mayEdit'>) {
  const say = useSay()
  return (
    <div className="item-done" role="status">
      {mayEdit && note && (
        <>
          <span className="item-done-words">{say(note.words, { label: note.label })}</span>
          {last && (
            <button type="button" className="link-button" onClick={() => void undo().catch(() => undefined)} data-testid="undo">
              {say(reviewTexts.undo)} <kbd>u</kbd>
            </button>
          )}
        </>
      )}
    </div>
  )
}

/** Of a thousand cards only those in sight, and some around them, are drawn. */
const AROUND = 12
const USUAL_HEIGHT = 104

function Cards(props: ItemListProps) {
  const { reading } = props
  const say = useSay()
  const list = useRef<HTMLDivElement>(null)
  const acts = useCardActs(props)
  const counted = useCounted(props)
  const { shown, chosen } = reading
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => list.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (at) => shown[at]?.item.id ?? at,
    overscan: AROUND,
  })
  const at = shown.findIndex(({ item }) => item.id === chosen)
  useEffect(() => {
    if (at !== -1) rows.scrollToIndex(at, { align: 'auto' })
  }, [rows, at, chosen])
  return (
    <div ref={list} className="items" role="tabpanel" aria-label={say(TAB_NAMES[reading.tab])}>
      <ul className="items-all" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const one = shown[index]
          return (
            one && (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                className="items-place"
                style={{ transform: `translateY(${start}px)` }}
              >
                <ShownCard {...one} {...props} counted={counted(one.item)} acts={acts} />
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

/** By what a target counts itself, in words. */
function useCounted({ plan, choices }: ItemListProps) {
  const say = useSay()
  const titles = useMemo(() => new Map(plan.indicators.map(({ code, title }) => [code, title])), [plan.indicators])
  return (item: PlanItem) => {
    const title = item.itemKind === 'target' && isAlive(item) ? titles.get(choices.of(item) ?? '') : undefined
    return title && say(title)
  }
}

/** One object that stays the same, so that cards need not be drawn again; it asks what stands now. */
function useCardActs({ reading, writes }: ItemListProps): CardActs {
  const now = useRef({ reading, writes })
  useEffect(() => {
    now.current = { reading, writes }
  })
  return useMemo(
    () => ({
      choose: (item) => now.current.reading.choose(item.id),
      edit: (item) => {
        now.current.reading.choose(item.id)
        now.current.reading.setEditing(item.id)
      },
      toggleCheck: (item) => void now.current.writes.toggleCheck(item),
      toggle: (item) => void now.current.writes.toggle(item),
      toggleFold: (id) => now.current.reading.toggleFold(id),
    }),
    [],
  )
}

interface ShownCardProps extends ShownItem, ItemListProps {
  readonly counted: string | undefined
  readonly acts: CardActs
}

function ShownCard({ item, depth, fold, counted, acts, ...props }: ShownCardProps) {
  const { reading, mayEdit } = props
  const isChosen = reading.chosen === item.id
  const isEdited = isChosen && reading.editing === item.id && mayEdit
  return (
    <ItemCard {...{ item, depth, fold, counted, acts, isChosen, isEdited, mayEdit }}>
      {isChosen && <ChosenMore item={item} isEdited={isEdited} {...props} />}
    </ItemCard>
  )
}

function ChosenMore({
  item,
  isEdited,
  plan,
  reading,
  writes,
  choices,
  mayEdit,
  onSplit,
}: ItemListProps & { readonly item: PlanItem; readonly isEdited: boolean }) {
  const next = nextOfKind(plan.items, item)
  const join = async (second: PlanItem) => {
    const [made] = await writes.join(item, second)
    reading.choose(made)
  }
  return (
    <>
      {item.itemKind === 'target' && isAlive(item) && <IndicatorChoice item={item} plan={plan} choices={choices} disabled={!mayEdit} />}
      {isEdited ? (
        <ItemEditor item={item} onSave={writes.edit} onDone={() => reading.setEditing(undefined)} />
      ) : (
        <ItemMore
          item={item}
          mayEdit={mayEdit}
          onSplit={() => onSplit(item)}
          onJoin={next && (() => void join(next).catch(() => undefined))}
        />
      )}
    </>
  )
}
