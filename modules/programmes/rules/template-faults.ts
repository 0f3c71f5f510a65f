import type { ReportTemplate, TemplateBlock } from '#contract/report-template.ts'
import type { Words } from '#engine/define/words.ts'

/** An indicator that is counted, with what a template may ask of it. */
export interface KnownFigure {
  readonly code: string
  readonly measures: readonly string[]
}

/** Something a template asks for that is not there: where it stands and what it asks. */
export interface TemplateFault {
  readonly where: string
  readonly words: Words
}

interface Asked {
  readonly where: string
  readonly figure: string
  readonly measure?: string | undefined
}

/** Every reference of a template to a figure or a measure that does not exist. */
export function templateFaults(template: ReportTemplate, known: readonly KnownFigure[]): readonly TemplateFault[] {
  const measuresOf = new Map(known.map(({ code, measures }) => [code, new Set(measures)]))
  return askedFigures(template).flatMap(({ where, figure, measure }) => {
    const measures = measuresOf.get(figure)
    if (!measures) return [{ where, words: { zh: `${where}：没有指标 ${figure}`, en: `${where}: there is no figure ${figure}` } }]
    if (measure === undefined || measures.has(measure)) return []
    return [
      {
        where,
        words: { zh: `${where}：指标 ${figure} 没有口径 ${measure}`, en: `${where}: the figure ${figure} has no measure ${measure}` },
      },
    ]
  })
}

/** The indicators a template needs. */
export function figuresIn(template: ReportTemplate): readonly string[] {
  return [...new Set(askedFigures(template).map(({ figure }) => figure))]
}

function askedFigures({ blocks, attachments }: ReportTemplate): readonly Asked[] {
  return [
    ...blocks.flatMap((block, at) => askedIn(block, `blocks[${at}]`)),
    ...attachments.flatMap(({ blocks: own }, part) => own.flatMap((block, at) => askedIn(block, `attachments[${part}].blocks[${at}]`))),
  ]
}

function askedIn(block: TemplateBlock, where: string): readonly Asked[] {
  switch (block.is) {
    case 'text':
      return block.runs.flatMap((run, at) =>
        typeof run === 'object' && 'figure' in run ? [{ ...run, where: `${where}.runs[${at}]` }] : [],
      )
    case 'targets':
    case 'differences':
      return block.figures.map((figure, at) => ({ figure, where: `${where}.figures[${at}]` }))
    case 'cities':
      return block.columns.map((column, at) => ({ ...column, where: `${where}.columns[${at}]` }))
    case 'list':
    case 'chart':
      return [{ figure: block.figure, where }]
    case 'heading':
    case 'own':
    case 'returns':
      return []
  }
}
