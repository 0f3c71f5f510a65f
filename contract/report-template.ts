/** All that counts up to the end of the period, or what counts within it. */
export type Stretch = 'total' | 'quarter'

/** A figure by reference: what is held against the target, or one measure; of the province, or of one area. */
export interface FigureRef {
  readonly figure: string
  readonly measure?: string
  readonly area?: string
  readonly period: Stretch
  /** Told as a change against the last edition, as a share of the target, as the target or the light, in place of the value. */
  readonly as: 'value' | 'change' | 'share' | 'target' | 'light'
}

/** Words of a paragraph, with figures by reference among them. */
export type TemplateRun = string | FigureRef | { readonly say: 'period' | 'asOf' }

export type TemplateBlock =
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  /** `whenNone` is said in its place when every figure of the quarter in it is nothing: a blank or a bare 0 would say too little. */
  | { readonly is: 'text'; readonly runs: readonly TemplateRun[]; readonly whenNone?: string }
  /** What the clerk writes for this issue. */
  | { readonly is: 'own'; readonly field: 'opening' | 'problems' | 'nextSteps'; readonly whenNone?: string }
  /** Indicators against their targets, one a row. */
  | { readonly is: 'targets'; readonly title: string; readonly figures: readonly string[] }
  /** One row a city in GB/T 2260 order, 省直, and the sum; zones as 其中 where asked for. */
  | { readonly is: 'cities'; readonly title: string; readonly zones: boolean; readonly columns: readonly CityColumn[] }
  /** The entries behind a figure of the quarter. */
  | { readonly is: 'list'; readonly title: string; readonly figure: string; readonly most: number; readonly whenNone: string }
  /** `places` says for a map of squares where each city's square stands: column and row. */
  | {
      readonly is: 'chart'
      readonly figure: string
      readonly shape: 'bars' | 'columns' | 'tiles'
      readonly places?: Readonly<Record<string, readonly [column: number, row: number]>>
    }
  /** What differs from the last edition, and why where the figure was restated. */
  | { readonly is: 'differences'; readonly figures: readonly string[] }
  /** What cities and zones wrote in the round of the period, or who has not confirmed. */
  | { readonly is: 'returns'; readonly show: 'unconfirmed' | 'problems' | 'suggestions' }

export interface CityColumn {
  readonly title: string
  readonly figure: string
  readonly measure?: string
  readonly period: Stretch
}

/** What a report is made of, as data: a pack brings it, a province may change it. {period} and {asOf} stand in titles for what they say. */
export interface ReportTemplate {
  readonly code: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly kind: 'progress' | 'circular' | 'brief'
  readonly heading: string
  readonly issuer: string
  readonly addressee?: string
  readonly signature: string
  readonly copiesTo?: string
  readonly printer: string
  readonly blocks: readonly TemplateBlock[]
  readonly attachments: readonly { readonly title: string; readonly blocks: readonly TemplateBlock[] }[]
}
