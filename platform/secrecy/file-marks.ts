import { readFile } from 'node:fs/promises'
import { type FileProblem, fileProblem } from '#platform/files/problem.ts'
import { type FilePart, lookInside, type NotLookedInto, TooMuchInside } from './look-inside.ts'
import { MARK_WORDS, type MarkKind, secrecyMarks } from './marks.ts'

/** Which mark a file carries, and in which part of it. Never what else stands there. */
export interface FileMark {
  readonly kind: MarkKind
  readonly part: FilePart
}

/** A file that was refused for its mark. */
interface MarkedFile extends FileProblem {
  readonly mark: FileMark
}

/** What the look through a file found: its first mark, or what could not be looked into. */
export interface FileLook {
  readonly mark?: FileMark
  readonly notLookedInto: ReadonlySet<NotLookedInto>
}

/** For `FileStore.put`: refuses a file with a secrecy mark before it is kept; the draft is removed at once. */
export function examineSecrecy(
  name: string,
  onNotLookedInto?: (reasons: ReadonlySet<NotLookedInto>) => void,
): (path: string) => Promise<FileProblem | undefined> {
  return async (path) => await examineBytes(await readFile(path), name, onNotLookedInto)
}

/** The same for a file that is never kept: one that is only read. */
export async function examineBytes(
  bytes: Uint8Array,
  name: string,
  onNotLookedInto?: (reasons: ReadonlySet<NotLookedInto>) => void,
): Promise<FileProblem | MarkedFile | undefined> {
  try {
    const { mark, notLookedInto } = await marksInBytes(bytes, name)
    if (mark) return { ...refusal(name, mark), mark }
    onNotLookedInto?.(notLookedInto)
    return undefined
  } catch (error) {
    // What cannot be unpacked cannot be looked into, and is not taken.
    return error instanceof TooMuchInside ? tooMuch : broken
  }
}

const broken = fileProblem(
  'file.archive-broken',
  '文件或其中所附的文件已损坏或加了密，无法打开',
  'The file, or one inserted in it, is broken or locked and cannot be opened',
)
const tooMuch = fileProblem(
  'file.archive-too-large',
  '文件中层层所附的文件过多或过大，无法检查，不予接收；请把所附文件另行上传',
  'The file holds too many, too large or too deeply packed files to be looked through; upload what is inserted on its own',
)

export function isMarkedFile(problem: FileProblem): problem is MarkedFile {
  return 'mark' in problem
}

/** What parts of a file are called to people. */
export const PART_WORDS = {
  header: { zh: '页眉页脚', en: 'header or footer' },
  body: { zh: '正文', en: 'body' },
  properties: { zh: '文档属性', en: 'properties' },
  inserted: { zh: '所附文件', en: 'inserted file' },
} as const satisfies Record<FilePart, { readonly zh: string; readonly en: string }>

/** What is said to the person whose file could not be looked through: from then on it is for him to answer for it. */
export function askToConfirm(name: string, reasons: ReadonlySet<NotLookedInto>): { readonly zh: string; readonly en: string } | undefined {
  if (reasons.size === 0) return undefined
  const why = [...reasons].map((reason) => WHY_NOT[reason])
  return {
    zh: `“${name}”未能检查密级标志：${why.map(({ zh }) => zh).join('；')}。请您打开核对，确认其中不含国家秘密、工作秘密和内部信息，提交即视为您已确认；如含有，请立即移除，并按保密规定办理。`,
    en: `"${name}" could not be checked for secrecy marks: ${why.map(({ en }) => en).join('; ')}. Look through it yourself: by submitting it you confirm that it holds no state or work secrets and no internal information. If it does, remove it now and handle it by the rules of secrecy.`,
  }
}

/** What the history of an entry tells of such a file. */
export function senderAnswers(name: string, reasons: readonly NotLookedInto[]): { readonly zh: string; readonly en: string } {
  const why = reasons.map((reason) => WHY_NOT[reason])
  return {
    zh: `“${name}”未能检查密级标志（${why.map(({ zh }) => zh).join('；')}），上传时已提示，由上传人负责`,
    en: `"${name}" could not be checked for secrecy marks (${why.map(({ en }) => en).join('; ')}); its sender was told and answers for it`,
  }
}

const WHY_NOT = {
  picture: { zh: '图片中的文字系统读不了', en: 'words in a picture cannot be read' },
  scan: { zh: '有的页没有文字，可能是扫描件', en: 'some pages hold no text and may be scans' },
  unreadable: {
    zh: '文件或其中所附的文件加了密，或是系统读不了的格式',
    en: 'it, or a file inserted in it, is locked or of a format that cannot be read',
  },
} as const satisfies Record<NotLookedInto, { readonly zh: string; readonly en: string }>

function refusal(name: string, { kind, part }: FileMark): FileProblem {
  const [mark, place] = [MARK_WORDS[kind], PART_WORDS[part]]
  return fileProblem(
    'secrecy.mark-found',
    `“${name}”的${place.zh}中有“${mark.zh}”标志，未予接收，也未保存；涉密和内部文件不得在本系统处理，请按保密规定办理`,
    `The ${place.en} of "${name}" carries the mark “${mark.zh}” (${mark.en}); it was not accepted and not kept. Handle it by the rules of secrecy, not on this system`,
  )
}

/** The first secrecy mark in the text of a file and of the files in it, or what could not be looked into. */
export async function marksInFile(path: string, name: string): Promise<FileLook> {
  return await marksInBytes(await readFile(path), name)
}

async function marksInBytes(bytes: Uint8Array, name: string): Promise<FileLook> {
  const notLookedInto = new Set<NotLookedInto>()
  for await (const found of lookInside({ name, bytes })) {
    if ('notLookedInto' in found) notLookedInto.add(found.notLookedInto)
    else {
      const [mark] = secrecyMarks(found.text, { header: found.part === 'header' })
      if (mark) return { mark: { kind: mark.kind, part: found.isInserted ? 'inserted' : found.part }, notLookedInto }
    }
  }
  return { notLookedInto }
}
