import type { Field, Titles } from '../api/types.ts'

/** What every control gets; one component per control name. */
export interface ControlProps {
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly id: string
  readonly titles: Titles
  readonly disabled: boolean
  readonly invalid: boolean
  /** Id of the element with help and faults. */
  readonly describedBy: string
}

/** The parts of antd's props that follow from ours. */
export function commonProps({ id, disabled, invalid, describedBy }: Pick<ControlProps, 'id' | 'disabled' | 'invalid' | 'describedBy'>) {
  return { id, disabled, 'aria-describedby': describedBy, 'aria-invalid': invalid, ...(invalid ? { status: 'error' as const } : {}) }
}

/** An emptied box is nothing, not an empty text. */
export const orNull = (typed: string): string | null => (typed === '' ? null : typed)
