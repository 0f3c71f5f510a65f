import { Button, Checkbox } from 'antd'
import type { Proposal } from '#contract/programmes.ts'
import { LongTable } from '../../frame/long-table.tsx'
import { marks } from '../../texts/texts-marks.ts'
import { programmeTexts } from '../../texts/texts-programme.ts'
import { useSay } from '../../texts/use-say.ts'
import { NOTHING } from '../../values/print.ts'
import type { ConfirmChanges } from './confirm-changes.ts'

/** The fields that the text names: those that are ticked make the plan's own classification. */
export function ConfirmFields({ proposal: { fields }, changes }: { readonly proposal: Proposal; readonly changes: ConfirmChanges }) {
  const say = useSay()
  if (fields.length === 0) return null
  const isTop = fields.filter(({ parent }) => parent === null)
  const below = (code: string) => fields.filter(({ parent }) => parent === code)
  const toggle = (codes: readonly string[], on: boolean) => {
    const others = fields.map(({ code }) => code).filter((code) => changes.fields.has(code) && !codes.includes(code))
    changes.chooseFields(on ? [...others, ...codes] : others)
  }
  const box = ({ code, title, places }: Proposal['fields'][number]) => (
    <Checkbox checked={changes.fields.has(code)} onChange={({ target }) => toggle([code], target.checked)} data-testid={`field-${code}`}>
      {title} {places.length > 0 && <span className="note">{places.map((place) => say(place)).join(say(marks.listComma))}</span>}
    </Checkbox>
  )
  return (
    <section className="panel" aria-label={say(programmeTexts.fields)} id="confirm-fields" data-testid="confirm-fields">
      <h2>{say(programmeTexts.fields)}</h2>
      <p className="note">
        {say(programmeTexts.fieldsNote, { chosen: changes.fields.size, total: fields.length })}{' '}
        <Button type="link" size="small" onClick={() => changes.chooseFields(fields.map(({ code }) => code))}>
          {say(programmeTexts.allFields)}
        </Button>
        <Button type="link" size="small" onClick={() => changes.chooseFields([])} data-testid="no-fields">
          {say(programmeTexts.noFields)}
        </Button>
      </p>
      <ul className="confirm-fields">
        {isTop.map((top) => (
          <li key={top.code}>
            {box(top)}
            {below(top.code).length > 0 && (
              <ul>
                {below(top.code).map((each) => (
                  <li key={each.code}>{box(each)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The benefits that the text lays down; each is decided once the plan runs. */
export function ConfirmBenefits({ proposal: { benefits } }: { readonly proposal: Proposal }) {
  const say = useSay()
  if (benefits.length === 0) return null
  return (
    <section className="panel" aria-label={say(programmeTexts.benefits)} id="confirm-benefits" data-testid="confirm-benefits">
      <h2>{say(programmeTexts.benefits)}</h2>
      <p className="note">{say(programmeTexts.benefitsNote)}</p>
      <LongTable
        caption={say(programmeTexts.benefits)}
        rows={benefits}
        rowKey={({ quote }) => quote}
        columns={[
          { key: 'benefit', title: say(programmeTexts.benefit), main: true, render: ({ title }) => title },
          { key: 'words', title: say(programmeTexts.benefitWords), render: ({ words }) => words || NOTHING },
          {
            key: 'quote',
            title: say(programmeTexts.benefitQuote),
            wide: true,
            render: ({ quote }) => <span className="note">{quote}</span>,
          },
        ]}
      />
    </section>
  )
}
