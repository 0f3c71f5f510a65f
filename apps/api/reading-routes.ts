import type { FastifyReply, FastifyRequest } from 'fastify'
import { LARGEST_FILE } from '#contract/files.ts'
import { problem } from '#contract/problem.ts'
import { readDocumentInput, readDocumentQuery } from '#contract/reading.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import type { TextOfFile } from '#modules/plans/index.ts'
import { bodyOf } from './body.ts'
import { BODY_LIMIT, type Given, givenFile, readings, sendUnread, textOfGiven } from './given-texts.ts'
import type { Installation } from './installation.ts'
import type { ApiParts, RoutePlugin } from './parts.ts'
import { READ_FORMATS, type ReadFormat } from './reading/formats.ts'
import { readInThread } from './reading/read-in-thread.ts'
import { download } from './transfer-routes.ts'
import { typed } from './typed.ts'

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
export function readingRoutes(installation: Installation): RoutePlugin {
  const { beside } = readings(installation)
  return (app, { onMark }) => {
    // A colon begins a parameter; two are one that stands for itself.
    typed(app).post('/documents::read', { schema: SCHEMA, bodyLimit: BODY_LIMIT }, async (request, reply) =>
      beside(reply, async (gone) => {
        const found = await givenText(request, onMark)
        if (isRefusal(found)) return sendUnread(reply, found)
        return sendReading(reply, found.name, request.query.format, await readInThread({ text: found.text, ...request.query }, gone))
      }),
    )
  }
}

/** JSON is for programs; the rest comes as a file to keep. */
function sendReading(reply: FastifyReply, name: string, format: ReadFormat, made: string | Uint8Array): FastifyReply {
  const { type } = READ_FORMATS[format]
  const body = typeof made === 'string' ? made : Buffer.from(made)
  if (format === 'json') return reply.header('content-type', type).header('cache-control', 'private, no-store').send(body)
  return download(reply, `${name.replace(/\.[^.]*$/, '')}.${format}`, type).send(body)
}

/** The text of a request, as a file or as JSON, looked through for secrecy marks as every upload is. */
async function givenText(request: FastifyRequest, onMark: ApiParts['onMark']): Promise<(TextOfFile & { readonly name: string }) | Refusal> {
  const given = request.isMultipart() ? await uploaded(request) : typedText(request)
  return isRefusal(given) ? given : await textOfGiven(request, given, onMark)
}

async function uploaded(request: FastifyRequest): Promise<Given | Refusal> {
  const part = await request.file({ limits: { fileSize: LARGEST_FILE, files: 1 }, throwFileSizeLimit: false })
  if (!part)
    return refuse('invalid', 'file.missing', '没有收到文件，应以 file 一项上传', 'no file arrived; it is expected as the part "file"')
  return await givenFile(part)
}

function typedText(request: FastifyRequest): Given | Refusal {
  const body = bodyOf(readDocumentInput, request)
  return isRefusal(body) ? body : { name: '文本', bytes: new TextEncoder().encode(body.text) }
}
