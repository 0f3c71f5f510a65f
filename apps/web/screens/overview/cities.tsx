import { Link } from '@tanstack/react-router'
import type { Overview } from '#contract/figures.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { figureTexts } from '../../texts/texts-figures.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { sumOf } from '../figures/arithmetic.ts'
import type { Sheet } from '../figures/export/sheet.ts'
import { figureCell } from '../figures/export/sheets.ts'
import { shadeOf } from '../figures/shade.ts'

type Tile = Overview['tiles'][number]

interface Row {
  readonly area: string
  /** A zone, told below its city and part of it. */
  readonly within: boolean
  readonly title: string
  readonly values: readonly string[]
}

/** Every city and its zones against every headline figure; the darker, the more of that figure among cities. Each number opens its entries. */
export function Cities({ tiles }: { readonly tiles: readonly Tile[] }) {
  const say = useSay()
  const rows = rowsOf(tiles)
  const cities = rows.filter(({ within }) => !within)
  const most = tiles.map((_tile, at) => Math.max(...cities.map(({ values }) => Number(values[at]))))
  return (
    <DataTable
      caption={say(figureTexts.cities)}
      onPhone="kept"
      rows={rows}
      rowKey={({ area }) => area}
      testId={({ area }) => `overview-city-${area}`}
      columns={[
        {
          key: 'area',
          title: say(figureTexts.area),
          main: true,
          render: ({ title, within }) => (within ? <span className="area-within">{say(figureTexts.within, { title })}</span> : title),
        },
        ...tiles.map((tile, at) => ({
          key: tile.indicator.code,
          title: headOf(tile, say),
          align: 'end' as const,
          render: ({ area, within, values }: Row) => (
            <Cell tile={tile} area={area} value={values[at] ?? '0'} most={within ? 0 : (most[at] ?? 0)} />
          ),
        })),
      ]}
      footer={[
        <strong key="province">{say(figureTexts.province)}</strong>,
        ...tiles.map((tile, at) => (
          <Cell key={tile.indicator.code} tile={tile} value={sumOf(cities.map(({ values }) => values[at] ?? '0'))} most={0} />
        )),
      ]}
    />
  )
}

/** The same table to take away. */
export function citiesSheet(tiles: readonly Tile[], say: ReturnType<typeof useSay>): Sheet {
  const rows = rowsOf(tiles)
  const sums = tiles.map((_tile, at) => sumOf(rows.filter(({ within }) => !within).map(({ values }) => values[at] ?? '0')))
  return {
    head: [say(figureTexts.area), ...tiles.map((tile) => headOf(tile, say))],
    rows: rows.map(({ title, within, values }) => [
      { text: within ? say(figureTexts.within, { title }) : title, within },
      ...values.map(figureCell),
    ]),
    foot: [{ text: say(figureTexts.province) }, ...sums.map(figureCell)],
  }
}

const headOf = ({ indicator }: Tile, say: ReturnType<typeof useSay>) => `${say(indicator.title)}（${say(indicator.unit)}）`

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

/** Cities in the order of the first figure, which is that of their codes with 省直 last, each with the zones in which any figure counts. */
function rowsOf(tiles: readonly Tile[]): readonly Row[] {
  const cities = new Map(tiles.flatMap(({ byArea }) => byArea.map(({ area, title }) => [area, title] as const)))
  return [...cities].flatMap(([area, title]) => {
    const own = tiles.map(({ byArea }) => byArea.find((row) => row.area === area))
    const zones = new Map(own.flatMap((row) => row?.zones ?? []).map((zone) => [zone.area, zone.title]))
    const valuesOf = (of: (row: (typeof own)[number]) => Readonly<Record<string, string>> | undefined) =>
      tiles.map(({ counted }, at) => of(own[at])?.[counted] ?? '0')
    return [
      { area, title, within: false, values: valuesOf((row) => row?.values) },
      ...[...zones]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([zone, name]) => ({
          area: zone,
          title: name,
          within: true,
          values: valuesOf((row) => row?.zones.find((each) => each.area === zone)?.values),
        })),
    ]
  })
}
