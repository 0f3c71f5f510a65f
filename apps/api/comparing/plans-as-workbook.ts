import { type CellValue, writeXlsx } from 'hucre/xlsx'
import { PLAN_SUBJECTS, type PlanComparison, type PlanFinding, type PlanPair } from '#policy-text/index.ts'
import { BASIS_WORDS, basisLines, countWords, kindWords, missingWords, planWords, SUBJECT_WORDS } from './pair-words.ts'

type Row = readonly CellValue[]

/** Two plans side by side as a workbook: one sheet for each part; of targets the figures of every basis in cells of their own. */
export async function plansAsWorkbook(comparison: PlanComparison): Promise<Uint8Array> {
  const sheets = [
    { name: '概况', rows: overview(comparison) },
    ...PLAN_SUBJECTS.map((subject) => ({
      name: SUBJECT_WORDS[subject],
      rows: partRows(comparison.pairs.filter((pair) => pair.subject === subject)),
    })),
    { name: '折算', rows: basisRows(comparison.pairs) },
    { name: '领域归类', rows: groupRows(comparison) },
  ]
  return await writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) })) })
}

function overview(comparison: PlanComparison): readonly Row[] {
  return [
    ['项目', '内容'],
    ['甲', planWords(comparison.one)],
    ['乙', planWords(comparison.other)],
    ...PLAN_SUBJECTS.map(
      (subject): Row => [SUBJECT_WORDS[subject], countWords(comparison.pairs.filter((pair) => pair.subject === subject))],
    ),
    ...missingWords(comparison).map((words): Row => ['不可比', words]),
  ]
}

function partRows(pairs: readonly PlanPair[]): readonly Row[] {
  const side = (finding: PlanFinding | null): Row =>
    finding ? [finding.name, finding.says.zh, finding.quote, finding.start] : [null, null, null, null]
  return [
    ['结论', '甲', '甲的规定', '甲原文', '甲位置', '乙', '乙的规定', '乙原文', '乙位置', '依据', '折算'],
    ...pairs.map((pair): Row => [kindWords(pair.kind), ...side(pair.one), ...side(pair.other), pair.why.zh, basisLines(pair).join('\n')]),
  ]
}

function basisRows(pairs: readonly PlanPair[]): readonly Row[] {
  return [
    ['指标', '口径', '单位', '甲', '乙', '甲的算法', '乙的算法', '不可比的原因'],
    ...pairs.flatMap(({ one, bases }) =>
      bases.map(
        (each): Row => [
          one?.name ?? null,
          BASIS_WORDS[each.basis],
          each.unit?.zh ?? null,
          each.one?.value ?? null,
          each.other?.value ?? null,
          each.one?.words.zh ?? null,
          each.other?.words.zh ?? null,
          each.why?.zh ?? null,
        ],
      ),
    ),
  ]
}

function groupRows({ fieldGroups }: PlanComparison): readonly Row[] {
  return [
    ['分类', '类别', '甲', '乙'],
    ...fieldGroups.map(({ scheme, title, one, other }): Row => [scheme.zh, title.zh, one.join('、'), other.join('、')]),
  ]
}
