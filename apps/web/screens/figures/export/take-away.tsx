import { Button } from 'antd'
import { usePreferences } from '../../../frame/preferences.ts'
import { figureTexts } from '../../../texts/texts-figures.ts'
import { useSay } from '../../../texts/use-say.ts'
import type { Words } from '../../../texts/words.ts'
import { chartColours } from '../../../theme/theme.ts'
import { keepFile } from '../../../values/keep-file.ts'
import type { Colours, Drawing } from './drawing.ts'
import { csvOfSheet, type Sheet } from './sheet.ts'
import type { About } from './use-about.ts'

/** A picture that is drawn otherwise than as its table: a chart of the page, a map. */
export interface OwnDrawing {
  readonly label?: Words
  /** What it shows, where that is less than the table. */
  readonly title?: string
  readonly draw: (colour: Colours) => Drawing | SVGElement | null | undefined | Promise<Drawing>
}

interface TakeAwayProps {
  readonly title: string
  readonly about: About
  readonly sheet: Sheet
  /** Instead of the table, or, with a label of its own, beside it. */
  readonly drawing?: OwnDrawing
}

/** A display of figures as a picture and as data, both with their unit, period, day and source. */
export function TakeAway({ title, about, sheet, drawing }: TakeAwayProps) {
  const say = useSay()
  const { scheme } = usePreferences()
  const keepPicture = async (own: OwnDrawing | undefined) => {
    const [{ pngOf, drawingOf }, { drawSheet }] = await Promise.all([import('./picture.ts'), import('./draw-sheet.ts')])
    const colour = chartColours(scheme)
    const drawn = own ? await own.draw(colour) : drawSheet(sheet, colour)
    if (!drawn) return
    const name = own?.title ?? title
    keepFile(
      `${fileName(name)}-${about.day}.png`,
      await pngOf('body' in drawn ? drawn : drawingOf(drawn), { ...about, title: name }, colour),
    )
  }
  const keepData = () => {
    const lines = [title, ...(about.demonstration === undefined ? [] : [about.demonstration]), about.facts, about.source]
    keepFile(`${fileName(title)}-${about.day}.csv`, new Blob([csvOfSheet(sheet, lines)], { type: 'text/csv' }))
  }
  return (
    <>
      {drawing?.label && <Button onClick={() => void keepPicture(drawing)}>{say(drawing.label)}</Button>}
      <Button onClick={() => void keepPicture(drawing?.label ? undefined : drawing)}>{say(figureTexts.exportPng)}</Button>
      <Button onClick={keepData}>{say(figureTexts.exportCsv)}</Button>
    </>
  )
}

/** Without what no file may be called. */
const fileName = (title: string) => title.replaceAll(/[\\/:*?"<>|]+/g, ' ').replaceAll(' · ', '-')
