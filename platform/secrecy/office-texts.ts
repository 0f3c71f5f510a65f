import { entities, withoutTags } from './markup.ts'

/** A kind of file that is an archive of XML: which of its parts hold words, and how they are read. */
export interface OfficeFormat {
  /** A part that every such file has. */
  readonly sign: RegExp
  readonly words: RegExp
  textOf(xml: string): string
  headersIn?(xml: string): readonly string[]
}

const PROPERTIES = String.raw`docProps\/(?:core|custom|app)\.xml`
const parts = (folder: string, names: string) => new RegExp(String.raw`^(?:${folder}\/(?:${names})\.xml|${PROPERTIES})$`, 'i')

/** Word, Excel, PowerPoint and OFD. */
export const OFFICE_FORMATS: readonly OfficeFormat[] = [
  {
    sign: /^word\/document.*\.xml$/i,
    words: parts(
      'word',
      String.raw`(?:glossary\/)?document\d*|header\d*|footer\d*|footnotes|endnotes|comments\d*|(?:charts|diagrams)\/[^/]+`,
    ),
    textOf: textOfWord,
  },
  {
    sign: /^xl\/workbook\.(?:xml|bin)$/i,
    words: parts('xl', String.raw`sharedStrings|comments\d*|(?:worksheets|drawings|charts|threadedComments|comments)\/[^/]+`),
    textOf: textOfSheet,
    headersIn: (xml) =>
      [...xml.matchAll(/<(?:odd|even|first)(?:Header|Footer)>([^<]*)</g)].map(([, codes = '']) => textOfSheetHeader(codes)),
  },
  {
    sign: /^ppt\/presentation\.xml$/i,
    words: parts('ppt', String.raw`(?:slides|notesSlides|slideMasters|slideLayouts|comments|charts|diagrams)\/[^/]+`),
    textOf: (xml) => withoutTags(xml.replaceAll(/<\/(?:a:p|c:v|p:text|p188:t)>|<a:br\b[^>]*>/g, '\n')),
  },
  { sign: /^\/?OFD\.xml$/i, words: /Content\.xml$|Annot[^/]*\.xml$|^\/?OFD\.xml$/i, textOf: textOfOfd },
]

/** Where files lie that were put into such a file. */
export const INSERTED = /(?:^|\/)(?:embeddings|attachs?|attachments)\/[^/]+$/i

/** Runs of a paragraph are one line, however Word has split them; a box and a watermark stand alone; deleted words are still in the file. */
function textOfWord(xml: string): string {
  const shown = xml
    .replaceAll(/<v:textpath\b[^>]*?\sstring="([^"]*)"[^>]*>/g, '\n$1\n')
    .replaceAll(/<w:sym\b[^>]*?w:char="F0AB"[^>]*>/gi, '★')
    .replaceAll(/<w:txbxContent\b[^>]*>|<\/w:p>|<w:(?:br|cr)(?:\s[^>]*)?\/>|<\/(?!w:|a:[tr]>|a:rPr>)[\w]+:?[\w]+>/g, '\n')
  return withoutTags(shown.replaceAll(/<w:(?:tab|ptab)(?:\s[^>]*)?\/>/g, '\t'))
}

function textOfSheet(xml: string): string {
  return withoutTags(
    xml
      .replaceAll(/<(?:odd|even|first)(?:Header|Footer)>[^<]*</g, '<')
      .replaceAll(/<\/(?:si|is|v|text|comment|(?!a:[tr]>|a:rPr>)\w+:\w+)>/g, '\n'),
  )
}

/** &L&"宋体,常规"&12机密★10年&R第 &P 页 (ECMA-376 18.3.1.46). */
function textOfSheetHeader(codes: string): string {
  return entities(codes)
    .replaceAll(/&[LCR]/g, '\n')
    .replaceAll(/&"[^"]*"|&\d+|&K[0-9A-F]{6}|&[A-Z]/gi, '')
}

const TEXT_OBJECT = /<(?:\w+:)?TextObject\b[^>]*?\sBoundary="([^"]*)"[^>]*>((?:(?!<(?:\w+:)?TextObject\b)[\s\S])*?)<\/(?:\w+:)?TextObject>/g

/** OFD places texts on the page, often one character each: what has the same height and is near makes a line (GB/T 33190, 11.3). */
function textOfOfd(xml: string): string {
  let [end, line, text] = [Number.NaN, Number.NaN, '']
  const rest = xml.replaceAll(TEXT_OBJECT, (_, boundary: string, inside: string) => {
    const [x = 0, y = 0, width = 0, height = 0] = boundary.trim().split(/\s+/).map(Number)
    const goesOn = Math.abs(y - line) < SAME_LINE_MM && Math.abs(x - end) <= 2 * height
    text += (goesOn ? '' : '\n') + withoutTags(inside)
    ;[end, line] = [x + width, y]
    return ''
  })
  return `${text}\n${withoutTags(rest.replaceAll(/<\/[\w:]+>/g, '\n'))}`
}

const SAME_LINE_MM = 1
