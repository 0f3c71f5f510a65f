import { useQuery } from '@tanstack/react-query'
import type { Figure } from '#contract/figures.ts'
import { tilePlacesQuery } from '../../../api/tile-places.ts'
import { figureTexts } from '../../../texts/texts-figures.ts'
import { useSay } from '../../../texts/use-say.ts'
import { layTiles } from '../tile-map.ts'
import type { OwnDrawing } from './take-away.tsx'

interface Mapped {
  readonly rows: Figure['byArea']
  readonly measure: string
  readonly unit: string
}

/** Draws the tile map of a measure for a picture. */
export function useMapDrawing({ rows, measure, unit }: Mapped): OwnDrawing['draw'] {
  const say = useSay()
  const given = useQuery(tilePlacesQuery)
  return async (colour) => {
    const { drawTiles } = await import('./draw-tiles.ts')
    const places = layTiles(
      rows.map(({ area }) => area),
      given.data ?? new Map(),
    )
    const words = {
      legend: say(figureTexts.legend, { unit }),
      minus: say(figureTexts.legendMinus),
      note: say(figureTexts.mapNote),
    }
    return drawTiles(
      rows.map(({ area, title, values }) => ({ area, title, value: values[measure] ?? '0' })),
      places,
      words,
      colour,
    )
  }
}
