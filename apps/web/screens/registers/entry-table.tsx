import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import type { EntryPage, RegisterDescription } from '#contract/entries.ts'
import { useSession } from '../../api/session-gate.ts'
import type { Field, ListedEntry } from '../../api/types.ts'
import { type Column, DataTable } from '../../frame/data-table.tsx'
import { entryAddress } from '../../frame/entry-address.ts'
import { Empty } from '../../frame/page-state.tsx'
import { usePreferences } from '../../frame/preferences.ts'
import { StateTag } from '../../frame/state-tag.tsx'
import { useTitles } from '../../frame/use-titles.ts'
import { bulkTexts } from '../../texts/texts-bulk.ts'
import { listTexts } from '../../texts/texts-entry.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'
import { type PrintContext, printBare } from '../../values/print.ts'
import type { Choosing } from './choosing.ts'
import { headOf, type ListColumn, shownColumns } from './columns-of.ts'
import type { useListState } from './list-state.ts'

interface EntryTableProps {
  readonly description: RegisterDescription
  readonly page: EntryPage
  readonly list: ReturnType<typeof useListState>
  readonly mayCreate: boolean
  /** Absent where nothing can be changed: in the past. */
  readonly choosing: Choosing | undefined
  /** The entry that the keys are at. */
  readonly at: string | undefined
}

/** Columns as the register names them; the first opens the entry. */
export function EntryTable({ description, page, list, mayCreate, choosing, at }: EntryTableProps) {
  const say = useSay()
  const own = useColumns(description, page, list)
  const ticks = useTicks(page, choosing)
  const columns = [...ticks, ...own]
  if (page.entries.length === 0 && list.isFiltered)
    return <Empty title={say(listTexts.emptyFiltered)} note={say(listTexts.emptyFilteredNote)} />
  if (page.entries.length === 0) return <Empty title={say(listTexts.empty)} {...(mayCreate ? { note: say(listTexts.emptyCreate) } : {})} />
  return (
    <DataTable
      caption={say(description.title)}
      columns={columns}
      rows={page.entries}
      rowKey={({ id }) => id}
      testId={({ id }) => `entry-${id}`}
      isChosen={({ id }) => id === list.search.peek}
      isAt={({ id }) => id === at}
    />
  )
}

/** A tick for each entry, and one for the page. */
function useTicks({ entries }: EntryPage, choosing: Choosing | undefined): readonly Column<ListedEntry>[] {
  const say = useSay()
  if (!choosing) return []
  const all = entries.every(({ id }) => choosing.has(id))
  return [
    {
      key: 'choose',
      fit: true,
      title: (
        <Checkbox
          checked={all}
          indeterminate={!all && entries.some(({ id }) => choosing.has(id))}
          onChange={() => (all ? choosing.drop(entries) : choosing.choose(entries))}
          aria-label={say(bulkTexts.choosePage)}
          data-testid="choose-page"
        />
      ),
      render: (entry) => (
        <Checkbox
          checked={choosing.has(entry.id)}
          onChange={() => choosing.toggle(entry)}
          aria-label={say(bulkTexts.choose, { title: entry.title })}
          data-testid={`choose-${entry.id}`}
        />
      ),
    },
  ]
}

const RIGHT_ALIGNED = new Set(['amount', 'number', 'decimal', 'year'])
const UNBROKEN = new Set(['amount', 'number', 'decimal', 'year', 'day', 'phone', 'mail', 'uscc'])
const WIDE = new Set(['picker', 'line', 'paragraph', 'rows'])

function useColumns(
  description: RegisterDescription,
  page: EntryPage,
  list: ReturnType<typeof useListState>,
): readonly Column<ListedEntry>[] {
  const say = useSay()
  const { language } = usePreferences()
  const { jurisdiction } = useSession()
  const titles = useTitles(page.titles)
  const own: Readonly<Record<string, Partial<Column<ListedEntry>> & Pick<Column<ListedEntry>, 'render'>>> = {
    no: { fit: true, render: ({ no }) => <span className="number">{no}</span> },
    state: { render: ({ state }) => <StateTag description={description} state={state} /> },
    changedAt: {
      fit: true,
      render: ({ changedAt }) => <span className="number">{instantInTable(changedAt, jurisdiction.timeZone).slice(0, 10)}</span>,
    },
  }
  const columnOf = (column: ListColumn): Column<ListedEntry> => ({
    key: column.name,
    title: headOf(column, language),
    ...(column.field ? fieldColumn(column.field, { titles, language }) : own[column.name]!),
  })
  const shown = shownColumns(description, list.columns)
  const [first, ...rest] = shown[0]?.name === 'no' ? shown : [undefined, ...shown]
  return [
    ...(first ? [columnOf(first)] : []),
    {
      key: 'title',
      title: say(description.fields.find(({ name }) => name === description.titleField)?.label ?? description.title),
      main: true,
      render: (entry) => <EntryLink register={description.name} entry={entry} />,
    },
    ...rest.flatMap((column) => (column ? [columnOf(column)] : [])),
    {
      key: 'peek',
      title: <span className="visually-hidden">{say(listTexts.peek)}</span>,
      align: 'end',
      fit: true,
      render: ({ id, title }) => (
        <button type="button" className="link-button" onClick={() => list.peek(id)} aria-label={`${say(listTexts.peek)} ${title}`}>
          {say(listTexts.peek)}
        </button>
      ),
    },
  ]
}

/** Numbers stand at the right with their unit in the head; days and numbers are never broken, names of units have room. */
function fieldColumn(field: Field, context: PrintContext): Omit<Column<ListedEntry>, 'key' | 'title'> {
  const unbroken = UNBROKEN.has(field.control)
  return {
    align: RIGHT_ALIGNED.has(field.control) ? 'end' : 'start',
    fit: unbroken,
    wide: WIDE.has(field.control),
    render: ({ values }) => <span className={unbroken ? 'number' : undefined}>{printBare(field, values[field.name], context)}</span>,
  }
}

function EntryLink({ register, entry }: { readonly register: string; readonly entry: ListedEntry }) {
  return <Link {...entryAddress(register, entry.id)}>{entry.title === '' ? entry.no : entry.title}</Link>
}
