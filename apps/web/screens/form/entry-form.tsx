import { Alert } from 'antd'
import { type ReactNode, useEffect } from 'react'
import type { EntryAnswer, RegisterDescription } from '#contract/entries.ts'
import { useSession } from '../../api/session-gate.ts'
import type { Field } from '../../api/types.ts'
import { FieldBox, fieldId } from '../../controls/field-box.tsx'
import { faultsByField } from '../../frame/faults.ts'
import { useStore } from '../../frame/store.ts'
import { entryTexts } from '../../texts/texts-entry.ts'
import { formTexts } from '../../texts/texts-form.ts'
import { marks } from '../../texts/texts-marks.ts'
import { type Say, useSay } from '../../texts/use-say.ts'
import type { Words } from '../../texts/words.ts'
import { instantInTable } from '../../values/moment.ts'
import type { Autosave } from './autosave.ts'

interface Section {
  readonly label: Words
  readonly fields: readonly Field[]
}

interface EntryFormProps {
  readonly description: RegisterDescription
  readonly form: Autosave
  readonly disabled: boolean
  readonly footer: ReactNode
}

const NONE: readonly string[] = []
const NO_WARNINGS: EntryAnswer['warnings'] = []

/** One column, sections with anchors, an error summary on top that leads to the fields. */
export function EntryForm({ description, form, disabled, footer }: EntryFormProps) {
  const say = useSay()
  const { values, titles, warnings, save, restoredAt } = useStore(form.store)
  useFieldOfAddress()
  const sections = sectionsOf(description)
  const faults = save.is === 'refused' ? faultsByField(save.problem.faults, say, description.fields) : {}
  return (
    <div className="form-page">
      <nav className="form-sections" aria-label={say(formTexts.sections)}>
        {sections.map(({ label }, at) => (
          <a key={label.en} href={`#section-${at}`}>
            {say(label)}
          </a>
        ))}
      </nav>
      <div className="form-column">
        {restoredAt !== undefined && <Restored at={restoredAt} onDiscard={form.discard} />}
        {save.is === 'refused' && save.asked && <FaultSummary description={description} save={save} />}
        <Likenesses warnings={warnings} />
        {sections.map((section, at) => (
          <section key={section.label.en} id={`section-${at}`} className="form-section">
            <h2>{say(section.label)}</h2>
            {section.fields.map((field) => (
              <FieldBox
                key={field.name}
                field={field}
                value={values[field.name] ?? null}
                titles={titles}
                disabled={disabled}
                faults={faults[field.name] ?? NONE}
                warnings={warnings.some((warning) => warning.field === field.name) ? warnings : NO_WARNINGS}
                onChange={form.change}
              />
            ))}
          </section>
        ))}
        {footer}
      </div>
    </div>
  )
}

/** Warnings that are about no single field. */
function Likenesses({ warnings }: Pick<EntryAnswer, 'warnings'>) {
  const say = useSay()
  const ofNoField = warnings.filter(({ field }) => field === undefined)
  if (ofNoField.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={say(entryTexts.warnings)}
      description={ofNoField.map((words) => <div key={words.en}>{say(words)}</div>)}
    />
  )
}

function Restored({ at, onDiscard }: { readonly at: string; readonly onDiscard: () => void }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  return (
    <Alert
      type="info"
      showIcon
      title={say(formTexts.restored, { at: instantInTable(at, jurisdiction.timeZone) })}
      action={
        <button type="button" className="link-button" onClick={onDiscard} data-testid="discard-draft">
          {say(formTexts.discard)}
        </button>
      }
    />
  )
}

function FaultSummary({
  description,
  save,
}: {
  readonly description: RegisterDescription
  readonly save: Extract<ReturnType<Autosave['store']['get']>['save'], { is: 'refused' }>
}) {
  const say = useSay()
  const { faults, words, requestId } = save.problem
  const byField = faultsByField(faults, say, description.fields)
  return (
    <div className="refusal" role="alert" data-testid="form-faults">
      <p>
        <strong>{faults.length > 0 ? say(formTexts.faultsTitle, { count: faults.length }) : say(words)}</strong>
      </p>
      <ul>
        {Object.entries(byField).map(([field, sentences]) => (
          <li key={field}>
            <a href={`#${fieldId(field)}`} onClick={(event) => jumpTo(event, field)}>
              {labelOf(description, field, say)}
            </a>
            {say(marks.colon)}
            {sentences.join(say(marks.semicolon))}
          </li>
        ))}
      </ul>
      {requestId !== undefined && <p className="note">{requestId}</p>}
    </div>
  )
}

function jumpTo(event: { preventDefault(): void }, field: string) {
  event.preventDefault()
  goTo(field)
}

/** An address that ends in #field-<name> opens the form at that field. */
function useFieldOfAddress() {
  useEffect(() => {
    const [, field] = /^#field-(.+)$/.exec(decodeURIComponent(window.location.hash)) ?? []
    if (field !== undefined) goTo(field)
  }, [])
}

function goTo(field: string) {
  const box = document.querySelector(`[data-testid="${CSS.escape(fieldId(field))}"]`)
  box?.scrollIntoView({ block: 'center' })
  box?.querySelector<HTMLElement>('input, textarea, button, [tabindex]')?.focus({ preventScroll: true })
}

function labelOf({ fields }: RegisterDescription, name: string, say: Say): string {
  const field = fields.find((one) => one.name === name)
  return field ? say(field.label) : name
}

/** The sections of the definition, then what stands in none; what a command writes is not typed and not shown here. */
export function sectionsOf({ sections, fields }: RegisterDescription): readonly Section[] {
  const typed = new Map(fields.filter(({ writable, control }) => writable && control !== 'none').map((field) => [field.name, field]))
  const named = sections.map(({ label, fields: names }) => ({ label, fields: names.flatMap((name) => typed.get(name) ?? []) }))
  const placed = new Set(sections.flatMap(({ fields: names }) => names))
  const rest = { label: formTexts.otherSection, fields: [...typed.values()].filter(({ name }) => !placed.has(name)) }
  return [...named, rest].filter((section) => section.fields.length > 0)
}
