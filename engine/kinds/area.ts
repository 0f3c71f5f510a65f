import { z } from 'zod'
import { cityOf as cityCode, isProvince } from '#engine/define/area-code.ts'
import { fromText, wrong } from './cell.ts'
import { asText, fault, kind } from './kind.ts'

/** Names repeat between cities (鼓楼区 lies in Nanjing and in Xuzhou), so a cell ends with the code. */
const CODE_AT_END = /\d{4}[0-9A-Z]{2}$/

/** A place by its code: GB/T 2260 (six digits) or a zone of ours inside a city (3205Z1). */
export const area = kind({
  options: {
    /** Names areas that are no more, too: in the register of areas itself, and where their succession is told. */
    past: z.literal(true).exactOptional(),
    /** Takes zones alone: GB/T 2260 has six digits, so a letter makes a code one of ours inside a city. */
    zones: z.literal(true).exactOptional(),
    /** The field with the entry's area, in whose city this one is expected; zones have parts elsewhere, so another city is doubtful, not wrong. */
    cityOf: z.string().exactOptional(),
  },
  control: 'area',
  facet: 'place',
  // collate "C": rights and lists by area are ranges over the bytes of the code.
  column: () => 'text collate "C"',
  schema: ({ zones }) =>
    zones
      ? z
          .string()
          .regex(
            /^\d{4}[A-Z][0-9A-Z]$/,
            fault('应为园区代码，如 3205Z1；县（市、区）请填在属地', 'must be the code of a zone, such as 3205Z1'),
          )
      : z.string().regex(/^\d{4}[0-9A-Z]{2}$/, fault('应为六位行政区划代码', 'must be a six-character area code')),
  print: (value, _options, _language, titles = {}) => titles[asText(value)] ?? asText(value),
  sheet: ({ past }) => ({
    format: 'text',
    width: 20,
    pick: { from: 'codes', by: { register: 'area', ...(past && { past }) }, nested: true },
  }),
  toCell: (value, _options, titles = {}) => (asText(value) === '' ? null : areaCell(asText(value), titles[asText(value)])),
  fromCell: (cell, _options, names) =>
    fromText(cell, (text) => {
      const code = CODE_AT_END.exec(text)?.[0] ?? names?.get(text)
      return code === undefined
        ? wrong(`“${text}”不是可识别的地区，请从下拉列表中选择`, `“${text}” is no known area; choose from the list`)
        : { value: code }
    }),
  namesBy: ({ past }) => [{ register: 'area', ...(past && { past }) }],
  doubt: (value, { cityOf }, { row, titles }) => {
    const [place, area] = [asText(value), asText(cityOf === undefined ? null : row[cityOf])]
    if (place === '' || area === '' || isProvince(area) || cityCode(place) === cityCode(area)) return undefined
    const [here, there] = [titles[place] ?? place, titles[area] ?? area]
    return {
      zh: `${here}与${there}不在同一设区市；确属该园区设在外市的分园可以保留，否则请更正`,
      en: `${here} and ${there} lie in different cities; keep it where the zone has a part there, else mend one of the two`,
    }
  },
})

/** 昆山市 320583: what a cell says of a place. */
export function areaCell(code: string, title: string | undefined): string {
  return title === undefined ? code : `${title} ${code}`
}
