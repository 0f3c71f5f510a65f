import { Link } from '@tanstack/react-router'
import type { Overview } from '#contract/figures.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { sumOf } from '../figures/arithmetic.ts'
import { shadeOf } from '../figures/shade.ts'

type Tile = Overview['tiles'][number]

interface Row {
  readonly area: string
  readonly title: string
  readonly values: readonly string[]
}

/** Every city against every headline figure; the darker, the more of that figure. Each number opens its entries. */
export function Cities({ tiles }: { readonly tiles: readonly Tile[] }) {
  const say = useSay()
  const rows = rowsOf(tiles)
  const most = tiles.map((_tile, at) => Math.max(...rows.map(({ values }) => Number(values[at]))))
  return (
    <section className="panel" aria-labelledby="cities-title">
      <h2 id="cities-title">{say(figureTexts.cities)}</h2>
      <DataTable
        caption={say(figureTexts.cities)}
        onPhone="kept"
        rows={rows}
        rowKey={({ area }) => area}
        testId={({ area }) => `overview-city-${area}`}
        columns={[
          { key: 'area', title: say(figureTexts.area), main: true, render: ({ title }) => title },
          ...tiles.map((tile, at) => ({
            key: tile.indicator.code,
            title: `${say(tile.indicator.title)}（${say(tile.indicator.unit)}）`,
            align: 'end' as const,
            render: ({ area, values }: Row) => <Cell tile={tile} area={area} value={values[at] ?? '0'} most={most[at] ?? 0} />,
          })),
        ]}
        footer={[
          <strong key="province">{say(figureTexts.province)}</strong>,
          ...tiles.map((tile, at) => (
            <Cell key={tile.indicator.code} tile={tile} value={sumOf(rows.map(({ values }) => values[at] ?? '0'))} most={0} />
          )),
        ]}
      />
    </section>
  )
}

interface CellProps {
  readonly tile: Tile
  readonly area?: string
  readonly value: string
  readonly most: number
}

function Cell({ tile: { indicator, counted }, area, value, most }: CellProps) {
  const shade = `heat number shade-${shadeOf(Number(value), most)}`
  if (Number(value) === 0) return <span className={shade}>0</span>
  return (
    <Link
      className={shade}
      to="/figures/$indicator"
      params={{ indicator: indicator.code }}
      search={{ measure: counted, ...(area !== undefined && { area }) }}
    >
      {thousands(value)}
    </Link>
  )
}

/** Cities in the order of the first figure, which is that of their codes with 省直 last; one that only another figure knows comes at the end. */
function rowsOf(tiles: readonly Tile[]): readonly Row[] {
  const titles = new Map(tiles.flatMap(({ byArea }) => byArea.map(({ area, title }) => [area, title] as const)))
  return [...titles].map(([area, title]) => ({
    area,
    title,
    values: tiles.map(({ byArea, counted }) => byArea.find((row) => row.area === area)?.values[counted] ?? '0'),
  }))
}
