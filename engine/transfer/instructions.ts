import type { Register } from '#engine/define/register.ts'
import type { CellContent } from '#engine/kinds/cell.ts'
import { EXAMPLE_MARK, type RegisterSheet, ROW_KEY, RULES_MARK, type SheetColumn } from './columns.ts'

/** The sheet that says how to fill in the others. */
export function instructions(
  { title, basis }: Register,
  { title: main, columns, subSheets }: RegisterSheet,
  ruleOf: (column: SheetColumn) => string,
): readonly (readonly CellContent[])[] {
  const line = (sheet: string, column: SheetColumn) => [sheet, column.title, ruleOf(column)]
  return [
    ['工作表', '列', '说明'],
    [title.zh, null, basis],
    [main, null, '每行一条。请勿改动表头文字；列可以移动，空行会被跳过。'],
    [main, ROW_KEY, '自编序号，如 1、2、3；子表用它指明属于哪一行。没有子表内容时可以不填。'],
    [main, RULES_MARK, `“${RULES_MARK}”和“${EXAMPLE_MARK}”两行不会导入，可以删除。`],
    [main, null, '隐藏的“行标识”“版本”由系统填写，用来认出已有记录；新增时留空，请勿改动。'],
    [main, null, '含公式的单元格请先转为数值；身份证号、信用代码等长数字请保持文本格式。'],
    ...columns.map((column) => line(main, column)),
    ...subSheets.flatMap((sub) => [
      [sub.title, ROW_KEY, `填主表“${main}”中所属行的${ROW_KEY}；一行可以对应多条。${sub.note ?? ''}`],
      ...sub.columns.map((column) => line(sub.title, column)),
    ]),
  ]
}
