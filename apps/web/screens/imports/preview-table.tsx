import { Link } from '@tanstack/react-router'
import type { RegisterDescription } from '#contract/entries.ts'
import type { ImportState } from '#contract/imports.ts'
import type { Looked, PreviewRow } from '../../api/imports.ts'
import { type Column, DataTable } from '../../frame/data-table.tsx'
import { entryAddress } from '../../frame/entry-address.ts'
import { outcomeTexts, previewTexts } from '../../texts/texts-imports.ts'
import { marks } from '../../texts/texts-marks.ts'
import { useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'
import { Chosen, Clashes } from './clashes.tsx'
import { Value } from './value.tsx'

interface PreviewTableProps {
  readonly description: RegisterDescription
  readonly kept: ImportState
  readonly outcome: Looked
  readonly rows: readonly PreviewRow[]
}

/** A page of rows of one outcome, each with what there is to know of it. */
export function PreviewTable({ description, kept, outcome, rows }: PreviewTableProps) {
  const say = useSay()
  const columns: readonly Column<PreviewRow>[] = [
    {
      key: 'row',
      title: say(previewTexts.row),
      align: 'end',
      fit: true,
      render: ({ row, sheet }) => (
        <>
          {sheet !== undefined && <span className="note">{sheet} </span>}
          <span className="number">{row}</span>
        </>
      ),
    },
    { key: 'title', title: say(previewTexts.entry), main: true, render: (row) => <Title register={description.name} row={row} /> },
    ...detailOf(outcome).map(({ title, render }) => ({ key: title.en, title: say(title), render: (row: PreviewRow) => render(row, kept) })),
    ...(kept.state === 'ready' || outcome === 'unchanged' || outcome === 'warned'
      ? []
      : [{ key: 'in', title: say(previewTexts.outcome), fit: true, render: (row: PreviewRow) => <IsIn row={row} /> }]),
  ]
  return (
    <DataTable
      caption={say(previewTexts.rows)}
      columns={columns}
      rows={rows}
      rowKey={({ row, sheet = '' }) => `${sheet}${row}`}
      testId={({ row, sheet = '' }) => `row-${sheet}${row}`}
    />
  )
}

interface Detail {
  readonly title: Words
  readonly render: (row: PreviewRow, kept: ImportState) => React.ReactNode
}

function detailOf(outcome: Looked): readonly Detail[] {
  if (outcome === 'wrong') return [{ title: previewTexts.problem, render: ({ faults }) => <Sentences of={faults} tone="bad" /> }]
  if (outcome === 'warned')
    return [{ title: previewTexts.doubt, render: ({ warnings }) => <Sentences of={warnings} tone="warning" /> }, OUTCOME]
  if (outcome === 'conflict') return [{ title: previewTexts.clashes, render: (row, kept) => <Clashes row={row} kept={kept} /> }]
  if (outcome === 'new') return []
  return [
    { title: outcome === 'changed' ? previewTexts.changes : previewTexts.kept, render: (row, kept) => <Changes row={row} kept={kept} /> },
  ]
}

const OUTCOME: Detail = { title: previewTexts.outcome, render: ({ outcome }) => <OutcomeName of={outcome} /> }

function OutcomeName({ of }: { readonly of: PreviewRow['outcome'] }) {
  return useSay()(outcomeTexts[of])
}

function Title({ register, row: { title, entry } }: { readonly register: string; readonly row: PreviewRow }) {
  const say = useSay()
  const words = title === '' ? say(previewTexts.untitled) : title
  return entry === null ? words : <Link {...entryAddress(register, entry)}>{words}</Link>
}

function IsIn({ row: { applied } }: { readonly row: PreviewRow }) {
  const say = useSay()
  return <span className={applied ? 'tag tag-good' : 'tag'}>{say(applied ? previewTexts.isIn : previewTexts.notIn)}</span>
}

/** Sentences about cells, each with the address of its cell. */
function Sentences({ of, tone }: { readonly of: PreviewRow['faults']; readonly tone: 'bad' | 'warning' }) {
  const say = useSay()
  return (
    <ul className="import-faults">
      {of.map(({ cell, label, message }) => (
        <li key={`${cell ?? ''}${message.en}`}>
          {cell !== undefined && <span className={`cell-address tag-${tone}`}>{cell}</span>}
          <span>
            {label && `${say(label)}${say(marks.colon)}`}
            {say(message)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Changes({ row: { row, applied, changes }, kept }: { readonly row: PreviewRow; readonly kept: ImportState }) {
  const say = useSay()
  const open = kept.state === 'ready' && !applied
  return (
    <dl className="import-changes">
      {changes.map(({ field, label, before, after, clash, choice, rows }) => (
        <div key={field}>
          <dt>{say(label)}</dt>
          <dd>
            {choice === 'system' ? <Value of={before} /> : rows ? <TableRows rows={rows} /> : <OldAndNew before={before} after={after} />}
            {clash && choice && <Chosen id={kept.id} row={row} field={field} choice={choice} open={open} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Of a sub-table: which of its rows come, change and go. */
function TableRows({ rows }: { readonly rows: NonNullable<PreviewRow['changes'][number]['rows']> }) {
  const say = useSay()
  return (
    <ul className="import-table-rows">
      {rows.map(({ act, before, after }) => (
        <li key={`${act}${before?.en ?? ''}${after?.en ?? ''}`}>
          <span className="note">{say(previewTexts[act])}</span>
          {act === 'added' && (
            <ins>
              <Value of={after} />
            </ins>
          )}
          {act === 'removed' && (
            <del>
              <Value of={before} />
            </del>
          )}
          {act === 'changed' && <OldAndNew before={before} after={after} />}
        </li>
      ))}
    </ul>
  )
}

function OldAndNew({ before, after }: Pick<PreviewRow['changes'][number], 'before' | 'after'>) {
  return (
    <>
      <del>
        <Value of={before} />
      </del>
      <span aria-hidden="true">→</span>
      <ins>
        <Value of={after} />
      </ins>
    </>
  )
}
