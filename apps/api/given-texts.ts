import type { MultipartFile } from '@fastify/multipart'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LARGEST_FILE } from '#contract/files.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import { kept } from '#engine/store/kept.ts'
import { LONGEST_TEXT, type TextOfFile, textOfFile, tooLong, unreadable } from '#modules/plans/index.ts'
import { examineBytes, isMarkedFile } from '#platform/secrecy/file-marks.ts'
import { cleanName, noted } from './file-routes.ts'
import type { Installation } from './installation.ts'
import type { ApiParts } from './parts.ts'
import { sendRefusal } from './refusals.ts'
import { signedIn } from './session.ts'

/** A file, or a text as bytes, that a request brought to be read and not kept. */
export interface Given {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Its text, looked through for secrecy marks as every upload is. */
export async function textOfGiven(
  request: FastifyRequest,
  { name, bytes }: Given,
  onMark: ApiParts['onMark'],
): Promise<(TextOfFile & { readonly name: string }) | Refusal> {
  const against = await examineBytes(bytes, name)
  if (against && isMarkedFile(against)) await onMark?.(signedIn(request), request.id, noted(name, against.mark))
  // A file that is merely broken is told of in the words of the reader.
  if (against && against.problem !== 'file.archive-broken') return refuse('invalid', against.problem, against.words.zh, against.words.en)
  const found = await textOfFile(bytes)
  if ('problem' in found) return unreadable(name, found.problem)
  return found.text.length > LONGEST_TEXT ? tooLong(name, found.text.length) : { ...found, name }
}

/** The bytes of an uploaded part, up to the greatest size. */
export async function givenFile(part: MultipartFile): Promise<Given | Refusal> {
  const [name, bytes, most] = [cleanName(part.filename), await part.toBuffer(), LARGEST_FILE / 1024 / 1024]
  if (part.file.truncated) return refuse('too_large', 'file.too-large', `“${name}”超过 ${most} MB`, `“${name}” is over ${most} MB`)
  return { name, bytes }
}

/** A browser shows a refusal only when it could send everything. */
export function sendUnread(reply: FastifyReply, refusal: Refusal): FastifyReply {
  reply.request.raw.resume()
  return sendRefusal(reply, refusal)
}

/** A text of the greatest length has three bytes for each character, and quotes and line ends are escaped. */
export const BODY_LIMIT = 4 * 1024 * 1024
/** Each takes a core for as long as it reads; the machine of a small office has two. */
const MOST_AT_ONCE = 2

const BUSY: Refusal = refuse(
  'state',
  'plan.too-many-readings',
  `已有 ${MOST_AT_ONCE} 份文本正在读取，请稍后再试`,
  `${MOST_AT_ONCE} texts are being read; try again in a while`,
)

/** The places of an installation for readings, whichever route reads: two texts that are compared take one. */
export const readings = kept((_installation: Installation) => places())

/** Who finds no place free is told so; who goes away gives up his place at once. */
export function places() {
  let running = 0
  /** Does something in a place; refused when none is free. */
  const hold = async <Made>(work: () => Promise<Made>): Promise<Made | Refusal> => {
    if (running >= MOST_AT_ONCE) return BUSY
    running += 1
    try {
      return await work()
    } finally {
      running -= 1
    }
  }
  return {
    hold,
    beside: async (reply: FastifyReply, read: (gone: AbortSignal) => Promise<FastifyReply>): Promise<FastifyReply> => {
      const gone = goneSignal(reply)
      try {
        const answered = await hold(() => read(gone))
        return isRefusal(answered) ? sendUnread(reply, answered) : answered
      } catch (error) {
        if (!gone.aborted) throw error
        return reply.hijack() // nobody is there to be told
      }
    },
  }
}

/** Fires when the client goes away before it has its answer. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}
