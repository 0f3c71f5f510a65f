import { useQuery } from '@tanstack/react-query'
import type { FaultFields, ImportState } from '#contract/imports.ts'
import { faultFieldsQuery } from '../../api/imports.ts'
import { previewTexts } from '../../texts/texts-imports.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'

/** A column in which rows are wrong. */
export type WrongIn = FaultFields['fields'][number]

interface FaultFilterProps {
  readonly kept: ImportState
  readonly chosen: WrongIn | undefined
  readonly onChoose: (chosen: WrongIn | undefined) => void
}

/** Twenty thousand wrong rows have a handful of causes: one column after the other. */
export function FaultFilter({ kept, chosen, onChoose }: FaultFilterProps) {
  const say = useSay()
  const { data } = useQuery(faultFieldsQuery(kept.id, kept.state))
  const fields = data?.fields ?? []
  if (fields.length < 2) return null
  return (
    <div className="work-filters" role="group" aria-label={say(previewTexts.wrongIn)}>
      <Chip isOn={chosen === undefined} rows={kept.counts.wrong} onClick={() => onChoose(undefined)}>
        {say(previewTexts.allWrong)}
      </Chip>
      {fields.map((each) => (
        <Chip key={each.field} isOn={chosen?.field === each.field} rows={each.rows} onClick={() => onChoose(each)}>
          {say(each.label ?? previewTexts.wholeRow)}
        </Chip>
      ))}
    </div>
  )
}

interface ChipProps {
  readonly isOn: boolean
  readonly rows: number
  readonly onClick: () => void
  readonly children: string
}

function Chip({ isOn, rows, onClick, children }: ChipProps) {
  return (
    <button
      type="button"
      className={isOn ? 'work-chip work-chip-on' : 'work-chip'}
      aria-pressed={isOn}
      onClick={onClick}
      data-testid={`wrong-in-${children}`}
    >
      {children} <span className="number">{thousands(String(rows))}</span>
    </button>
  )
}
