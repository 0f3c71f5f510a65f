import { useMutation } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import type { ImportState } from '#contract/imports.ts'
import { type Choice, chooseInImport, type PreviewRow } from '../../api/imports.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'
import { Refusal } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
import { previewTexts } from '../../texts/texts-imports.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { Value } from './value.tsx'

const SIDES = ['sheet', 'system'] as const

/** One answer for all clashes that are still open. */
export function DecideAll({ kept: { id, counts } }: { readonly kept: ImportState }) {
  const say = useSay()
  const { decide, error } = useDeciding(id)
  const words = { sheet: previewTexts.allSheet, system: previewTexts.allSystem }
  return (
    <div className="panel-acts">
      {SIDES.map((choice) => (
        <Popconfirm
          key={choice}
          title={say(previewTexts.sureAll, { count: thousands(String(counts.conflict)) })}
          onConfirm={() => decide({ choice })}
          okButtonProps={testId(`confirm-all-${choice}`)}
        >
          <Button data-testid={`all-${choice}`}>{say(words[choice])}</Button>
        </Popconfirm>
      ))}
      <Refusal error={error} />
    </div>
  )
}

function useDeciding(id: string) {
  const deciding = useMutation({ mutationFn: (choice: Choice) => chooseInImport(id, choice), onSettled: refreshAfterWrite })
  return {
    decide: deciding.mutate,
    busy: deciding.isPending,
    asked: deciding.isPending ? deciding.variables : undefined,
    error: deciding.error,
  }
}

interface ChosenProps {
  readonly id: string
  readonly row: number
  readonly field: string
  readonly choice: 'sheet' | 'system'
  readonly open: boolean
}

/** Which side was chosen, and the way to change one's mind until it is in. */
export function Chosen({ id, row, field, choice, open }: ChosenProps) {
  const say = useSay()
  const { decide, busy } = useDeciding(id)
  const other = choice === 'sheet' ? 'system' : 'sheet'
  return (
    <span className="note">
      {say(choice === 'sheet' ? previewTexts.choseSheet : previewTexts.choseSystem)}{' '}
      {open && (
        <button
          type="button"
          className="link-button"
          disabled={busy}
          onClick={() => decide({ row, field, choice: other })}
          data-testid={`rechoose-${row}-${field}`}
        >
          {say(other === 'sheet' ? previewTexts.ratherSheet : previewTexts.ratherSystem)}
        </button>
      )}
    </span>
  )
}

/** What a field was, is and would be, and whose value is to stand. */
export function Clashes({ row, kept }: { readonly row: PreviewRow; readonly kept: ImportState }) {
  const say = useSay()
  const { decide, busy, asked, error } = useDeciding(kept.id)
  const clashes = row.changes.filter(({ clash }) => clash)
  const open = kept.state === 'ready'
  const words = { sheet: previewTexts.rowSheet, system: previewTexts.rowSystem }
  return (
    <div className="import-clashes">
      {clashes.map((change) => (
        <Clash
          key={change.field}
          change={change}
          asked={asked?.field === undefined || asked.field === change.field ? asked?.choice : undefined}
          row={row.row}
          onChoose={open && !busy ? decide : undefined}
        />
      ))}
      {open && clashes.length > 1 && (
        <div className="panel-acts">
          {SIDES.map((choice) => (
            <Button
              key={choice}
              size="small"
              disabled={busy}
              onClick={() => decide({ row: row.row, choice })}
              data-testid={`row-${choice}`}
            >
              {say(words[choice])}
            </Button>
          ))}
        </div>
      )}
      <Refusal error={error} />
    </div>
  )
}

interface ClashProps {
  readonly change: PreviewRow['changes'][number]
  /** On its way to the server. */
  readonly asked: Choice['choice'] | undefined
  readonly row: number
  readonly onChoose: ((choice: Choice) => void) | undefined
}

function Clash({ change, asked, row, onChoose }: ClashProps) {
  const say = useSay()
  const { field, label, was, before, after, choice } = change
  const values = { sheet: after, system: before }
  return (
    <fieldset className="import-clash" data-testid={`clash-${row}-${field}`}>
      <legend>{say(label)}</legend>
      <div className="import-was">
        <span className="note">{say(previewTexts.was)}</span>
        <Value of={was} />
      </div>
      {(['system', 'sheet'] as const).map((side) => (
        <label key={side} className="import-side">
          <input
            type="radio"
            name={`clash-${row}-${field}`}
            checked={(asked ?? choice) === side}
            disabled={onChoose === undefined}
            onChange={() => onChoose?.({ row, field, choice: side })}
            data-testid={`take-${side}`}
          />
          <span className="note">{say(previewTexts[side])}</span>
          <Value of={values[side]} />
        </label>
      ))}
    </fieldset>
  )
}
