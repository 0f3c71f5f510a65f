import { z } from 'zod'
import { batchAnswer, batchView } from '#contract/batches.ts'
import { calendarView, importCalendarAnswer, noticeDays } from '#contract/calendar.ts'
import { callAnswer, callView } from '#contract/calls.ts'
import { discardDraftsAnswer, draftAnswer, draftList, keepDraftAnswer } from '#contract/drafts.ts'
import {
  cellsAnswer,
  cellsInput,
  editSetAnswer,
  editSetInput,
  entryAnswer,
  entryPage,
  facetsAnswer,
  history,
  moveInput,
  moveSetAnswer,
  moveSetInput,
  options,
  registerDescription,
  registerList,
  takeBackAnswer,
  takeBackInput,
} from '#contract/entries.ts'
import { objectionAnswer, objectionsView } from '#contract/objections.ts'
import { problem } from '#contract/problem.ts'
import { issueRecommendationAnswer, recommendationView, returnScanAnswer } from '#contract/recommendations.ts'
import { saveViewAnswer, viewsAnswer } from '#contract/views.ts'
import type { Register } from '#engine/define/register.ts'
import { createSchema, editSchema } from '#engine/derive/schema.ts'
import { mayGive } from '#engine/store/command.ts'
import type { SignedIn } from '#modules/directory/queries/sessions-signed-in.ts'
import { DOCX } from '#platform/documents/made-document.ts'
import { rightsInGeneral } from './entry-routes.ts'
import type { Installation } from './installation.ts'
import type { OpenApiDocument } from './parts.ts'

/** Adds what follows from the definitions: the routes of every register, with its own values, and of every command and query. */
export function extendOpenApi(installation: Installation) {
  return (document: OpenApiDocument, session: SignedIn | null): OpenApiDocument => {
    if (!session) return document
    const { catalogue, commands, queries, documents } = installation.shipped
    const added = Object.assign(
      {},
      commonPaths(),
      ...catalogue.all.filter((register) => rightsInGeneral(register, session.actor).length > 0).map(registerPaths),
      ...[...commands.values()]
        .filter(({ right }) => mayGive(right, session.actor))
        .map(({ name, label, input }) => ({
          [`/api/v1/commands/${name}`]: {
            post: operation(label.zh, 'commands', { body: input, answer: answerOf(name) }),
          },
        })),
      ...[...queries.values()]
        .filter(({ right }) => mayGive(right, session.actor))
        .map(({ name, label, input }) => ({
          [`/api/v1/queries/${name}`]: {
            get: operation(label.zh, 'queries', { query: input, answer: answerOf(name) }),
          },
        })),
      ...[...documents.values()]
        .filter(({ right }) => mayGive(right, session.actor))
        .map(({ name, label, input }) => ({ [`/api/v1/documents/${name}`]: { get: download(label.zh, input) } })),
    )
    return { ...document, paths: { ...(document['paths'] as object), ...added } }
  }
}

/** What commands and queries of the modules answer, where the contract says it. */
const ANSWERS: Readonly<Record<string, z.ZodType>> = {
  'collaboration.views': viewsAnswer,
  'collaboration.keep-draft': keepDraftAnswer,
  'collaboration.discard-drafts': discardDraftsAnswer,
  'collaboration.drafts': draftList,
  'collaboration.draft': draftAnswer,
  'collaboration.save-view': saveViewAnswer,
  'selection.batch': batchView,
  'selection.calendar': calendarView,
  'selection.notice-days': noticeDays,
  'selection.call': callView,
  'selection.recommendation': recommendationView,
  'selection.objections': objectionsView,
  'selection.import-calendar': importCalendarAnswer,
  'selection.start-call': callAnswer,
  'selection.open-call': callAnswer,
  'selection.extend-call': callAnswer,
  'selection.close-call': callAnswer,
  'selection.apply': callAnswer,
  'selection.issue-recommendation': issueRecommendationAnswer,
  'selection.return-scan': returnScanAnswer,
  'selection.raise-objection': objectionAnswer,
  'selection.settle-objection': objectionAnswer,
}

function answerOf(name: string): z.ZodType {
  return ANSWERS[name] ?? (/^selection\..*-(?:batch|notice)$/.test(name) ? batchAnswer : z.unknown())
}

