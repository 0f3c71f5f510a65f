/**
 * An official document as it is meant, before it is a file: rendered as .docx, .pdf and web page from the same value. Every text is data;
 * no renderer reads markup in it.
 */
export interface Paper {
  /** 版头; absent in a document without a red head. */
  readonly head?: PaperHead
  readonly title: string
  readonly addressee?: string
  readonly blocks: readonly Block[]
  /** 附件: named under the text, each on pages of its own. */
  readonly attachments: readonly Attachment[]
  readonly signature?: { readonly by: string; readonly on: string }
  /** 版记. */
  readonly imprint?: { readonly copiesTo?: string; readonly issuer: string; readonly on: string }
  /** Stands beside the page number on every page: the fingerprint of an edition. */
  readonly foot?: string
}

export interface PaperHead {
  /** 发文机关标志, such as ××省科学技术厅文件. */
  readonly issuer: string
  /** 发文字号; absent until the office has given one. */
  readonly number?: string
  readonly copyNo?: string
  readonly secrecy?: string
  readonly urgency?: string
}

export interface Attachment {
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block = Heading | TextBlock | TableBlock | PictureBlock

/** Level 1 to 4: 一、 （一） 1. （1）; the text brings its number. */
export interface Heading {
  readonly is: 'heading'
  readonly level: 1 | 2 | 3 | 4
  readonly text: string
}

export interface TextBlock {
  readonly is: 'text'
  readonly runs: readonly Run[]
}

/** Words of a paragraph; a figure among them may be a door, and may say what it was in the last edition. */
export interface Run {
  readonly text: string
  /** Address inside the product that a reader of the web page is led to. */
  readonly link?: string
  /** What stood here in the last edition, when it was something else. */
  readonly was?: string
}

export interface TableBlock {
  readonly is: 'table'
  readonly title: string
  readonly note?: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRowFacts[]
}

/** Widths are shares of the whole. */
export interface TableColumn {
  readonly title: string
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
}

export interface TableRowFacts {
  readonly cells: readonly Run[]
  /** A sum row is printed strong; a part row (其中) is set in. */
  readonly kind: 'plain' | 'sum' | 'part'
}

/** A chart, drawn when the document is. */
export interface PictureBlock {
  readonly is: 'picture'
  readonly chart: ChartFacts
}

/** What a chart shows. The title says the finding, the subtitle what is shown; the unit stands with it. */
export interface ChartFacts {
  readonly title: string
  readonly subtitle: string
  readonly unit: string
  readonly source: string
  readonly shape: Bars | Columns | Tiles
}

/** One bar a row, in the order given, labelled at its end. */
export interface Bars {
  readonly is: 'bars'
  readonly rows: readonly { readonly label: string; readonly value: number }[]
}

/** Own values as columns, the running total as a line, the target dashed. */
export interface Columns {
  readonly is: 'columns'
  readonly points: readonly { readonly label: string; readonly value: number; readonly running: number }[]
  readonly target: number | null
  readonly words: { readonly own: string; readonly running: string; readonly target: string }
}

/** One square a place, where the map of squares puts it. */
export interface Tiles {
  readonly is: 'tiles'
  readonly tiles: readonly { readonly label: string; readonly value: number; readonly column: number; readonly row: number }[]
}
