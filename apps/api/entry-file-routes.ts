import { isRefusal, refuse } from '#engine/define/refusal.ts'
import { mayRead } from '#engine/store/entries.ts'
import { poolReader, readEntry } from '#engine/store/read.ts'
import { fileOfEntry } from '#engine/store/uploads.ts'
import { ask } from './entry-routes.ts'
import type { Installation } from './installation.ts'
import type { RoutePlugin } from './parts.ts'
import { sendRefusal } from './refusals.ts'

/** Types a browser may show by itself; everything else is only saved. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg', 'text/plain'])

/** A file is fetched through an entry that names it, under the right to read that entry. */
export function entryFileRoutes(installation: Installation): RoutePlugin {
  return (app) => {
    app.get('/registers/:register/entries/:id/files/:sha256', { schema: { hide: true } }, async (request, reply) => {
      const asking = ask(installation, request)
      if (isRefusal(asking)) return sendRefusal(reply, asking)
      const { id, sha256 } = request.params as { id: string; sha256: string }
      const { store, register, actor } = asking
      const row = UUID.test(id) ? await readEntry(poolReader(store), store, register, id) : undefined
      const file = row && mayRead(register, row, actor) ? await fileOfEntry(store, register, id, sha256) : undefined
      if (!file || !(await installation.files.has(sha256)))
        return sendRefusal(
          reply,
          refuse('not_found', 'file.not-found', '没有这个文件，或您的岗位无权查看', 'no such file, or your post may not read it'),
        )

      const how = SHOWN.has(file.type) ? 'inline' : 'attachment'
      reply.header('content-type', file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type)
      reply.header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      // Somebody else's file must never act as a page of ours. Chrome's viewer does not open a sandboxed PDF, and runs it apart anyway.
      const sandbox = file.type === 'application/pdf' ? '' : '; sandbox'
      reply.header('content-security-policy', `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'${sandbox}`)
      reply.header('cache-control', 'private, max-age=300')
      return installation.files.read(sha256)
    })
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
