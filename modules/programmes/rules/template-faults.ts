import type { ReportTemplate, TemplateBlock } from '#contract/report-template.ts'
import type { Words } from '#engine/define/words.ts'

/** An indicator that is counted, with what a template may ask of it. */
export interface KnownFigure {
  readonly code: string
  readonly measures: readonly string[]
}

/** Something a template asks for that is not there: where it stands, as a path and in words, and what it asks. */
export interface TemplateFault {
  readonly where: string
  readonly words: Words
}

interface Asked {
  readonly where: string
  /** The same for a person: 正文第4块（各地情况表）第2列. */
  readonly place: Words
  readonly figure: string
  readonly measure?: string | undefined
}

/** Every reference of a template to a figure or a measure that does not exist. */
export function templateFaults(template: ReportTemplate, known: readonly KnownFigure[]): readonly TemplateFault[] {
  const measuresOf = new Map(known.map(({ code, measures }) => [code, new Set(measures)]))
  return askedFigures(template).flatMap(({ where, place: { zh, en }, figure, measure }) => {
    const measures = measuresOf.get(figure)
    if (!measures) return [{ where, words: { zh: `${zh}：没有指标 ${figure}`, en: `${en}: there is no figure ${figure}` } }]
    if (measure === undefined || measures.has(measure)) return []
    return [
      { where, words: { zh: `${zh}：指标 ${figure} 没有口径 ${measure}`, en: `${en}: the figure ${figure} has no measure ${measure}` } },
    ]
  })
}

/** The indicators a template needs. */
export function figuresIn(template: ReportTemplate): readonly string[] {
  return [...new Set(askedFigures(template).map(({ figure }) => figure))]
}

function askedFigures({ blocks, attachments }: ReportTemplate): readonly Asked[] {
  const body = { zh: '正文', en: 'the body, ' }
  return [
    ...blocks.flatMap((block, at) => askedIn(block, placed(block, at, body, 'blocks'))),
    ...attachments.flatMap(({ blocks: own }, part) =>
      own.flatMap((block, at) =>
        askedIn(block, placed(block, at, { zh: `附件${part + 1}`, en: `attachment ${part + 1}, ` }, `attachments[${part}].blocks`)),
      ),
    ),
  ]
}

type Place = Pick<Asked, 'where' | 'place'>

function placed({ is }: TemplateBlock, at: number, room: Words, path: string): Place {
  const kind = KINDS[is]
  return { where: `${path}[${at}]`, place: { zh: `${room.zh}第${at + 1}块（${kind.zh}）`, en: `${room.en}piece ${at + 1} (${kind.en})` } }
}

/** As the page of the templates calls them. */
const KINDS = {
  heading: { zh: '小标题', en: 'heading' },
  text: { zh: '段落', en: 'paragraph' },
  own: { zh: '经办填写', en: 'written by the clerk' },
  targets: { zh: '目标进展表', en: 'table of targets' },
  cities: { zh: '各地情况表', en: 'table of cities' },
  list: { zh: '名单', en: 'list' },
  chart: { zh: '图', en: 'chart' },
  differences: { zh: '与上期相比', en: 'against the last edition' },
  returns: { zh: '调度填报', en: 'returns of the round' },
} as const satisfies Record<TemplateBlock['is'], Words>

function within({ where, place }: Place, path: string, words: Words): Place {
  return { where: `${where}.${path}`, place: { zh: `${place.zh}${words.zh}`, en: `${place.en}, ${words.en}` } }
}

function askedIn(block: TemplateBlock, at: Place): readonly Asked[] {
  switch (block.is) {
    case 'text': {
      const figures = block.runs.flatMap((run, place) => (typeof run === 'object' && 'figure' in run ? [{ run, place }] : []))
      return figures.map(({ run: { figure, measure }, place }, nth) => ({
        figure,
        measure,
        ...within(at, `runs[${place}]`, { zh: `第${nth + 1}处引用`, en: `reference ${nth + 1}` }),
      }))
    }
    case 'targets':
    case 'differences':
      return block.figures.map((figure, nth) => ({
        figure,
        ...within(at, `figures[${nth}]`, { zh: `第${nth + 1}项`, en: `item ${nth + 1}` }),
      }))
    case 'cities':
      return block.columns.map(({ figure, measure, title }, nth) => ({
        figure,
        measure,
        ...within(at, `columns[${nth}]`, { zh: `第${nth + 1}列“${title}”`, en: `column ${nth + 1} “${title}”` }),
      }))
    case 'list':
    case 'chart':
      return [{ figure: block.figure, ...at }]
    case 'heading':
    case 'own':
    case 'returns':
      return []
  }
}
