import type { LayoutView, LayoutViewColumn } from '#contract/sheets.ts'
import { sheetTexts } from '../../texts/texts-sheets.ts'
import { useSay } from '../../texts/use-say.ts'
import { headOf } from './layout-draft.ts'

interface SheetPreviewProps {
  readonly view: LayoutView
  readonly columns: readonly LayoutViewColumn[]
}

/** The first rows of the template as the draft would make it, and its sheets; always in Chinese, as the file is. */
export function SheetPreview({ view: { title }, columns }: SheetPreviewProps) {
  const say = useSay()
  const there = columns.filter(({ leftOut, onlyShown }) => !leftOut && !onlyShown)
  const main = there.filter(({ isSheet }) => !isSheet)
  const label = say(sheetTexts.previewOf, { sheet: title.zh })
  return (
    <section className="panel sheet-preview" aria-labelledby="sheet-preview" data-testid="sheet-preview">
      <h2 id="sheet-preview">{say(sheetTexts.preview)}</h2>
      <div className="sheet-paper" {...{ role: 'group', tabIndex: 0, 'aria-label': label }}>
        <table lang="zh">
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{sheetTexts.rowKey.zh}</th>
              {main.map((column) => (
                <th key={column.field} scope="col">
                  {headOf(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{sheetTexts.rules.zh}</th>
              {main.map(({ field, rule }) => (
                <td key={field}>{rule}</td>
              ))}
            </tr>
            <tr>
              <th scope="row">{sheetTexts.example.zh}</th>
              {main.map(({ field, example }) => (
                <td key={field}>{example}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <ul className="sheet-tabs" lang="zh">
        {[title.zh, ...there.filter(({ isSheet }) => isSheet).map(headOf)].map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </section>
  )
}
