import { DOCUMENT_KIND_NAMES, type PlanDraft, type Target } from '#policy-text/index.ts'

/** A readable outline: head matter, headings with the targets and duties under them. */
export function markdownOf(plan: PlanDraft): string {
  const parts = [
    `# ${plan.title ?? '（未识别标题）'}`,
    headLines(plan),
    ...plan.clauses.map((clause) => clausePart(plan, clause)),
    warningLines(plan),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function headLines(plan: PlanDraft): string {
  const period = plan.planPeriod ? `${plan.planPeriod.from}—${plan.planPeriod.to}` : null
  const facts = [
    ['文件种类', DOCUMENT_KIND_NAMES[plan.documentKind.kind].zh],
    ['发文机关', plan.issuer.join('、')],
    ['文号', plan.docNumber],
    ['成文日期', plan.date],
    ['规划期', period],
    [
      '共读出',
      `${plan.headings.length} 个标题，${plan.targets.length} 个指标，${plan.responsibilities.length} 处分工，${plan.registers.length} 个清单或平台`,
    ],
  ] as const
  return facts.flatMap(([label, value]) => (value ? [`- ${label}：${value}`] : [])).join('\n')
}

function clausePart(plan: PlanDraft, clause: PlanDraft['clauses'][number]): string {
  const heading = clause.headingIndex === null ? undefined : plan.headings[clause.headingIndex]
  const lines = [
    ...plan.targets.filter((target) => target.clause === clause.id).map(targetLine),
    ...plan.responsibilities
      .filter((duty) => duty.clause === clause.id)
      .map((duty) => `- 【分工】牵头：${duty.lead.join('、')}${duty.support.length > 0 ? `；配合：${duty.support.join('、')}` : ''}`),
    ...plan.registers.filter((register) => register.clause === clause.id).map((register) => `- 【台账】${register.name}`),
  ]
  const title = heading ? [`${'#'.repeat(Math.min(heading.depth + 1, 6))} ${heading.number}${heading.text}`] : []
  return [...title, ...(lines.length > 0 ? [lines.join('\n')] : [])].join('\n\n')
}

function targetLine(target: Target): string {
  const value = typeof target.value === 'number' ? String(target.value) : (target.value?.join('—') ?? '')
  const year = target.deadline ?? (target.deadlineInherited ? `${target.deadlineInherited}，承接规划期` : '未定期限')
  return `- 【指标】${target.metric}：${value}${target.unit ?? ''}（${year}）“${target.quote.replace(/\s+/g, '')}”`
}

function warningLines(plan: PlanDraft): string {
  return plan.warnings.map((warning) => `> ${warning.zh} ${warning.en}`).join('\n')
}
