import { PassThrough, Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { mayInGeneral } from '#engine/access/may-in-general.ts'
import type { Actor } from '#engine/define/actor.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { mayGive } from '#engine/store/command.ts'
import { unfitExport } from '#engine/store/export.ts'
import { EXPORT_FORMATS } from '#engine/transfer/export.ts'
import { exportTo } from '#engine/transfer/export-to.ts'
import { templateOf } from '#engine/transfer/template.ts'
import { SHEET_KEEPER } from '#modules/sheets/index.ts'
import { writeWorkbook } from '#platform/sheets/write.ts'
import { ask } from './entry-routes.ts'
import { againstPast } from './import-rights.ts'
import type { Installation } from './installation.ts'
import { listQuestion, pageQuery } from './list-question.ts'
import type { RoutePlugin } from './parts.ts'
import { sendRefusal } from './refusals.ts'

const HIDDEN = { schema: { hide: true } }
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const TYPES = { xlsx: XLSX, csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const
/** Each holds a connection for as long as the client takes; ten are there. */
const MOST_AT_ONCE = 3

const exportQuery = z.object({ columns: z.string().max(2000).optional() })

/** GET /registers/:register/template.xlsx: an empty sheet for whoever may fill it in, or lays it out; with `history=true` one for old entries, for who publishes. */
export function transferRoutes(installation: Installation): RoutePlugin {
  return (app) => {
    app.get('/registers/:register/template.xlsx', HIDDEN, async (request, reply) => {
      const asking = ask(installation, request)
      if (isRefusal(asking)) return sendRefusal(reply, asking)
      const { store, register, actor } = asking
      const what = (request.query as { history?: string }).history === 'true' ? 'history' : 'entries'
      const against = what === 'history' ? againstPast(register, actor) : againstTemplate(register, actor)
      if (against) return sendRefusal(reply, against)
      const workbook = await templateOf(store, register, actor, what)
      const name = `${register.title.zh}${what === 'history' ? '历史导入' : '导入'}模板.xlsx`
      return download(reply, name, XLSX).send(Readable.from(writeWorkbook(workbook)))
    })
    exportRoutes(app, installation)
  }
}

function againstTemplate(register: Register, actor: Actor): Refusal | undefined {
  if (mayInGeneral(register, actor, 'create') || mayGive(SHEET_KEEPER, actor)) return undefined
  return refuse(
    'forbidden',
    'template.no-right',
    `您的岗位不能填报“${register.title.zh}”，无需模板；如需数据请用导出`,
    `your post may not fill in ${register.title.en} and needs no template; to take data away, export it`,
  )
}

/** GET /registers/:register/export.xlsx, .csv and .json, with the same question as the list: what it shows, or everything. */
function exportRoutes(app: FastifyInstance, installation: Installation): void {
  const running = { exports: 0 }
  for (const format of EXPORT_FORMATS) {
    app.get(`/registers/:register/export.${format}`, HIDDEN, async (request, reply) => {
      const asking = ask(installation, request)
      if (isRefusal(asking)) return sendRefusal(reply, asking)
      const { store, register, actor } = asking
      const question = await listQuestion(asking, pageQuery.safeParse(request.query), request.query)
      if (isRefusal(question)) return sendRefusal(reply, question)
      const unfit = running.exports >= MOST_AT_ONCE ? BUSY : await unfitExport(store, register, actor, question)
      if (unfit) return sendRefusal(reply, unfit)
      const { columns } = exportQuery.parse(request.query)
      const body = new PassThrough()
      running.exports++
      void exportTo(store, register, asking.given, { format, question, fields: columns?.split(',') }, body)
        .catch((error: Error) => {
          if (!request.raw.socket.destroyed) request.log.error(error, 'an export broke off')
          body.destroy(error)
        })
        .finally(() => running.exports--)
      return download(reply, `${register.title.zh}.${format}`, TYPES[format]).send(body)
    })
  }
}

const BUSY: Refusal = refuse(
  'state',
  'export.too-many',
  `已有 ${MOST_AT_ONCE} 个导出正在进行，请稍后再试`,
  `${MOST_AT_ONCE} exports are running; try again in a while`,
)

/** The answer as a file to keep, under a name in any script. */
export function download(reply: FastifyReply, name: string, type: string): FastifyReply {
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'private, no-store')
}
