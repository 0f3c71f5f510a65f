import { Link } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import type { EntryAnswer, RegisterDescription } from '#contract/entries.ts'
import { useSay } from '../../texts/use-say.ts'

interface PlaceProps {
  readonly description: RegisterDescription
  readonly answer: EntryAnswer
  /** The field that something is said of; undefined when it is of the entry as a whole. */
  readonly field: string | undefined
  readonly children: ReactNode
}

/** Leads to where a field is mended: its place in the form for who may edit, else its value on this page. */
export function FieldPlace({ description: { name, fields }, answer: { entry }, field, children }: PlaceProps) {
  const known = fields.find((one) => one.name === field)
  if (field === undefined || known === undefined) return children
  if (entry.may.includes('edit') && known.writable)
    return (
      <Link to="/registers/$register/$id/edit" params={{ register: name, id: entry.id }} hash={`field-${field}`}>
        {children}
      </Link>
    )
  return (
    <a href={`#value-${field}`} onClick={(event) => showValue(event, field)}>
      {children}
    </a>
  )
}

function showValue(event: MouseEvent, field: string) {
  event.preventDefault()
  const value = document.querySelector<HTMLElement>(`[data-testid="${CSS.escape(`value-${field}`)}"]`)
  value?.scrollIntoView({ block: 'center' })
  value?.focus({ preventScroll: true })
}

interface MissingListProps extends Pick<PlaceProps, 'description' | 'answer'> {
  readonly missing: EntryAnswer['entry']['moves'][number]['missing']
}

/** What stands against a move, each with the way to where it is mended. */
export function MissingList({ description, answer, missing }: MissingListProps) {
  const say = useSay()
  return (
    <ul>
      {missing.map(({ field, ...words }) => (
        <li key={words.en}>
          <FieldPlace description={description} answer={answer} field={field}>
            {say(words)}
          </FieldPlace>
        </li>
      ))}
    </ul>
  )
}
