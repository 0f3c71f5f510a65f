import { Link } from '@tanstack/react-router'
import type { EntryAnswer, RegisterDescription } from '#contract/entries.ts'
import type { Field } from '../../api/types.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { entryAddress } from '../../frame/entry-address.ts'
import { usePreferences } from '../../frame/preferences.ts'
import { useTitles } from '../../frame/use-titles.ts'
import { entryTexts } from '../../texts/texts-entry.ts'
import { useSay } from '../../texts/use-say.ts'
import { asText } from '../../values/as-text.ts'
import { filesOf, isEmpty, NOTHING, printValue, rowsOf } from '../../values/print.ts'
import { FileLinks } from './file-links.tsx'

interface SectionsProps {
  readonly description: RegisterDescription
  readonly answer: EntryAnswer
}

/** The values of an entry, section by section, printed as people read them. */
export function EntrySections({ description, answer }: SectionsProps) {
  const say = useSay()
  const placed = new Set(description.sections.flatMap(({ fields }) => fields))
  const rest = description.fields.filter(({ name, control }) => !placed.has(name) && control !== 'none').map(({ name }) => name)
  const sections = [...description.sections, ...(rest.length > 0 ? [{ label: entryTexts.other, fields: rest }] : [])]
  return (
    <>
      {sections.map(({ label, fields: names }) => {
        const fields = names.flatMap((name) => description.fields.find((field) => field.name === name && field.control !== 'none') ?? [])
        return fields.length === 0 ? null : (
          <section key={label.en} className="entry-section">
            {(sections.length > 1 || label !== entryTexts.other) && <h2>{say(label)}</h2>}
            <dl className="values">
              {fields.map((field) => (
                <div
                  key={field.name}
                  className={WIDE.has(field.control) ? 'value value-wide' : 'value'}
                  data-testid={`value-${field.name}`}
                  tabIndex={-1}
                >
                  <dt>{say(field.label)}</dt>
                  <dd>
                    <Value field={field} value={answer.entry.values[field.name]} description={description} answer={answer} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
    </>
  )
}

const WIDE = new Set(['rows', 'files', 'paragraph'])

interface NumberedRow {
  readonly row: Readonly<Record<string, unknown>>
  readonly at: number
}

interface ValueProps extends SectionsProps {
  readonly field: Field
  readonly value: unknown
}

function Value({ field, value, description, answer }: ValueProps) {
  const say = useSay()
  const { language } = usePreferences()
  const { entry } = answer
  const titles = useTitles(answer.titles)
  if (isEmpty(value)) return NOTHING
  if (field.control === 'files') return <FileLinks register={description.name} id={entry.id} files={filesOf(value)} />
  if (field.control === 'picker' && field.refersTo !== undefined)
    return <Link {...entryAddress(field.refersTo, asText(value))}>{titles[asText(value)] ?? asText(value)}</Link>
  if (field.control === 'rows')
    return (
      <DataTable
        caption={say(field.label)}
        rows={rowsOf(value).map((row, at) => ({ row, at }))}
        rowKey={({ at }) => String(at)}
        columns={(field.columns ?? []).map((column, at) => ({
          key: column.name,
          title: say(column.label),
          main: at === 0,
          render: ({ row }: NumberedRow) => <Value field={column} value={row[column.name]} description={description} answer={answer} />,
        }))}
      />
    )
  if (field.control === 'paragraph') return <p className="prose">{asText(value)}</p>
  return (
    <span
      className={
        field.control === 'amount' || field.control === 'number' || field.control === 'year' || field.control === 'day'
          ? 'number'
          : undefined
      }
    >
      {printValue(field, value, { titles, language })}
    </span>
  )
}
