import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { FigureMatrix, Overview } from '#contract/figures.ts'
import { matrixQuery } from '../../api/queries.ts'
import { Loaded } from '../../frame/page-state.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { MatrixTable } from '../figures/comparison-tables.tsx'
import { darkest, matrixSheet } from '../figures/export/sheets.ts'
import { TakeAway } from '../figures/export/take-away.tsx'
import { useAbout } from '../figures/export/use-about.ts'

const FIELD = 'field'
/** Columns are measures here, no months. */
const NONE: ReadonlySet<string> = new Set()

/** The figure by field of the plan against its measures; each number opens its entries. */
export function Fields({ tile: { indicator, counted } }: { readonly tile: Overview['tiles'][number] }) {
  const say = useSay()
  const asOf = useAsOf()
  const navigate = useNavigate()
  const fields = useQuery(matrixQuery({ indicator: indicator.code, by: FIELD, columns: 'measure', asOf }))
  return (
    <section className="panel" aria-labelledby="fields-title" data-testid="overview-fields">
      <div className="panel-head">
        <h3 id="fields-title">{say(figureTexts.byField)}</h3>
        <div className="panel-acts">
          {fields.data && <TakeFields matrix={fields.data} />}
          <Link to="/figures/$indicator" params={{ indicator: indicator.code }} search={{ rows: FIELD }} className="plain-link">
            {say(figureTexts.byFieldMore)}
          </Link>
        </div>
      </div>
      <Loaded query={fields}>
        {(matrix) => (
          <MatrixTable
            matrix={matrix}
            counted={counted}
            shaded
            restated={NONE}
            onOpen={(door) =>
              void navigate({ to: '/figures/$indicator', params: { indicator: indicator.code }, search: { ...door, rows: FIELD } })
            }
          />
        )}
      </Loaded>
    </section>
  )
}

function TakeFields({ matrix }: { readonly matrix: FigureMatrix }) {
  const say = useSay()
  const { indicator, period, asOf, computedAt } = matrix
  const about = useAbout({ unit: indicator.unit, period: period.title, day: asOf.day, computedAt, registers: [indicator.register] })
  return (
    <TakeAway
      title={`${say(indicator.title)} · ${say(figureTexts.byField)}`}
      about={about}
      sheet={matrixSheet(matrix, darkest(matrix), say)}
    />
  )
}
