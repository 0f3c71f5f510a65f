import type { FigureRef, TemplateBlock, TemplateRun } from '#contract/report-template.ts'
import { TOKENS } from './template-tokens.texts.ts'

/** An indicator as an editor names it. */
export interface NamedFigure {
  readonly code: string
  readonly title: string
  readonly measures: readonly { readonly code: string; readonly title: string }[]
}

const { said: SAID, quarter: QUARTER, toldAs: TOLD_AS, measure: MEASURE, area: AREA } = TOKENS
const TOKEN = /\{([^{}]*)\}/g
const CODE = /^[a-z][a-z0-9_]*$/

/** A paragraph as one types it: “本期净增{突破前沿技术 本期}项”. A figure that no longer exists keeps its code, so that it is seen. */
export function typedRuns(runs: readonly TemplateRun[], figures: readonly NamedFigure[]): string {
  return runs
    .map((run) => {
      if (typeof run === 'string') return run
      return 'say' in run ? `{${SAID[run.say]}}` : typedFigure(run, figures)
    })
    .join('')
}

/** Whether a paragraph still has brackets that name nothing: it would be printed with them. */
export function hasUnknown(blocks: readonly TemplateBlock[]): boolean {
  return blocks.some((block) => block.is === 'text' && block.runs.some((run) => typeof run === 'string' && /\{[^{}]*\}/.test(run)))
}

/** A title with {period} and {asOf} in the words of the page. */
export function typedTitle(title: string): string {
  return title.replaceAll('{period}', `{${SAID.period}}`).replaceAll('{asOf}', `{${SAID.asOf}}`)
}

/** The way back from `typedTitle`. */
export function readTitle(typed: string): string {
  return typed.replaceAll(`{${SAID.period}}`, '{period}').replaceAll(`{${SAID.asOf}}`, '{asOf}')
}

/** “{突破前沿技术 本期 完成率}”: what a reference is typed as. */
export function typedFigure({ figure, period, as, measure, area }: FigureRef, figures: readonly NamedFigure[]): string {
  const title = figures.find(({ code }) => code === figure)?.title
  const words = [
    title !== undefined && isPlain(title) ? title : figure,
    ...(period === 'quarter' ? [QUARTER] : []),
    ...(as === 'value' || as === undefined ? [] : [TOLD_AS[as]]),
    ...(measure === undefined ? [] : [`${MEASURE}=${measure}`]),
    ...(area === undefined ? [] : [`${AREA}=${area}`]),
  ]
  return `{${words.join(' ')}}`
}

/** The paragraph as data, or the brackets in it that name nothing. */
export function readRuns(
  typed: string,
  figures: readonly NamedFigure[],
): { readonly runs: readonly TemplateRun[]; readonly unknown: readonly string[] } {
  const runs: TemplateRun[] = []
  const unknown: string[] = []
  let from = 0
  for (const match of typed.matchAll(TOKEN)) {
    if (match.index > from) runs.push(typed.slice(from, match.index))
    from = match.index + match[0].length
    const run = readToken(match[1] ?? '', figures)
    if (run === undefined) unknown.push(match[0])
    runs.push(run ?? match[0])
  }
  if (from < typed.length) runs.push(typed.slice(from))
  return { runs, unknown }
}

function readToken(token: string, figures: readonly NamedFigure[]): TemplateRun | undefined {
  const [name = '', ...words] = token.trim().split(/\s+/)
  for (const [say, word] of Object.entries(SAID)) if (name === word) return { say: say as keyof typeof SAID }
  const figure = figures.find(({ code, title }) => title === name || code === name)?.code ?? (CODE.test(name) ? name : undefined)
  if (figure === undefined) return undefined
  let ref: FigureRef = { figure, period: 'total', as: 'value' }
  for (const word of words) {
    const as = Object.entries(TOLD_AS).find(([, told]) => told === word)?.[0]
    const [key, value] = word.split('=')
    if (word === QUARTER) ref = { ...ref, period: 'quarter' }
    else if (as !== undefined) ref = { ...ref, as: as as FigureRef['as'] }
    else if (key === MEASURE && value) ref = { ...ref, measure: value }
    else if (key === AREA && value) ref = { ...ref, area: value }
    else return undefined
  }
  return ref
}

const isPlain = (title: string) => !/[\s{}=]/.test(title)
