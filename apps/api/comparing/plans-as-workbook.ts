import type { CellValue } from 'hucre/xlsx'
import type { Language, Words } from '#engine/define/words.ts'
import { BASIS_NAMES, PLAN_SUBJECTS, type PlanComparison, type PlanFinding, type PlanPair, SUBJECT_NAMES } from '#policy-text/index.ts'
import { basisLines, countWords, kindWords, LABELS, missingWords, planWords } from './pair-words.ts'

type Row = readonly CellValue[]

/** Two plans side by side as a workbook in the reader's language: a sheet for each part; of targets the figures of every basis in cells of their own. */
export async function plansAsWorkbook(comparison: PlanComparison, language: Language): Promise<Uint8Array> {
  const sheets = [
    { name: SHEETS.overview[language], rows: overview(comparison, language) },
    ...PLAN_SUBJECTS.map((subject) => ({
      name: SUBJECT_NAMES[subject][language],
      rows: partRows(
        comparison.pairs.filter((pair) => pair.subject === subject),
        language,
      ),
    })),
    { name: SHEETS.bases[language], rows: basisRows(comparison.pairs, language) },
    { name: SHEETS.groups[language], rows: groupRows(comparison, language) },
  ]
  const { writeXlsx } = await import('hucre/xlsx') // when it is asked for: most servers never are
  return await writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) })) })
}

const SHEETS = {
  overview: { zh: '概况', en: 'Overview' },
  bases: { zh: '折算', en: 'Arithmetic' },
  groups: { zh: '领域归类', en: 'Classes of fields' },
} as const satisfies Readonly<Record<string, Words>>

const HEADS = {
  overview: { zh: ['项目', '内容'], en: ['What', 'Content'] },
  parts: {
    zh: ['结论', '甲', '甲的规定', '甲原文', '甲位置', '乙', '乙的规定', '乙原文', '乙位置', '依据', '折算'],
    en: ['Verdict', 'A', 'A says', 'Text of A', 'Offset in A', 'B', 'B says', 'Text of B', 'Offset in B', 'Why', 'Arithmetic'],
  },
  bases: {
    zh: ['指标', '口径', '单位', '甲', '乙', '甲的算法', '乙的算法', '不可比的原因'],
    en: ['Metric', 'Basis', 'Unit', 'A', 'B', 'How for A', 'How for B', 'Why not comparable'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, Row>>>>

function overview(comparison: PlanComparison, language: Language): readonly Row[] {
  return [
    HEADS.overview[language],
    [LABELS.one[language], planWords(comparison.one, language)],
    [LABELS.other[language], planWords(comparison.other, language)],
    ...PLAN_SUBJECTS.map((subject): Row => {
      const own = comparison.pairs.filter((pair) => pair.subject === subject)
      return [SUBJECT_NAMES[subject][language], countWords(own, language)]
    }),
    ...missingWords(comparison, language).map((words): Row => [{ zh: '不可比', en: 'Not comparable' }[language], words]),
  ]
}

function partRows(pairs: readonly PlanPair[], language: Language): readonly Row[] {
  const side = (finding: PlanFinding | null): Row =>
    finding ? [finding.name, finding.says[language], finding.quote, finding.start] : [null, null, null, null]
  return [
    HEADS.parts[language],
    ...pairs.map(
      (pair): Row => [
        kindWords(pair.kind, language),
        ...side(pair.one),
        ...side(pair.other),
        pair.why[language],
        basisLines(pair, language).join('\n'),
      ],
    ),
  ]
}

function basisRows(pairs: readonly PlanPair[], language: Language): readonly Row[] {
  return [
    HEADS.bases[language],
    ...pairs.flatMap(({ one, bases }) =>
      bases.map(
        (each): Row => [
          one?.name ?? null,
          BASIS_NAMES[each.basis][language],
          each.unit?.[language] ?? null,
          each.one?.value ?? null,
          each.other?.value ?? null,
          each.one?.words[language] ?? null,
          each.other?.words[language] ?? null,
          each.why?.[language] ?? null,
        ],
      ),
    ),
  ]
}

function groupRows({ fieldGroups }: PlanComparison, language: Language): readonly Row[] {
  return [
    [LABELS.scheme[language], LABELS.group[language], LABELS.one[language], LABELS.other[language]],
    ...fieldGroups.map(({ scheme, title, one, other }): Row => [scheme[language], title[language], one.join('、'), other.join('、')]),
  ]
}
