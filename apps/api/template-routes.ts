import { problem } from '#contract/problem.ts'
import { templatePreviewAnswer } from '#contract/reports.ts'
import { isRefusal } from '#engine/define/refusal.ts'
import { answer } from '#engine/store/query.ts'
import { templatePreview } from '#modules/reports/index.ts'
import type { Installation } from './installation.ts'
import type { RoutePlugin } from './parts.ts'
import { sendRefusal } from './refusals.ts'
import { signedIn } from './session.ts'
import { typed } from './typed.ts'

const SCHEMA = {
  tags: ['reports'],
  summary: '预览报告模板，不保存 / Preview a report template and keep nothing',
  description:
    '以 template 给出模板，答复按上一季度、截至昨日的数据排出的文稿；引用了不存在的指标或口径时拒绝，并指出位置。\n' +
    'The paper that `template` makes of the last quarter as of yesterday; refused with the place of every reference to a figure that does not exist.',
  response: { 200: templatePreviewAnswer, default: problem },
}

/** POST /report-templates:preview: a template is too long for an address, and nothing of it is kept. */
export function templateRoutes(installation: Installation): RoutePlugin {
  return (app) => {
    // A colon begins a parameter; two are one that stands for itself.
    typed(app).post('/report-templates::preview', { schema: SCHEMA }, async (request, reply) => {
      const { actor, jurisdiction } = signedIn(request)
      const found = await answer(templatePreview, { actor, store: installation.storeOf(jurisdiction.schema) }, request.body ?? {})
      return isRefusal(found) ? sendRefusal(reply, found) : found
    })
  }
}