/** A document is bytes; what it is asked for stands in the address. */
function download(summary: string, query: z.ZodType) {
  const { responses, ...rest } = operation(summary, 'documents', { query, answer: z.unknown() })
  return {
    ...rest,
    responses: { ...responses, 200: { description: 'OK', content: { [DOCX]: { schema: { type: 'string', format: 'binary' } } } } },
  }
}

function commonPaths() {
  return {
    '/api/v1/registers': { get: operation('可查看的台账', 'registers', { answer: registerList }) },
    '/api/v1/registers/{register}': {
      get: operation('台账说明（字段、状态、栏目）', 'registers', { answer: registerDescription, path: ['register'] }),
    },
  }
}

function registerPaths(register: Register) {
  const base = `/api/v1/registers/${register.name}`
  const tag = register.title.zh
  return {
    [`${base}/entries`]: {
      get: operation(`${tag}：列表`, tag, { query: listQuery, answer: entryPage }),
      patch: operation(`${tag}：批量修改`, tag, { body: editSetInput, answer: editSetAnswer }),
      ...(register.createVia
        ? {}
        : { post: operation(`${tag}：新增`, tag, { body: z.strictObject({ values: createSchema(register) }), answer: entryAnswer }) }),
    },
    [`${base}/cells`]: { post: operation(`${tag}：识别粘贴的单元格`, tag, { body: cellsInput, answer: cellsAnswer }) },
    [`${base}/facets`]: { get: operation(`${tag}：分面计数`, tag, { query: listQuery, answer: facetsAnswer }) },
    [`${base}/options`]: {
      get: operation(`${tag}：选择项`, tag, { query: z.object({ q: z.string().optional(), limit: z.int().optional() }), answer: options }),
    },
    [`${base}/entries/{id}`]: {
      get: operation(`${tag}：一条`, tag, { path: ['id'], query: z.object({ asOf: z.iso.date().optional() }), answer: entryAnswer }),
      patch: operation(`${tag}：修改（须带 If-Match）`, tag, {
        path: ['id'],
        body: z.strictObject({ values: editSchema(register), reason: z.string().optional() }),
        answer: entryAnswer,
      }),
    },
    [`${base}/entries/{id}/history`]: { get: operation(`${tag}：历史`, tag, { path: ['id'], answer: history }) },
    [`${base}/moves/{move}`]: {
      post: operation(`${tag}：批量办理（全部办理或全部不办）`, tag, { path: ['move'], body: moveSetInput, answer: moveSetAnswer }),
    },
    [`${base}/take-back`]: { post: operation(`${tag}：取回刚才的办理`, tag, { body: takeBackInput, answer: takeBackAnswer }) },
    [`${base}/entries/{id}/moves/{move}`]: {
      post: operation(`${tag}：办理（${Object.keys(register.moves).join('、')}）`, tag, {
        path: ['id', 'move'],
        body: moveInput,
        answer: entryAnswer,
      }),
    },
  }
}

const listQuery = z.object({
  state: z.string().optional(),
  q: z.string().optional(),
  filter: z.string().optional(),
  area: z.string().optional(),
  sort: z.string().optional(),
  cursor: z.string().optional(),
  limit: z.int().optional(),
  asOf: z.iso.date().optional(),
  late: z.literal('1').optional(),
  count: z.literal('1').optional(),
})

interface Shape {
  readonly path?: readonly string[]
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly answer: z.ZodType
}

function operation(summary: string, tag: string, { path = [], query, body, answer }: Shape) {
  const parameters = [
    ...path.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...(query ? queryParameters(query) : []),
  ]
  return {
    summary,
    tags: [tag],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body) } } } }),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: jsonSchema(answer) } } },
      default: { description: '错误 | problem', content: { 'application/problem+json': { schema: jsonSchema(problem) } } },
    },
  }
}

function queryParameters(query: z.ZodType) {
  const { properties = {}, required = [] } = jsonSchema(query) as { properties?: Record<string, unknown>; required?: readonly string[] }
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }))
}

/** OpenAPI 3.1 schemas are JSON Schema 2020-12; what zod cannot express (a pipe, a transform) becomes “anything”. */
function jsonSchema(schema: z.ZodType): unknown {
  const { $schema: _omitted, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', unrepresentable: 'any', io: 'input' })
  return rest
}
