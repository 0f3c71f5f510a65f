import { memo, type RefObject, useEffect, useRef } from 'react'
import type { Field, Titles } from '../../../api/types.ts'
import { Control } from '../../../controls/control.tsx'
import { usePreferences } from '../../../frame/preferences.ts'
import { gridTexts } from '../../../texts/texts-grid.ts'
import { useSay } from '../../../texts/use-say.ts'
import { asText } from '../../../values/as-text.ts'
import { yuanToTyped } from '../../../values/money.ts'
import { isEmpty, type PrintContext, printBare } from '../../../values/print.ts'
import type { ChangedCell } from './grid-state.ts'

/** Fields that are typed as text; the others have a control to choose in. */
const TYPED: ReadonlySet<string> = new Set(['line', 'paragraph', 'number', 'decimal', 'year', 'amount', 'day', 'phone', 'uscc'])

/** Whether the cell is written to by typing. */
export const isTyped = ({ control }: Pick<Field, 'control'>) => TYPED.has(control)

/** A value as the clipboard and the box hold it: numbers plain, amounts in 万元. */
export function cellText(field: Field, value: unknown, context: PrintContext): string {
  if (isEmpty(value)) return ''
  if (field.control === 'amount') return yuanToTyped(asText(value))
  return isTyped(field) ? asText(value) : printBare(field, value, context)
}

interface GridCellProps {
  readonly field: Field
  readonly value: unknown
  readonly change: ChangedCell | undefined
  readonly titles: Titles
  readonly isOpen: boolean
  readonly isAt: boolean
  readonly isChosen: boolean
  /** Whether the person is in the sheet: its cell takes the focus only then. */
  readonly isLive: boolean
  /** The text in the box; undefined while the cell is not edited. */
  readonly editing: string | undefined
  readonly place: string
  readonly onEdit: (text: string) => void
  readonly onCommit: (value?: unknown) => void
  readonly onClash: (side: 'mine' | 'theirs') => void
}

/** One cell: its value, the box while it is edited, and what is wrong with it. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { field, value, change, titles, isOpen, isAt, isChosen, isLive, editing, place } = props
  const { language } = usePreferences()
  const shown = change?.text ?? (isEmpty(value) ? '' : printBare(field, value, { titles, language }))
  const typed = isTyped(field)
  const cell = useRef<HTMLTableCellElement>(null)
  const catcher = useRef<HTMLInputElement>(null)
  useFocusWhen(isAt && isLive && editing === undefined, typed && isOpen ? catcher : cell)
  const names = [
    'grid-cell',
    RIGHT.has(field.control) ? 'align-end' : '',
    isOpen ? '' : 'grid-closed',
    isChosen ? 'grid-chosen' : '',
    isAt ? 'grid-at' : '',
    change ? 'grid-changed' : '',
    change?.fault !== undefined || change?.theirs ? 'grid-faulty' : '',
  ]
  return (
    <td
      ref={cell}
      role="gridcell"
      className={names.filter((name) => name !== '').join(' ')}
      tabIndex={isAt ? 0 : -1}
      aria-selected={isChosen}
      aria-readonly={!isOpen}
      aria-invalid={change?.fault !== undefined}
      title={change?.fault}
      data-place={place}
      data-testid={`cell-${place}`}
    >
      {(editing === undefined || typed) && <span className={editing === undefined ? 'grid-shown' : 'grid-hidden'}>{shown}</span>}
      {isAt && isOpen && typed && <TypedBox {...props} box={catcher} />}
      {isAt && isOpen && !typed && editing !== undefined && <ChoosingBox {...props} />}
      {change?.theirs && <Theirs {...props} theirs={change.theirs.value} />}
      {isAt && change?.fault !== undefined && <span className="grid-fault">{change.fault}</span>}
    </td>
  )
})

const RIGHT: ReadonlySet<string> = new Set(['amount', 'number', 'decimal', 'year'])

function useFocusWhen(wanted: boolean, target: RefObject<HTMLElement | null>) {
  useEffect(() => {
    if (wanted) target.current?.focus()
  }, [wanted, target])
}

/** The box is there before anything is typed, unseen: what an input method composes begins in it and is not lost. */
function TypedBox({ field, editing, onEdit, onCommit, box }: GridCellProps & { readonly box: RefObject<HTMLInputElement | null> }) {
  const say = useSay()
  return (
    <input
      ref={box}
      className={editing === undefined ? 'grid-catch' : 'grid-input'}
      aria-label={say(field.label)}
      value={editing ?? ''}
      onChange={({ target }) => onEdit(target.value)}
      onBlur={() => editing !== undefined && onCommit()}
    />
  )
}

function ChoosingBox({ field, value, titles, onCommit, place }: GridCellProps) {
  return (
    <div className="grid-choosing">
      <Control
        field={field}
        value={value}
        titles={titles}
        onChange={(next) => onCommit(next)}
        id={`grid-${place}`}
        disabled={false}
        invalid={false}
        describedBy={`grid-${place}`}
      />
    </div>
  )
}

function Theirs({ field, titles, onClash, theirs }: GridCellProps & { readonly theirs: unknown }) {
  const say = useSay()
  const { language } = usePreferences()
  return (
    <span className="grid-theirs" data-testid="grid-theirs">
      {say(gridTexts.theirs, { value: printBare(field, theirs, { titles, language }) })}
      <button type="button" className="link-button" onClick={() => onClash('mine')}>
        {say(gridTexts.mine)}
      </button>
      <button type="button" className="link-button" onClick={() => onClash('theirs')}>
        {say(gridTexts.takeTheirs)}
      </button>
    </span>
  )
}
