import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Overview } from '#contract/figures.ts'
import { matrixQuery } from '../../api/queries.ts'
import { Loaded } from '../../frame/page-state.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { MatrixTable } from '../figures/comparison-tables.tsx'

const FIELD = 'field'

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
        <Link to="/figures/$indicator" params={{ indicator: indicator.code }} search={{ rows: FIELD }}>
          {say(figureTexts.byFieldMore)}
        </Link>
      </div>
      <Loaded query={fields}>
        {(matrix) => (
          <MatrixTable
            matrix={matrix}
            counted={counted}
            shaded
            onOpen={(door) =>
              void navigate({ to: '/figures/$indicator', params: { indicator: indicator.code }, search: { ...door, rows: FIELD } })
            }
          />
        )}
      </Loaded>
    </section>
  )
}
