import { nameLikeness } from '#engine/define/terms.ts'

/** Two names that share most of their characters: 场景名 and 场景名称, and not 完成日期 and 提交日期. */
const LEAST_ALIKE = 0.76

/** Heads with the column whose name is most like theirs, where one is alike enough; a column goes to the head most like it. `nameOf` takes the unit and the like from a head. */
export function alikeIn<C extends { readonly titles: readonly string[] }>(
  heads: readonly string[],
  columns: readonly C[],
  nameOf: (head: string) => string,
): readonly AlikeHead<C>[] {
  const pairs = heads
    .filter((head) => nameOf(head) !== '')
    .flatMap((head) =>
      columns.map((column) => ({
        head,
        column,
        likeness: Math.max(...column.titles.map((title) => nameLikeness(nameOf(title), nameOf(head)))),
      })),
    )
    .filter(({ likeness }) => likeness >= LEAST_ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
  const found: AlikeHead<C>[] = []
  for (const { head, column } of pairs) if (!found.some((one) => one.head === head || one.column === column)) found.push({ head, column })
  return found.sort((a, b) => heads.indexOf(a.head) - heads.indexOf(b.head))
}

/** A head that is no column's, and the column it may be meant as. */
interface AlikeHead<C> {
  readonly head: string
  readonly column: C
}
