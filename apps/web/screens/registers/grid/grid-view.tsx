import { useQuery } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { Button } from 'antd'
import type { EntryPage, RegisterDescription } from '#contract/entries.ts'
import { editablePageQuery } from '../../../api/grid.ts'
import type { ListedEntry } from '../../../api/types.ts'
import { Empty, Loaded, Refusal } from '../../../frame/page-state.tsx'
import { usePreferences } from '../../../frame/preferences.ts'
import { listTexts } from '../../../texts/texts-entry.ts'
import { gridTexts } from '../../../texts/texts-grid.ts'
import { useSay } from '../../../texts/use-say.ts'
import { headOf } from '../columns-of.ts'
import type { useListState } from '../list-state.ts'
import { Pager } from '../pager.tsx'
import { cellText, GridCell, isTyped } from './grid-cell.tsx'
import { cellKey, EMPTY_SHEET, isInside, replaced } from './grid-state.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { countsOf, settledClash, useSave } from './use-save.ts'
import { sheetFields, takeBackIn, useSheet } from './use-sheet.ts'

interface GridProps {
  readonly description: RegisterDescription
  readonly list: ReturnType<typeof useListState>
}

/** The list as a sheet: cells are typed, pasted and saved together. */
export function GridView({ description, list }: GridProps) {
  const page = useQuery(editablePageQuery(description.name, list.query))
  return <Loaded query={page}>{(loaded) => <Grid description={description} list={list} page={loaded} />}</Loaded>
}

function Grid({ description, list, page }: GridProps & { readonly page: EntryPage }) {
  const say = useSay()
  const fields = sheetFields(description, list.columns)
  const used = useSheet(description, page, fields)
  const save = useSave(description, page, used)
  const { changes } = used.sheet
  useBlocker({
    shouldBlockFn: () => changes.size > 0 && !window.confirm(say(gridTexts.leave)),
    enableBeforeUnload: () => changes.size > 0,
  })
  if (page.entries.length === 0) return <Empty title={say(list.isFiltered ? listTexts.emptyFiltered : listTexts.empty)} />
  const none = page.entries.every(({ may }) => !may?.includes('edit'))
  return (
    <>
      <p className="note">{say(none ? gridTexts.none : gridTexts.note)}</p>
      <SaveBar used={used} save={save} />
      <RowFaults entries={page.entries} faults={save.rowFaults} />
      <GridTable description={description} page={page} fields={fields} used={used} rowFaults={save.rowFaults} />
      <Pager page={page} list={list} />
    </>
  )
}

interface SaveBarProps {
  readonly used: ReturnType<typeof useSheet>
  readonly save: ReturnType<typeof useSave>
}

function SaveBar({ used, save: { saving, rowFaults, forget } }: SaveBarProps) {
  const say = useSay()
  const { cells, rows, faulty, waiting } = countsOf(used.sheet.changes)
  const against = faulty + rowFaults.size
  const done = saving.data
  const discard = () => {
    used.setSheet(EMPTY_SHEET)
    forget()
  }
  return (
    <div className="grid-bar" role="status" data-testid="grid-bar">
      <span>{say(gridTexts.changed, { rows, cells })}</span>
      {faulty > 0 && <span className="fault">{say(gridTexts.faulty, { count: faulty })}</span>}
      <Button
        type="primary"
        disabled={cells === 0 || faulty > 0}
        loading={saving.isPending || waiting > 0}
        onClick={() => saving.mutate('all')}
        data-testid="grid-save"
      >
        {say(gridTexts.save)}
      </Button>
      {against > 0 && (
        <Button
          disabled={cells === 0}
          loading={saving.isPending || waiting > 0}
          onClick={() => saving.mutate('good')}
          data-testid="grid-save-good"
        >
          {say(gridTexts.saveGood)}
        </Button>
      )}
      <Button disabled={used.sheet.before.length === 0} onClick={() => takeBackIn(used)} data-testid="grid-undo">
        {say(gridTexts.undo)}
      </Button>
      <Button disabled={cells === 0} onClick={discard}>
        {say(gridTexts.discard)}
      </Button>
      {used.note !== '' && <span className="note">{used.note}</span>}
      {cells === 0 && done && done.ids.length > 0 && (
        <span data-testid="grid-saved">{say(gridTexts.saved, { count: done.ids.length })}</span>
      )}
      {cells > 0 && done && done.faults.length > 0 && (
        <span className="fault">{say(gridTexts.savedPartly, { count: done.ids.length, rest: rows })}</span>
      )}
      <Refusal error={saving.error} />
    </div>
  )
}

