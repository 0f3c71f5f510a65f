import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { FILE_TYPES, LARGEST_FILE, uploadAnswer } from '#contract/files.ts'
import type { NotedMark } from '#engine/store/context.ts'
import { EVIDENCE_TYPES, examineEvidence, sniff } from '#platform/files/evidence.ts'
import { type FileProblem, isFileProblem } from '#platform/files/problem.ts'
import { sendProblem } from '#platform/http/errors.ts'
import type { ProblemFacts } from '#platform/http/problem.ts'
import { askToConfirm, examineSecrecy, type FileMark, isMarkedFile, PART_WORDS } from '#platform/secrecy/file-marks.ts'
import type { NotLookedInto } from '#platform/secrecy/look-inside.ts'
import type { ApiParts } from './parts.ts'
import { signedIn } from './session.ts'
import type { ApiServer } from './typed.ts'

const SCHEMA = { tags: ['files'], summary: '上传文件 / Upload a file', consumes: ['multipart/form-data'], response: { 200: uploadAnswer } }

/** Takes one file into the store; a command binds it to an entry later. */
export function fileRoutes(app: ApiServer, { files, onUpload, onMark }: Pick<ApiParts, 'files' | 'onUpload' | 'onMark'>): void {
  app.post('/files', { schema: SCHEMA }, async (request, reply) => {
    // Beyond bodyLimit (2 MB), which is the plugin's default; one byte over the limit so that the store sees it passed.
    const part = request.isMultipart() ? await request.file({ limits: { fileSize: LARGEST_FILE + 1, files: 1 } }) : undefined
    if (!part) return refuseFile({ request, reply, facts: NO_FILE })

    const name = cleanName(part.filename)
    const look: Look = { reasons: new Set() }
    const kept = await files.put(part.file, { limitBytes: LARGEST_FILE, examine: examined(name, look) })
    if (isFileProblem(kept) && isMarkedFile(kept)) await onMark?.(signedIn(request), request.id, noted(name, kept.mark))
    if (isFileProblem(kept)) return refuseFile({ request, reply, facts: factsOf(kept) })
    const file = { ...kept, name, type: await typeOf(name) }
    await onUpload?.(signedIn(request), file, [...look.reasons])
    const notLookedInto = askToConfirm(name, look.reasons)
    return { ...file, ...(notLookedInto && { notLookedInto }) }
  })
}

/** Why a file could not be looked through: its sender is told, and answers for it. */
interface Look {
  reasons: ReadonlySet<NotLookedInto>
}

/** What a file must be, then what must not stand in it. */
function examined(name: string, look: Look) {
  const secrecy = examineSecrecy(name, (reasons) => {
    look.reasons = reasons
  })
  return async (path: string) => (await examineEvidence(name)(path)) ?? (await secrecy(path))
}

/** The name itself may tell something, so only its hash is kept. */
export function noted(name: string, { kind, part }: FileMark): NotedMark {
  return { markKind: kind, place: `文件 ${createHash('sha256').update(name).digest('hex').slice(0, 16)}`, part: PART_WORDS[part].zh }
}

/** Name and content have been found to agree, so the name tells the type. */
async function typeOf(name: string): Promise<string> {
  const { named } = await sniff(new Uint8Array(), name)
  return named ? EVIDENCE_TYPES[named] : 'application/octet-stream'
}

/** No folders and no control characters, at most 200 characters with the extension kept. */
export function cleanName(given: string): string {
  const name = given
    .normalize('NFC')
    .replaceAll(/.*[/\\]|\p{Cc}/gu, '')
    .trim()
  const characters = Array.from(name)
  if (characters.length <= LONGEST_NAME) return name
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  return characters.slice(0, LONGEST_NAME - extension.length).join('') + extension
}

const LONGEST_NAME = 200

interface Refused {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly facts: ProblemFacts
}

/** The rest of the upload is read and thrown away: a browser shows an answer only when it could send everything. */
function refuseFile({ request, reply, facts }: Refused): FastifyReply {
  request.raw.resume()
  return sendProblem(request, reply, facts)
}

function factsOf({ problem, words }: FileProblem): ProblemFacts {
  return {
    status: problem === 'file.too-large' ? 413 : 422,
    code: problem,
    words: { zh: `${words.zh}。${ACCEPTED.zh}`, en: `${words.en}. ${ACCEPTED.en}` },
  }
}

const LIMIT = `${LARGEST_FILE / 1024 / 1024} MB`
const ACCEPTED = {
  zh: `请上传不超过 ${LIMIT} 的 ${FILE_TYPES.join('、')} 文件。`,
  en: `Upload a file of at most ${LIMIT}, of type ${FILE_TYPES.join(', ')}.`,
}

const NO_FILE: ProblemFacts = {
  status: 422,
  code: 'file.missing',
  words: {
    zh: `没有收到文件，应以 multipart/form-data 的 file 一项上传。${ACCEPTED.zh}`,
    en: `No file arrived; it is expected as the part "file" of multipart/form-data. ${ACCEPTED.en}`,
  },
}
