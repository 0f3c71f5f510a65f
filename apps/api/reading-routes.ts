import type { FastifyReply, FastifyRequest } from 'fastify'
import { LARGEST_FILE } from '#contract/files.ts'
import { problem } from '#contract/problem.ts'
import { readDocumentInput, readDocumentQuery } from '#contract/reading.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import { LONGEST_TEXT, type TextOfFile, textOfFile, tooLong, unreadable } from '#modules/plans/index.ts'
import { examineBytes, isMarkedFile } from '#platform/secrecy/file-marks.ts'
import { bodyOf } from './body.ts'
import { cleanName, noted } from './file-routes.ts'
import type { ApiParts, RoutePlugin } from './parts.ts'
import { READ_FORMATS, type ReadFormat } from './reading/formats.ts'
import { readInThread } from './reading/read-in-thread.ts'
import { sendRefusal } from './refusals.ts'
import { signedIn } from './session.ts'
import { download } from './transfer-routes.ts'
import { typed } from './typed.ts'

/** A text of the greatest length has three bytes for each character, and quotes and line ends are escaped. */
const BODY_LIMIT = 4 * 1024 * 1024
/** Each takes a core for as long as it reads; the machine of a small office has two. */
const MOST_AT_ONCE = 2

const SCHEMA = {
  tags: ['plans'],
  summary: '读取方案文本，不保存 / Read a plan and keep nothing',
  description:
    '与命令行 lantu read 结果相同。以 multipart/form-data 的 file 一项上传 txt、html、docx、pdf，或以 JSON 的 text 给出文本；format 为 json、md、xlsx 或 html。\n' +
    'Answers what `lantu read` does: a txt, html, docx or pdf as the part "file" of multipart/form-data, or a text as JSON; format is json, md, xlsx or html.',
  consumes: ['multipart/form-data', 'application/json'],
  querystring: readDocumentQuery,
  response: { default: problem },
}

/** POST /documents:read: what stands in a plan, for whoever is signed in; nothing of it is kept. */
export function readingRoutes(): RoutePlugin {
  const running = { readings: 0 }
  return (app, { onMark }) => {
    // A colon begins a parameter; two are one that stands for itself.
    typed(app).post('/documents::read', { schema: SCHEMA, bodyLimit: BODY_LIMIT }, async (request, reply) => {
      if (running.readings >= MOST_AT_ONCE) return sendUnread(reply, BUSY)
      running.readings += 1
      const gone = goneSignal(reply)
      try {
        const found = await givenText(request, onMark)
        if (isRefusal(found)) return sendUnread(reply, found)
        return sendReading(reply, found.name, request.query.format, await readInThread({ text: found.text, ...request.query }, gone))
      } catch (error) {
        if (!gone.aborted) throw error
        return reply.hijack() // nobody is there to be told
      } finally {
        running.readings -= 1
      }
    })
  }
}

/** JSON is for programs; the rest comes as a file to keep. */
function sendReading(reply: FastifyReply, name: string, format: ReadFormat, made: string | Uint8Array): FastifyReply {
  const { type } = READ_FORMATS[format]
  const body = typeof made === 'string' ? made : Buffer.from(made)
  if (format === 'json') return reply.header('content-type', type).header('cache-control', 'private, no-store').send(body)
  return download(reply, `${name.replace(/\.[^.]*$/, '')}.${format}`, type).send(body)
}

/** A browser shows a refusal only when it could send everything. */
function sendUnread(reply: FastifyReply, refusal: Refusal): FastifyReply {
  reply.request.raw.resume()
  return sendRefusal(reply, refusal)
}

const BUSY: Refusal = refuse(
  'state',
  'plan.too-many-readings',
  `已有 ${MOST_AT_ONCE} 份文本正在读取，请稍后再试`,
  `${MOST_AT_ONCE} texts are being read; try again in a while`,
)

/** Fires when the client goes away before it has its answer. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort()
  })
  return gone.signal
}

interface Given {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The text of a request, as a file or as JSON, looked through for secrecy marks as every upload is. */
async function givenText(request: FastifyRequest, onMark: ApiParts['onMark']): Promise<(TextOfFile & { readonly name: string }) | Refusal> {
  const given = request.isMultipart() ? await uploaded(request) : typedText(request)
  if (isRefusal(given)) return given
  const { name, bytes } = given
  const against = await examineBytes(bytes, name)
  if (against && isMarkedFile(against)) await onMark?.(signedIn(request), request.id, noted(name, against.mark))
  // A file that is merely broken is told of in the words of the reader.
  if (against && against.problem !== 'file.archive-broken') return refuse('invalid', against.problem, against.words.zh, against.words.en)
  const found = await textOfFile(bytes)
  if ('problem' in found) return unreadable(name, found.problem)
  return found.text.length > LONGEST_TEXT ? tooLong(name, found.text.length) : { ...found, name }
}

async function uploaded(request: FastifyRequest): Promise<Given | Refusal> {
  const part = await request.file({ limits: { fileSize: LARGEST_FILE, files: 1 }, throwFileSizeLimit: false })
  if (!part)
    return refuse('invalid', 'file.missing', '没有收到文件，应以 file 一项上传', 'no file arrived; it is expected as the part "file"')
  const [name, bytes, most] = [cleanName(part.filename), await part.toBuffer(), LARGEST_FILE / 1024 / 1024]
  if (part.file.truncated) return refuse('too_large', 'file.too-large', `“${name}”超过 ${most} MB`, `“${name}” is over ${most} MB`)
  return { name, bytes }
}

function typedText(request: FastifyRequest): Given | Refusal {
  const body = bodyOf(readDocumentInput, request)
  return isRefusal(body) ? body : { name: '文本', bytes: new TextEncoder().encode(body.text) }
}
