import { issueRecommendationInput, returnScanInput } from '#contract/recommendations.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register, RowOf } from '#engine/define/register.ts'
import type { Call } from '#engine/store/call.ts'
import { command } from '#engine/store/command.ts'
import { clientReader, titlesOf } from '#engine/store/read.ts'
import { changesSince, printedIn } from '../queries/letter-changes.ts'
import { call as callRegister } from '../registers/call.register.ts'
import { type Recommendation, recommendation } from '../registers/recommendation.register.ts'
import { allAgainst } from '../rules/all-against.ts'
import { codeFrom, type PrintedEntry, printedText, readCode } from '../rules/check-code.ts'
import { statesBeyond } from '../rules/decide-call.ts'

export const issueRecommendation = command({
  name: 'selection.issue-recommendation',
  label: { zh: '出具推荐函', en: 'Issue a recommendation' },
  input: issueRecommendationInput,
  right: { role: 'city_leader' },
  async run(call, { register: name, call: under, entries: ids }) {
    const register = call.facts.store.catalogue.get(name)
    if (!register?.moves['recommend'])
      return refuse('invalid', 'recommendation.register', `“${name}”不是由设区市推荐的台账`, `${name} is not recommended by cities`)
    const rows = await call.readAll(register, [...new Set(ids)])
    const refusal = notFor(register, rows, under ?? null)
    if (refusal) return refusal
    const entries = await printedOf(call, rows)
    const superseded = await supersede(call, name, entries)
    const own = under ? await call.read(callRegister, under) : undefined
    const letter = { register: name, area: call.actor.area, issuedOn: call.today, entries }
    const checkCode = codeOf(call, letter)
    const title = `关于推荐${register.title.zh}的函`
    const [made] = call.create(recommendation, [{ ...letter, title, call: own?.id ?? null, recommendingUnit: call.actor.unit, checkCode }])
    return { recommendation: made!, checkCode, superseded }
  },
})

export const returnScan = command({
  name: 'selection.return-scan',
  label: { zh: '回传盖章件', en: 'Return the sealed scan' },
  input: returnScanInput,
  right: { any: [{ role: 'city_clerk' }, { role: 'city_leader' }] },
  async run(call, { recommendation: id, checkCode, file }) {
    const own = await call.read(recommendation, id)
    const typed = readCode(checkCode)
    if (!typed)
      return refuse(
        'invalid',
        'recommendation.code-misread',
        `校验码“${checkCode}”有误，应为页脚所印的十二位（如 K7QF-2M9X-ABCD），请对照纸质件重新输入`,
        `the code “${checkCode}” is mistyped; it has the twelve characters on the foot of each page`,
      )
    if (typed !== own.checkCode || typed !== codeOf(call, { ...own, entries: printedIn(own) }))
      return refuse(
        'invalid',
        'recommendation.other-paper',
        `校验码 ${typed} 不是这份推荐函的（应为 ${own.checkCode}）；请上传与系统一致的盖章件`,
        `the code ${typed} is that of another paper (this one has ${own.checkCode}); send the paper that the system printed`,
      )
    const { client, store } = call.facts
    const changed = (await changesSince(clientReader(client), store, own)).filter((words) => words !== null)
    if (changed.length > 0) return allAgainst('recommendation.changed', changed)
    call.move(recommendation, [own], 'seal', { scan: [file] })
    return { recommendation: own.id }
  },
})

/** The code of a letter: only this installation can make it, and any other entry, version or printed word makes another. */
function codeOf(call: Call, letter: Parameters<typeof printedText>[0]): string {
  const digest = call.facts.store.secrets.hmac(printedText(letter), 'recommendation')
  return codeFrom(Buffer.from(digest, 'base64url').toString('hex'))
}

function notFor(register: Register, rows: readonly RowOf<Register>[], under: string | null): Refusal | undefined {
  const states = statesBeyond(register, 'recommend')
  const early = rows.filter(({ state }) => !states.includes(state))
  const foreign = rows.filter((row) => ((row as { call?: string | null }).call ?? null) !== under)
  const titles = (those: readonly RowOf<Register>[]) => those.map((row) => String((row as { title?: unknown }).title)).join('、')
  const words = [
    ...(early.length > 0 ? [{ zh: `尚未推荐：${titles(early)}`, en: `not recommended yet: ${titles(early)}` }] : []),
    ...(foreign.length > 0 ? [{ zh: `不属于这份申报通知：${titles(foreign)}`, en: `not under this call: ${titles(foreign)}` }] : []),
  ]
  return words.length > 0 ? allAgainst('recommendation.entries', words) : undefined
}

/** Units in the order of their areas and numbers, as a summary table lists them. */
async function printedOf(
  call: Call,
  rows: readonly RowOf<Register>[],
): Promise<readonly (PrintedEntry & Readonly<Record<string, unknown>>)[]> {
  const { client, store } = call.facts
  const values = rows as readonly Readonly<Record<string, unknown>>[]
  const ids = values.flatMap(({ leadUnit }) => (leadUnit ? [String(leadUnit)] : []))
  const units = await titlesOf(clientReader(client), store, 'org_unit', ids)
  return values
    .map((row) => ({
      title: String(row['title']),
      no: Number(row['no']),
      unit: units[String(row['leadUnit'])] ?? null,
      area: String(row['area']),
      version: Number(row['version']),
      entry: String(row['id']),
    }))
    .toSorted((a, b) => (a.area === b.area ? a.no - b.no : a.area < b.area ? -1 : 1))
}

/** An entry stands in one letter: those that held any of these are superseded. */
async function supersede(call: Call, register: string, entries: readonly PrintedEntry[]): Promise<number> {
  const standing = await call.find(recommendation, {
    all: [
      { field: 'register', is: register },
      { field: 'area', is: call.actor.area },
      { field: 'state', oneOf: ['issued', 'sealed'] },
    ],
  })
  const ids = new Set(entries.map(({ entry }) => entry))
  const overlapping = standing.filter((letter: Recommendation) => printedIn(letter).some(({ entry }) => ids.has(entry)))
  call.move(recommendation, overlapping, 'supersede')
  return overlapping.length
}
