import { Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import type { EntryAnswer, RegisterDescription } from '#contract/entries.ts'
import { usePreferences } from '../../frame/preferences.ts'
import { useTitles } from '../../frame/use-titles.ts'
import { checkingTexts } from '../../texts/texts-selection.ts'
import { useSay } from '../../texts/use-say.ts'
import { filesOf, isEmpty, printValue, rowsOf } from '../../values/print.ts'
import { FileLinks } from '../entry/file-links.tsx'
import { FieldPlace } from '../entry/missing-list.tsx'

interface ChecklistProps {
  readonly description: RegisterDescription
  readonly answer: EntryAnswer
  readonly move: string
}

/** What the move needs and lacks, what is like other entries, and every paper, to be ticked when it has been looked at. */
export function Checklist({ description, answer, move }: ChecklistProps) {
  const say = useSay()
  const { entry, warnings } = answer
  const missing = entry.moves.find(({ name }) => name === move)?.missing ?? []
  const needed = description.fields.filter((field) => field.needed || field.required)
  const empty = needed.filter(({ name }) => isEmpty(entry.values[name]))
  const papers = usePapers(description, answer)
  return (
    <section className="panel checklist" aria-labelledby="checklist-title" data-testid="checklist">
      <h2 id="checklist-title">{say(checkingTexts.checklist)}</h2>
      <ul className="check-points">
        <Point holds={empty.length === 0}>
          {say(checkingTexts.filled, { filled: needed.length - empty.length, all: needed.length })}
          {empty.map(({ name, label }) => (
            <span key={name} className="note">
              {' '}
              <FieldPlace description={description} answer={answer} field={name}>
                {say(label)}
              </FieldPlace>
            </span>
          ))}
        </Point>
        {missing.map(({ field, ...words }) => (
          <Point key={words.en} holds={false}>
            <FieldPlace description={description} answer={answer} field={field}>
              {say(words)}
            </FieldPlace>
          </Point>
        ))}
        {warnings.map((words) => (
          <Point key={words.en} holds={false}>
            {say(words)}
          </Point>
        ))}
        {missing.length + empty.length + warnings.length === 0 && <Point holds>{say(checkingTexts.clear)}</Point>}
      </ul>
      <h3>{say(checkingTexts.evidence)}</h3>
      {papers.length === 0 ? (
        <p className="note">{say(checkingTexts.noEvidence)}</p>
      ) : (
        <ul className="check-papers">
          {papers.map((paper) => (
            <Paper key={paper.key} paper={paper} register={description.name} id={entry.id} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Point({ holds, children }: { readonly holds: boolean; readonly children: ReactNode }) {
  return (
    <li className={holds ? 'check-point check-holds' : 'check-point check-fails'}>
      <span aria-hidden="true">{holds ? '✓' : '▲'}</span>
      <span>{children}</span>
    </li>
  )
}

interface PaperFacts {
  readonly key: string
  readonly title: string
  readonly files: ReturnType<typeof filesOf>
}

function Paper({ paper, register, id }: { readonly paper: PaperFacts; readonly register: string; readonly id: string }) {
  const say = useSay()
  const [seen, setSeen] = useState(false)
  return (
    <li>
      <Checkbox checked={seen} onChange={({ target }) => setSeen(target.checked)}>
        {paper.title}
        {seen && <span className="note"> {say(checkingTexts.ticked)}</span>}
      </Checkbox>
      <FileLinks register={register} id={id} files={paper.files} />
    </li>
  )
}

/** Fields of files, and rows that hold files, as the definition has them. */
function usePapers({ fields }: RegisterDescription, answer: EntryAnswer): readonly PaperFacts[] {
  const say = useSay()
  const { language } = usePreferences()
  const titles = useTitles(answer.titles)
  return fields.flatMap((field) => {
    const value = answer.entry.values[field.name]
    if (field.control === 'files') {
      const files = filesOf(value)
      return files.length === 0 ? [] : [{ key: field.name, title: say(field.label), files }]
    }
    const column = field.columns?.find(({ control }) => control === 'files')
    if (!column) return []
    const first = field.columns?.find(({ control }) => control !== 'files')
    return rowsOf(value).map((row, at) => ({
      key: `${field.name}-${at}`,
      title: first ? printValue(first, row[first.name], { titles, language }) : say(field.label),
      files: filesOf(row[column.name]),
    }))
  })
}
