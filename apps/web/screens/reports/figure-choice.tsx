import { PlainSelect } from '../../controls/plain-select.tsx'
import { templateTexts as texts } from '../../texts/texts-templates.ts'
import { useSay } from '../../texts/use-say.ts'
import type { NamedFigure } from './template-words.ts'

interface FigureChoiceProps {
  readonly value: string
  readonly figures: readonly NamedFigure[]
  readonly onChange: (value: string) => void
}

/** One of the figures; a code that names none stays in the list and is told. */
export function FigureChoice({ value, figures, onChange }: FigureChoiceProps) {
  const say = useSay()
  const known = figures.some(({ code }) => code === value)
  const options = figures.map(({ code, title }) => ({ value: code, label: title }))
  return (
    <>
      <PlainSelect
        label={say(texts.figure)}
        value={value}
        options={known ? options : [{ value, label: value }, ...options]}
        onChange={onChange}
      />
      {!known && <p className="fault">{say(texts.unknown, { names: value })}</p>}
    </>
  )
}
