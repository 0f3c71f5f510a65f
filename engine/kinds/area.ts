import { z } from 'zod'
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
})

/** 昆山市 320583: what a cell says of a place. */
export function areaCell(code: string, title: string | undefined): string {
  return title === undefined ? code : `${title} ${code}`
}
