import type { CellValue } from 'hucre/xlsx'
import { DOCUMENT_KIND_NAMES, type PlanDraft } from '#policy-text/index.ts'

type Row = readonly CellValue[]

/** What was found in a plan as a workbook: one sheet for each sort of finding, with quotes, confidence and reasons. */
export async function workbookOf(plan: PlanDraft): Promise<Uint8Array> {
  const sheets = Object.entries(SHEETS).map(([name, rowsOf]) => ({
    name,
    rows: rowsOf(plan).map((row) => [...row]),
  }))
  const { writeXlsx } = await import('hucre/xlsx') // when it is asked for: most servers never are
  return await writeXlsx({ sheets })
}

const SHEETS = {
  概况: overviewRows,
  标题: headingsRows,
  目标: targetsRows,
  责任: dutiesRows,
  清单平台: listsRows,
  举措: measuresRows,
  领域: fieldsRows,
  政策工具: instrumentsRows,
} as const satisfies Record<string, (plan: PlanDraft) => readonly Row[]>

function overviewRows(plan: PlanDraft): readonly Row[] {
  return [
    ['项目', '内容'],
    ['标题', plan.title],
    ['文件种类', DOCUMENT_KIND_NAMES[plan.documentKind.kind].zh],
    ['发文机关', plan.issuer.join('、')],
    ['文号', plan.docNumber],
    ['成文日期', plan.date],
    ['规划期', plan.planPeriod ? `${plan.planPeriod.from}—${plan.planPeriod.to}` : null],
    ['有效期至', plan.validity?.to ?? null],
    ...plan.basis.map(
      ({ relation, title, number }): Row => [
        relation === 'repeals' ? '废止' : relation === 'basis' ? '依据' : '提及',
        `《${title}》${number ?? ''}`,
      ],
    ),
    ...plan.warnings.map(({ zh }): Row => ['提示', zh]),
  ]
}

function headingsRows(plan: PlanDraft): readonly Row[] {
  return [['编号', '标题', '层级', '位置'], ...plan.headings.map(({ number, text, depth, start }): Row => [number, text, depth, start])]
}

function targetsRows(plan: PlanDraft): readonly Row[] {
  return [
    ['指标', '目标值', '上限', '单位', '期限', '期限承上文', '口径', '性质', '所在标题', '原文', '位置', '把握', '依据'],
    ...plan.targets.map((target): Row => {
      const [low, high] = Array.isArray(target.value) ? target.value : [target.value, null]
      const { metric, unit, deadline, deadlineInherited, period, nature, parentQuote, quote, start, confidence, why } = target
      return [
        metric,
        low,
        high,
        unit,
        deadline ?? deadlineInherited ?? null,
        deadline === null && deadlineInherited ? '是' : null,
        period,
        nature ?? null,
        parentQuote,
        quote,
        start,
        confidence,
        why.zh,
      ]
    }),
  ]
}

function dutiesRows(plan: PlanDraft): readonly Row[] {
  return [
    ['所在标题', '牵头', '配合', '统一配合', '原文', '位置', '把握', '依据'],
    ...plan.responsibilities.map(
      ({ appliesTo, lead, support, inheritedSupport, quote, start, confidence, why }): Row => [
        appliesTo,
        lead.join('、'),
        support.join('、'),
        inheritedSupport.join('、'),
        quote,
        start,
        confidence,
        why.zh,
      ],
    ),
  ]
}

function listsRows(plan: PlanDraft): readonly Row[] {
  return [
    ['名称', '类别', '方式', '原文', '位置', '把握', '依据'],
    ...plan.registers.map(
      ({ name, kind, mode, quote, start, confidence, why }): Row => [name, kind, mode, quote, start, confidence, why.zh],
    ),
  ]
}

function measuresRows(plan: PlanDraft): readonly Row[] {
  return [
    ['分句', '类别', '对象', '力度', '成果建议', '位置', '把握', '依据'],
    ...plan.measures.map(
      ({ quote, action, object, strength, deliverable, start, confidence, why }): Row => [
        quote,
        action,
        object,
        strength,
        deliverable.zh,
        start,
        confidence,
        why.zh,
      ],
    ),
  ]
}

function fieldsRows(plan: PlanDraft): readonly Row[] {
  return [
    ['领域', '来源', '提及次数', '对照建议', '位置', '把握', '依据'],
    ...plan.fields.map(
      ({ label, standing, mentions, crosswalk, start, confidence, why }): Row => [
        label,
        standing,
        mentions,
        crosswalk.map(({ title }) => title.zh).join('、'),
        start,
        confidence,
        why.zh,
      ],
    ),
  ]
}

function instrumentsRows(plan: PlanDraft): readonly Row[] {
  return [
    ['类别', '对象', '条件', '给付', '原文', '位置', '把握', '依据'],
    ...plan.instruments.map(
      ({ kind, recipient, conditions, benefits, quote, start, confidence, why }): Row => [
        kind,
        recipient,
        conditions.map(({ text }) => text).join('；'),
        benefits.map(({ text }) => text).join('；'),
        quote,
        start,
        confidence,
        why.zh,
      ],
    ),
  ]
}
