import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { unpackArchive } from '#platform/files/archive.ts'
import { type FileProblem, fileProblem } from '#platform/files/problem.ts'
import { MARK_WORDS, type MarkKind, secrecyMarks } from './marks.ts'

/** Which mark a file carries, and in which part of it. Never what else stands there. */
export interface FileMark {
  readonly kind: MarkKind
  readonly part: FilePart
}

export type FilePart = 'header' | 'body' | 'properties'

/** A file that was refused for its mark. */
interface MarkedFile extends FileProblem {
  readonly mark: FileMark
}

/** For `FileStore.put`: refuses a file with a secrecy mark before it is kept; the draft is removed at once. */
export function examineSecrecy(name: string): (path: string) => Promise<FileProblem | undefined> {
  return async (path) => {
    try {
      const mark = await markInFile(path, name)
      return mark && { ...refusal(name, mark), mark }
    } catch {
      // What cannot be unpacked cannot be looked into, and is not taken.
      return broken
    }
  }
}

const broken = fileProblem('file.archive-broken', '文件已损坏，无法打开', 'The file is broken and cannot be opened')

export function isMarkedFile(problem: FileProblem): problem is MarkedFile {
  return 'mark' in problem
}

/** What parts of a file are called to people. */
export const PART_WORDS = {
  header: { zh: '页眉页脚', en: 'header or footer' },
  body: { zh: '正文', en: 'body' },
  properties: { zh: '文档属性', en: 'properties' },
} as const satisfies Record<FilePart, { readonly zh: string; readonly en: string }>

function refusal(name: string, { kind, part }: FileMark): FileProblem {
  const [mark, place] = [MARK_WORDS[kind], PART_WORDS[part]]
  return fileProblem(
    'secrecy.mark-found',
    `“${name}”的${place.zh}中有“${mark.zh}”标志，未予接收，也未保存；涉密和内部文件不得在本系统处理，请按保密规定办理`,
    `The ${place.en} of "${name}" carries the mark “${mark.zh}” (${mark.en}); it was not accepted and not kept. Handle it by the rules of secrecy, not on this system`,
  )
}

interface Text {
  readonly part: FilePart
  readonly text: string
}

/** The first secrecy mark in the text of a file; pictures, scans and PDF are not looked into. */
export async function markInFile(path: string, name: string): Promise<FileMark | undefined> {
  for await (const { part, text } of textsOf(path, extname(name).slice(1).toLowerCase())) {
    const [mark] = secrecyMarks(text, { header: part === 'header' })
    if (mark) return { kind: mark.kind, part }
  }
  return undefined
}

async function* textsOf(path: string, type: string): AsyncGenerator<Text> {
  const parts = ZIPPED[type]
  if (parts) {
    const unpacked = unpackArchive(await readFile(path), parts.wanted, { perEntry: MOST_UNPACKED, inAll: 2 * MOST_UNPACKED })
    // What cannot be looked into is not taken in; broken archives were refused with a sentence before.
    if ('problem' in unpacked) throw new Error(unpacked.words.en)
    for (const [name, bytes] of unpacked) {
      const xml = Buffer.from(bytes).toString('utf8')
      yield { part: partOf(name), text: parts.textOf(xml) }
      for (const text of parts.headersIn?.(xml) ?? []) yield { part: 'header', text }
    }
  } else if (PLAIN.has(type)) {
    const text = decoded(await readFile(path))
    yield { part: 'body', text: type === 'txt' ? text : textOfHtml(text) }
  }
}

const MOST_UNPACKED = 64 * 1024 * 1024
const PLAIN: ReadonlySet<string> = new Set(['txt', 'html', 'htm'])

interface Zipped {
  readonly wanted: RegExp
  textOf(xml: string): string
  headersIn?(xml: string): readonly string[]
}

const PROPERTIES = String.raw`docProps\/(?:core|custom|app)\.xml`
const ZIPPED: Readonly<Record<string, Zipped>> = {
  docx: {
    wanted: new RegExp(String.raw`^(?:word\/(?:document\d*|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|${PROPERTIES})$`, 'i'),
    textOf: textOfWord,
  },
  xlsx: {
    wanted: new RegExp(String.raw`^(?:xl\/(?:sharedStrings|worksheets\/[^/]+|drawings\/[^/]+)\.xml|${PROPERTIES})$`, 'i'),
    textOf: textOfSheet,
    headersIn: (xml) =>
      [...xml.matchAll(/<(?:odd|even|first)(?:Header|Footer)>([^<]*)</g)].map(([, codes = '']) => textOfSheetHeader(codes)),
  },
  ofd: { wanted: /Content\.xml$|^\/?OFD\.xml$/i, textOf: (xml) => withoutTags(xml.replaceAll(/<\/(?:\w+:)?TextCode>/g, '\n')) },
}

function partOf(name: string): FilePart {
  if (/\/(?:header|footer)\d*\.xml$/i.test(name)) return 'header'
  return name.startsWith('docProps/') || /OFD\.xml$/i.test(name) ? 'properties' : 'body'
}

/** Runs of a paragraph are one line, however Word has split them. */
function textOfWord(xml: string): string {
  return withoutTags(
    xml.replaceAll(/<\/w:p>|<w:(?:br|cr)(?:\s[^>]*)?\/>|<\/(?!w:)[\w:]+>/g, '\n').replaceAll(/<w:(?:tab|ptab)(?:\s[^>]*)?\/>/g, '\t'),
  )
}

function textOfSheet(xml: string): string {
  return withoutTags(
    xml.replaceAll(/<(?:odd|even|first)(?:Header|Footer)>[^<]*</g, '<').replaceAll(/<\/(?:si|is|v|a:p|[\w]+:[\w]+)>/g, '\n'),
  )
}

/** &L&"宋体,常规"&12机密★10年&R第 &P 页 (ECMA-376 18.3.1.46). */
function textOfSheetHeader(codes: string): string {
  return entities(codes)
    .replaceAll(/&[LCR]/g, '\n')
    .replaceAll(/&"[^"]*"|&\d+|&K[0-9A-F]{6}|&[A-Z]/gi, '')
}

function textOfHtml(html: string): string {
  const seen = html.replaceAll(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '').replaceAll(/<!--[\s\S]*?-->/g, '')
  return withoutTags(
    seen
      .replaceAll(/[\r\n]+/g, ' ')
      .replaceAll(/<(?:br|hr|\/?(?:p|div|h[1-6]|li|tr|td|th|title|header|footer|section|article|table))\b[^>]*>/gi, '\n'),
  )
}

function withoutTags(markup: string): string {
  return entities(markup.replaceAll(/<[^>]*>/g, ''))
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', starf: '★', star: '☆' }

function entities(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined
    if (code !== undefined) return code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
    return NAMED[(name ?? '').toLowerCase()] ?? whole
  })
}

/** UTF-8, UTF-16 with its mark, or GB 18030, as older editors write it. */
function decoded(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', ...(bytes[0] === 0xff ? ['utf-16le'] : bytes[0] === 0xfe ? ['utf-16be'] : []), 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // the next encoding
    }
  }
  return Buffer.from(bytes).toString('latin1')
}
