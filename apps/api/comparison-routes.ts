import type { FastifyReply, FastifyRequest } from 'fastify'
import { type ComparedPlan, comparePlansInput, comparePlansQuery } from '#contract/comparison.ts'
import { LARGEST_FILE } from '#contract/files.ts'
import { problem } from '#contract/problem.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import { documentText } from '#modules/plans/index.ts'
import { areaSizes } from '#modules/programmes/index.ts'
import { bodyOf } from './body.ts'
import type { ComparingOrder } from './comparing/comparing-thread.ts'
import { COMPARISON_FORMATS, type ComparisonFormat } from './comparing/formats.ts'
import { BODY_LIMIT, type Given, givenFile, readings, sendUnread, textOfGiven } from './given-texts.ts'
import { inThread } from './in-thread.ts'
import type { Installation } from './installation.ts'
import type { ApiParts, RoutePlugin } from './parts.ts'
import { signedIn } from './session.ts'
import { download } from './transfer-routes.ts'
import { typed } from './typed.ts'

const SCHEMA = {
  tags: ['plans'],
  summary: '两份方案并列对比，不保存 / Compare two plans and keep nothing',
  description:
    '同名指标换算后对比，领域、举措、责任单位、清单平台、支持政策配对，并列出一方有而另一方没有的。以 JSON 的 one、other 给出本系统文件的编号（document）或文本（text），或以 multipart/form-data 的 one、other 两项上传文件、填写文件编号。人均和按 GDP 的折算取自统计数据 resident_population 和 gdp。\n' +
    'Targets of one metric on bases that compare; fields, measures, offices, lists and benefits matched; what one has and the other lacks. As JSON `one` and `other` are {document} or {text}; as multipart/form-data each is a file or the id of a document.',
  consumes: ['multipart/form-data', 'application/json'],
  querystring: comparePlansQuery,
  response: { default: problem },
}

/** POST /documents:compare: two plans side by side, for whoever may read them; nothing of it is kept. */
export function comparisonRoutes(installation: Installation): RoutePlugin {
  const { beside } = readings(installation)
  return (app, { onMark }) => {
    // A colon begins a parameter; two are one that stands for itself.
    typed(app).post('/documents::compare', { schema: SCHEMA, bodyLimit: 2 * BODY_LIMIT }, async (request, reply) =>
      beside(reply, async (gone) => {
        const sides = await givenSides(request)
        if (isRefusal(sides)) return sendUnread(reply, sides)
        const { actor, jurisdiction } = signedIn(request)
        const asked = { actor, store: installation.storeOf(jurisdiction.schema) }
        const texts: string[] = []
        for (const side of sides) {
          const text = 'document' in side ? await documentText(asked, side.document) : await textOf(request, side, onMark)
          if (isRefusal(text)) return sendUnread(reply, text)
          texts.push(text)
        }
        const { format } = request.query
        const [one = '', other = ''] = texts
        const order: ComparingOrder = { one, other, format, areas: await areaSizes(asked.store) }
        return sendComparison(reply, format, await inThread(new URL('comparing/comparing-thread.ts', import.meta.url), order, gone))
      }),
    )
  }
}

function sendComparison(reply: FastifyReply, format: ComparisonFormat, made: string | Uint8Array): FastifyReply {
  const { type } = COMPARISON_FORMATS[format]
  if (format === 'json') return reply.header('content-type', type).header('cache-control', 'private, no-store').send(made)
  return download(reply, `方案对比.${format}`, type).send(typeof made === 'string' ? made : Buffer.from(made))
}

async function textOf(request: FastifyRequest, given: Given, onMark: ApiParts['onMark']): Promise<string | Refusal> {
  const found = await textOfGiven(request, given, onMark)
  return isRefusal(found) ? found : found.text
}

type Side = Given | { readonly document: string }

async function givenSides(request: FastifyRequest): Promise<readonly Side[] | Refusal> {
  if (request.isMultipart()) return await partsOf(request)
  const body = bodyOf(comparePlansInput, request)
  return isRefusal(body) ? body : [sideOf(body.one, '甲'), sideOf(body.other, '乙')]
}

function sideOf(given: ComparedPlan, name: string): Side {
  return 'document' in given ? given : { name, bytes: new TextEncoder().encode(given.text) }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function partsOf(request: FastifyRequest): Promise<readonly Side[] | Refusal> {
  const found = new Map<string, Side>()
  for await (const part of request.parts({ limits: { fileSize: LARGEST_FILE, files: 2, fields: 2 } })) {
    if (part.type === 'field') {
      if (typeof part.value === 'string' && UUID.test(part.value)) found.set(part.fieldname, { document: part.value })
      continue
    }
    const given = await givenFile(part)
    if (isRefusal(given)) return given
    found.set(part.fieldname, given)
  }
  const [one, other] = [found.get('one'), found.get('other')]
  return one && other
    ? [one, other]
    : refuse(
        'invalid',
        'plan.side-missing',
        '对比需要两份方案，应以 one、other 两项给出文件或文件编号',
        'a comparison needs two plans, as the parts "one" and "other", each a file or the id of a document',
      )
}