/** What stands against whole entries: on the number of their row it is told to a mouse alone. */
function RowFaults({ entries, faults }: Pick<EntryPage, 'entries'> & { readonly faults: ReadonlyMap<string, string> }) {
  const say = useSay()
  const told = entries.filter(({ id }) => faults.has(id))
  if (told.length === 0) return null
  return (
    <ul className="grid-row-faults fault" data-testid="grid-row-faults">
      {told.map(({ id, no, title }) => (
        <li key={id}>{say(gridTexts.row, { title: `${no} ${title}`, message: faults.get(id) ?? '' })}</li>
      ))}
    </ul>
  )
}

interface GridTableProps {
  readonly description: RegisterDescription
  readonly page: EntryPage
  readonly fields: ReturnType<typeof sheetFields>
  readonly used: ReturnType<typeof useSheet>
  readonly rowFaults: ReadonlyMap<string, string>
}

function GridTable({ description, page: { entries }, fields, used, rowFaults }: GridTableProps) {
  const say = useSay()
  const { language } = usePreferences()
  const context = { titles: used.titles, language }
  const changeAt = (entry: ListedEntry | undefined, name: string) => used.sheet.changes.get(cellKey(entry?.id ?? '', name))
  const keys = useGridKeys({ rows: entries.length, columns: fields.length }, used, ({ row, column }) => {
    const [entry, field] = [entries[row], fields[column]]
    const change = field && changeAt(entry, field.name)
    return field ? (change?.text ?? cellText(field, change ? change.value : entry?.values[field.name], context)) : ''
  })
  const placeOf = (target: EventTarget) => (target as Element).closest?.('[data-place]')?.getAttribute('data-place')?.split('-').map(Number)
  const point = (target: EventTarget, extends_: boolean) => {
    const [row, column] = placeOf(target) ?? []
    if (row !== undefined && column !== undefined && !(row === keys.at.row && column === keys.at.column)) keys.go({ row, column }, extends_)
  }
  return (
    <div className="grid-box table-box">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the pattern of a grid is a table with this role */}
      <table
        role="grid"
        className="table grid"
        aria-label={say(gridTexts.caption, { title: say(description.title) })}
        {...keys.handlers}
        onMouseDown={({ target, shiftKey }) => point(target, shiftKey)}
        onMouseOver={({ target, buttons }) => buttons === 1 && keys.editing === undefined && point(target, true)}
        onDoubleClick={() => keys.open()}
        data-testid="grid"
      >
        <thead>
          <tr>
            <th scope="col">{say(listTexts.number)}</th>
            {fields.map((field) => (
              <th key={field.name} scope="col">
                {headOf({ name: field.name, label: field.label, field }, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, row) => (
            <tr key={entry.id}>
              <th scope="row" className={rowFaults.has(entry.id) ? 'grid-no grid-faulty' : 'grid-no'} title={rowFaults.get(entry.id)}>
                {entry.no}
                {rowFaults.has(entry.id) && <span className="visually-hidden">{rowFaults.get(entry.id)}</span>}
              </th>
              {fields.map((field, column) => {
                const change = changeAt(entry, field.name)
                const place = { row, column }
                const isAt = keys.at.row === row && keys.at.column === column
                return (
                  <GridCell
                    key={field.name}
                    field={field}
                    value={change ? change.value : entry.values[field.name]}
                    change={change}
                    titles={used.titles}
                    isOpen={used.isOpen(place)}
                    isAt={isAt}
                    isChosen={isInside(keys.block, place)}
                    isLive={keys.isLive}
                    editing={isAt ? keys.editing : undefined}
                    place={`${row}-${column}`}
                    onEdit={keys.setEditing}
                    onCommit={(value) => {
                      if (isTyped(field)) keys.commit()
                      else {
                        keys.setEditing(undefined)
                        if (['choice', 'check'].includes(field.control)) used.put(place, value)
                        else void used.putTexts({ from: place, to: place }, [[typeof value === 'string' ? value : '']])
                      }
                    }}
                    onClash={(side) => used.setSheet((now) => replaced(now, [settledClash(cellKey(entry.id, field.name), change!, side)]))}
                  />
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
