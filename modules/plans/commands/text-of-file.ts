import type { Words } from '#engine/define/words.ts'
import { textFromDocx } from '#platform/documents/from-docx.ts'
import { looksLikeHtml, textFromHtml } from '#platform/documents/from-html.ts'
import { pagesFromPdf } from '#platform/documents/pdf-layout.ts'
import { decodeText } from '#policy-text/index.ts'

/** What a file turned out to be. */
export type SourceType = 'txt' | 'html' | 'docx' | 'pdf'

/** The text of a plan as it will be kept: all offsets are counted in it. */
export interface TextOfFile {
  readonly text: string
  readonly sourceType: SourceType
  /** Of txt and html; a docx is always UTF-8 inside. */
  readonly encoding: string
  readonly warnings: readonly Words[]
}

/** Why a file cannot be read, as the end of a code and as a sentence that says what to do. */
export interface Unreadable {
  readonly problem: Words & { readonly code: 'plan.empty' | 'plan.not-text' | 'plan.broken-file' | 'plan.too-long' }
}

/** Text, web page, Word document or PDF, told apart by content; what the name says does not matter. */
export async function textOfFile(bytes: Uint8Array): Promise<TextOfFile | Unreadable> {
  if (startsWith(bytes, ZIP)) return await fromDocx(bytes)
  if (startsWith(bytes, PDF)) return await fromPdf(bytes)
  const known = OTHERS.find(({ magic }) => startsWith(bytes, magic))
  if (known) return { problem: { code: 'plan.not-text', ...known.words } }
  const decoded = decodeText(bytes)
  if ('problem' in decoded) return { problem: { code: `plan.${decoded.problem.code}`, ...withRemedy(decoded.problem) } }
  if (!looksLikeHtml(decoded.text)) return { ...decoded, sourceType: 'txt' }
  const text = textFromHtml(decoded.text)
  return text.trim() === '' ? { problem: { code: 'plan.empty', ...EMPTY_PAGE } } : { ...decoded, text, sourceType: 'html' }
}

async function fromDocx(bytes: Uint8Array): Promise<TextOfFile | Unreadable> {
  const read = await textFromDocx(bytes)
  if ('problem' in read) return { problem: DOCX_PROBLEMS[read.problem] }
  if (read.text.trim() === '') return { problem: { code: 'plan.empty', ...NO_WORDS } }
  return { text: read.text, sourceType: 'docx', encoding: 'utf-8', warnings: [] }
}

/** A scan gets a clear answer instead of an empty plan; single pages without text are told of. */
async function fromPdf(bytes: Uint8Array): Promise<TextOfFile | Unreadable> {
  const read = await pagesFromPdf(bytes)
  if (!read) return { problem: BROKEN_PDF }
  if (read.text.trim() === '') return { problem: { code: 'plan.empty', ...SCANNED } }
  const warnings = read.withoutText === 0 ? [] : [pagesWithoutText(read)]
  return { text: read.text, sourceType: 'pdf', encoding: 'utf-8', warnings }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte)
}

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0))

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const PDF = ascii('%PDF')
const SAVE_AS: Words = { zh: '请另存为 .docx 或纯文本 .txt 后再上传', en: 'save it as .docx or as plain text (.txt) and upload that' }

// The first bytes of what people hand in, and what to do about each.
const OTHERS: readonly { readonly magic: readonly number[]; readonly words: Words }[] = [
  {
    magic: [0xd0, 0xcf, 0x11, 0xe0],
    words: {
      zh: `这是旧版 Word(.doc)、WPS(.wps)或加了密码的文件；用 Word 或 WPS 打开，${SAVE_AS.zh.slice(1)}`,
      en: `this is an old Word (.doc), a WPS or a password-protected file; open it in Word or WPS, ${SAVE_AS.en}`,
    },
  },
  {
    magic: ascii('{\\rtf'),
    words: {
      zh: `这是 RTF 文件；用 Word 或 WPS 打开，${SAVE_AS.zh.slice(1)}`,
      en: `this is an RTF file; open it in Word or WPS, ${SAVE_AS.en}`,
    },
  },
  {
    magic: ascii('MIME-Version:'),
    words: {
      zh: `这是单个文件网页(.mht)；用浏览器或 Word 打开，另存为 .html 或 .docx 后再上传`,
      en: 'this is a single-file web page (.mht); open it in a browser or Word, save it as .html or .docx and upload that',
    },
  },
]

const DOCX_PROBLEMS = {
  'not-docx': {
    code: 'plan.not-text',
    zh: `这是压缩包或表格、OFD 等文件，不是 Word 文档；${SAVE_AS.zh}`,
    en: `this is an archive, a sheet or an OFD file and no Word document; ${SAVE_AS.en}`,
  },
  broken: {
    code: 'plan.broken-file',
    zh: `Word 文件已损坏或加了密，打不开；请在 Word 或 WPS 中打开检查、去掉密码，${SAVE_AS.zh.slice(1)}`,
    en: `the Word file is broken or protected by a password; open it in Word or WPS, take the password off, ${SAVE_AS.en}`,
  },
  'too-large': {
    code: 'plan.too-long',
    zh: `Word 文件解开后过大；请删去图片和附录，只留方案正文，${SAVE_AS.zh.slice(1)}`,
    en: `the Word file unpacks to too much; take out pictures and annexes, ${SAVE_AS.en}`,
  },
} as const satisfies Record<string, Unreadable['problem']>

const BROKEN_PDF: Unreadable['problem'] = {
  code: 'plan.broken-file',
  zh: `PDF 文件已损坏或加了密，打不开；请去掉密码后再上传，或${SAVE_AS.zh}`,
  en: `the PDF is broken or protected by a password; take the password off, or ${SAVE_AS.en}`,
}
const SCANNED: Words = {
  zh: '这份 PDF 是扫描件，页面里没有文字；请先识别文字（OCR），再上传识别后的 PDF、.docx 或 .txt',
  en: 'this PDF is a scan: its pages hold no text; recognise the text (OCR) first and upload the result',
}

function pagesWithoutText({ pages, withoutText }: { readonly pages: number; readonly withoutText: number }): Words {
  return {
    zh: `${pages} 页中有 ${withoutText} 页没有文字（可能是扫描图片），其中的内容没有读到`,
    en: `${withoutText} of ${pages} pages hold no text (perhaps scanned); what stands on them was not read`,
  }
}

const EMPTY_PAGE: Words = {
  zh: '网页里没有看得见的文字（内容可能由脚本显示）；请在浏览器中复制正文，存为 .txt 后再上传',
  en: 'the web page shows no words of its own (a script may show them); copy the text in the browser into a .txt file',
}
const NO_WORDS: Words = {
  zh: 'Word 文件里没有文字（可能是扫描图片）；须先识别文字，再存为 .docx 或 .txt',
  en: 'the Word file holds no words (perhaps scanned pictures); recognise the text first',
}

function withRemedy({ code, zh, en }: Words & { readonly code: 'empty' | 'not-text' }): Words {
  return code === 'empty'
    ? { zh: `${zh.replace(/。$/, '')}；请核对文件是否下载完整`, en: `${en.replace(/\.$/, '')}; check that it was downloaded completely` }
    : { zh: `${zh.replace(/。$/, '')};${SAVE_AS.zh}`, en: `${en.replace(/\.$/, '')}; ${SAVE_AS.en}` }
}
