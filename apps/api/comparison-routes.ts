import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  type ComparedArea,
  type ComparedPlan,
  comparedArea,
  comparePlansInput,
  comparePlansQuery,
  type SizedArea,
} from '#contract/comparison.ts'
import { LARGEST_FILE } from '#contract/files.ts'
import { problem } from '#contract/problem.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import { type AreaOfCode, areaSizes, planToCompare } from '#modules/programmes/index.ts'
import { preferredLanguage } from '#platform/http/language.ts'
import type { AreaSizes, KeptPlan } from '#policy-text/index.ts'
import { bodyOf } from './body.ts'
import type { ComparingOrder } from './comparing/comparing-thread.ts'
import { COMPARISON_FORMATS, COMPARISON_TITLE } from './comparing/formats.ts'
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
    '同名指标换算后对比，领域、举措、责任单位、清单平台、支持政策配对，并列出一方有而另一方没有的。以 JSON 的 one、other 给出本系统文件的编号（document）或文本（text），或以 multipart/form-data 的 one、other 两项上传文件、填写文件编号。没有原文的方案（由方案包安装）按已有条目对比。人均和按 GDP 的折算取自统计数据 resident_population 和 gdp；地区以 area（multipart 为 oneArea、otherArea）指定：行政区划代码，或名称、年份、常住人口（万人）、地区生产总值（亿元），不指定的按发文机关和标题识别。\n' +
    'Targets of one metric on bases that compare; fields, measures, offices, lists and benefits matched; what one has and the other lacks. As JSON `one` and `other` are {document} or {text}; as multipart/form-data each is a file or the id of a document; `area` (multipart: oneArea, otherArea) is the code of the area of a plan, or its name, year, population (万人) and GDP (亿元).',
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
        const areas = await areaSizes(asked.store)
        const given = async (side: Side): Promise<Compared | Refusal> => {
          const plan = 'document' in side ? await planToCompare(asked, side.document) : await textOf(request, side, onMark)
          const area = chosenArea(areas, side.area)
          return isRefusal(plan) ? plan : isRefusal(area) ? area : { plan, area }
        }
        const one = await given(sides[0])
        if (isRefusal(one)) return sendUnread(reply, one)
        const other = await given(sides[1])
        if (isRefusal(other)) return sendUnread(reply, other)
        const { format, language = preferredLanguage(request.headers['accept-language']) } = request.query
        const named = { named: areas, ...(one.area && { one: one.area }), ...(other.area && { other: other.area }) }
        const order: ComparingOrder = { one: one.plan, other: other.plan, areas: named, format, language }
        const made = await inThread(new URL('comparing/comparing-thread.ts', import.meta.url), order, gone)
        return sendComparison(reply, order, made)
      }),
    )
  }
}

interface Compared {
  readonly plan: string | KeptPlan
  readonly area: AreaSizes | undefined
}

/** Names of areas stand twice in a province (鼓楼区), codes do not. */
function chosenArea(areas: readonly AreaOfCode[], chosen: ComparedArea | undefined): AreaSizes | Refusal | undefined {
  if (typeof chosen !== 'string') return chosen && sizesTyped(chosen)
  return (
    areas.find((each) => each.code === chosen) ??
    refuse(
      'invalid',
      'plan.area-unknown',
      `没有代码为 ${chosen} 的地区，请重新选择`,
      `there is no area with the code ${chosen}; choose another one`,
    )
  )
}

/** What a person typed says so wherever it is shown. */
function sizesTyped({ name, year, population, gdp }: SizedArea): AreaSizes {
  const size = (value: string | undefined, each: number, unit: string) =>
    value === undefined ? [] : [{ year, value: Number(value) * each, printed: `${value}${unit}` }]
  return { area: `${name}〔手填〕`, population: size(population, 1e4, '万人'), gdp: size(gdp, 1e8, '亿元') }
}

function sendComparison(reply: FastifyReply, { format, language }: ComparingOrder, made: string | Uint8Array): FastifyReply {
  const { type } = COMPARISON_FORMATS[format]
  if (format === 'json') return reply.header('content-type', type).header('cache-control', 'private, no-store').send(made)
  return download(reply, `${COMPARISON_TITLE[language]}.${format}`, type).send(typeof made === 'string' ? made : Buffer.from(made))
}

async function textOf(request: FastifyRequest, given: Given, onMark: ApiParts['onMark']): Promise<string | Refusal> {
  const found = await textOfGiven(request, given, onMark)
  return isRefusal(found) ? found : found.text
}

type Side = (Given | { readonly document: string }) & { readonly area?: ComparedArea | undefined }

async function givenSides(request: FastifyRequest): Promise<readonly [Side, Side] | Refusal> {
  if (request.isMultipart()) return await partsOf(request)
  const body = bodyOf(comparePlansInput, request)
  return isRefusal(body) ? body : [sideOf(body.one, '甲'), sideOf(body.other, '乙')]
}

function sideOf(given: ComparedPlan, name: string): Side {
  return 'document' in given ? given : { name, bytes: new TextEncoder().encode(given.text), area: given.area }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function partsOf(request: FastifyRequest): Promise<readonly [Side, Side] | Refusal> {
  const found = new Map<string, Side>()
  const areas = new Map<string, ComparedArea>()
  for await (const part of request.parts({ limits: { fileSize: LARGEST_FILE, files: 2, fields: 4 } })) {
    if (part.type === 'field') {
      if (typeof part.value === 'string' && UUID.test(part.value)) found.set(part.fieldname, { document: part.value })
      else if (typeof part.value === 'string' && part.value !== '') {
        const area = comparedArea.safeParse(areaIn(part.value))
        if (!area.success) return notAnArea(part.fieldname)
        areas.set(part.fieldname, area.data)
      }
      continue
    }
    const given = await givenFile(part)
    if (isRefusal(given)) return given
    found.set(part.fieldname, given)
  }
  const [one, other] = [found.get('one'), found.get('other')]
  return one && other
    ? [
        { ...one, area: areas.get('oneArea') },
        { ...other, area: areas.get('otherArea') },
      ]
    : refuse(
        'invalid',
        'plan.side-missing',
        '对比需要两份方案，应以 one、other 两项给出文件或文件编号',
        'a comparison needs two plans, as the parts "one" and "other", each a file or the id of a document',
      )
}

/** A code as it stands, a size as JSON. */
function areaIn(value: string): unknown {
  if (!value.startsWith('{')) return value
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

function notAnArea(name: string): Refusal {
  return refuse(
    'invalid',
    'plan.area-invalid',
    `${name} 应为行政区划代码，或名称、年份、常住人口（万人）、地区生产总值（亿元）`,
    `${name} should be the code of an area, or its name, year, population (万人) and GDP (亿元)`,
  )
}
