import type { Row } from '#engine/access/holds.ts'
import { type FieldFault, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { aliasesIn, nearestTerms, type Term } from '#engine/define/terms.ts'
import type { Call } from './call.ts'
import { type CodeField, codeFields, codesIn, collationOf } from './codes.ts'
import { tableOf } from './context.ts'
import { ask, clientReader } from './read.ts'
import { Refused } from './refused.ts'
import type { Touched } from './save.ts'

/** A code that an entry newly names, and the days on one of which it must be valid. */
interface NewCode {
  readonly entry: string
  readonly by: CodeField
  readonly register: Register
  readonly code: string
  readonly days: readonly string[]
}

/**
 * Codes of areas and classifications that are written must exist, and be valid today or on the day the entry was made: what
 * was right when an application was begun stays right for it. What stood in the entry before is never looked at again.
 */
export async function refuseUnknownCodes(call: Call): Promise<void> {
  const faults = [...(await unknownCodes(call)).values()].flat()
  if (faults.length === 0) return
  throw new Refused(
    refuse(
      'invalid',
      'entry.unknown-code',
      faults.map(({ label, message }) => `${label?.zh ?? ''}：${message.zh}`).join('；'),
      faults.map(({ label, message }) => `${label?.en ?? ''}: ${message.en}`).join('; '),
      { faults },
    ),
  )
}

/** The same as faults by entry, for who wants to tell them of many entries. */
export async function unknownCodes(call: Call): Promise<ReadonlyMap<string, readonly FieldFault[]>> {
  const bySource = Map.groupBy(newCodes(call), ({ by: { register, scheme = '' } }) => `${register}/${scheme}`)
  const found = (await Promise.all([...bySource.values()].map((codes) => faultsOf(call, codes)))).flat()
  return new Map([...Map.groupBy(found, ({ entry }) => entry)].map(([entry, faults]) => [entry, faults.map(({ fault }) => fault)]))
}

/** Codes that entries newly name, by the register that names them; those that need not be valid now are left out. */
export type NamedCodes = readonly { readonly by: Pick<CodeField, 'register' | 'scheme'>; readonly codes: readonly string[] }[]

/** The codes that these entries of a call newly name, together with others. */
export function withCodesOf(call: Call, entries: ReadonlySet<string>, others: NamedCodes): NamedCodes {
  const sourceOf = ({ register, scheme }: NamedCodes[number]['by']) => `${register}/${scheme ?? ''}`
  const sources = new Map(others.map(({ by, codes }) => [sourceOf(by), { by, codes: new Set(codes) }]))
  for (const { entry, by, code } of newCodes(call)) {
    if (by.past || !entries.has(entry)) continue
    const source = sources.get(sourceOf(by)) ?? {
      by: { register: by.register, ...(by.scheme !== undefined && { scheme: by.scheme }) },
      codes: new Set(),
    }
    sources.set(sourceOf(by), source)
    source.codes.add(code)
  }
  return [...sources.values()].map(({ by, codes }) => ({ by, codes: [...codes] }))
}

/** Whether all of these codes are valid today. */
export async function areValid(call: Call, named: NamedCodes): Promise<boolean> {
  const valid = await Promise.all(
    named.map(async ({ by, codes }) => {
      const byCode = Map.groupBy(await rowsOfCodes(call, by, codes), (row) => row['code'])
      return codes.every((code) => byCode.get(code)?.some((row) => isValidOn(row, call.today)))
    }),
  )
  return !valid.includes(false)
}

interface CodeFault {
  readonly entry: string
  readonly fault: FieldFault
}

async function faultsOf(call: Call, codes: readonly NewCode[]): Promise<readonly CodeFault[]> {
  const known = await knownCodes(call, codes)
  const byCode = Map.groupBy(known, (row) => row['code'])
  const wrong = codes.filter(({ by, code, days }) => {
    const rows = byCode.get(code) ?? []
    return by.past ? rows.length === 0 : !days.some((day) => rows.some((row) => isValidOn(row, day)))
  })
  return wrong.length > 0 ? faultsFor(call, wrong, known) : []
}

function newCodes(call: Call): readonly NewCode[] {
  const found: NewCode[] = []
  for (const { register, before, after } of call.touched) {
    const entry = String(after['id'])
    const days = [call.today, String(after['createdOn'] ?? call.today)]
    for (const by of codeFields(register)) {
      const had = codesIn(by, before?.[by.field])
      for (const code of codesIn(by, after[by.field])) if (!had.includes(code)) found.push({ entry, by, register, code, days })
    }
  }
  return found
}

/** Rows of the naming register with these codes, those of this very command among them. */
async function knownCodes(call: Call, codes: readonly NewCode[]): Promise<readonly Row[]> {
  const by = codes[0]!.by
  return [...(await rowsOfCodes(call, by, [...new Set(codes.map(({ code }) => code))])), ...madeHere(call.touched, by)]
}

async function rowsOfCodes(call: Call, by: Pick<CodeField, 'register' | 'scheme'>, wanted: readonly string[]): Promise<readonly Row[]> {
  const { store, client } = call.facts
  const target = store.catalogue.need(by.register)
  const ofScheme = by.scheme === undefined ? '' : ' and "scheme" = $2'
  const text = `select "code", "from_on"::text as "fromOn", "until_on"::text as "untilOn" from ${tableOf(store, target)} where "code" = any($1::text[] collate ${collationOf(target)})${ofScheme}`
  return await ask(clientReader(client), text, by.scheme === undefined ? [wanted] : [wanted, by.scheme])
}

function madeHere(touched: readonly Touched[], { register, scheme }: CodeField): readonly Row[] {
  return touched
    .filter(({ register: { name }, after }) => name === register && (scheme === undefined || after['scheme'] === scheme))
    .map(({ after }) => after)
}

function isValidOn(row: Row, day: string): boolean {
  const [from, until] = [row['fromOn'], row['untilOn']]
  return (typeof from !== 'string' || from <= day) && (typeof until !== 'string' || until >= day)
}

async function faultsFor(call: Call, wrong: readonly NewCode[], known: readonly Row[]): Promise<readonly CodeFault[]> {
  const terms = await validTerms(call, wrong[0]!.by)
  return wrong.map(({ entry, by, register, code }) => {
    const near = nearestTerms(terms, code)
    const was = known.some((row) => row['code'] === code)
    const list = (mark: string) => near.map((term) => `${term.title}(${term.code})`).join(mark)
    const fault: FieldFault = {
      path: by.column === undefined ? by.field : `${by.field}.${by.column}`,
      label: register.fields[by.field]!.label,
      message: {
        zh: `代码“${code}”${was ? '在今日和建档之日均不在有效期内' : '不存在'}，${near.length > 0 ? `相近的有：${list('、')}` : '请从列表中选择'}`,
        en: `the code “${code}” ${was ? 'is not valid today, nor on the day the entry was made' : 'does not exist'}; ${near.length > 0 ? `near to it: ${list(', ')}` : 'choose from the list'}`,
      },
    }
    return { entry, fault }
  })
}

/** What could be meant instead; asked for only when something is refused. */
async function validTerms(call: Call, by: CodeField): Promise<readonly Term[]> {
  const { store, client } = call.facts
  const target = store.catalogue.need(by.register)
  const [aliases, ofScheme] = [target.fields['aliases'] ? 'aliases' : 'null', by.scheme === undefined ? '' : ' and scheme = $2']
  const text = `select code, title, ${aliases} as aliases from ${tableOf(store, target)}
    where (from_on is null or from_on <= $1::date) and (until_on is null or until_on >= $1::date)${ofScheme}`
  const rows = await ask(clientReader(client), text, by.scheme === undefined ? [call.today] : [call.today, by.scheme])
  return rows.map((row) => ({
    code: String(row['code']),
    title: String(row['title']),
    aliases: aliasesIn(row['aliases'] as string | null),
  }))
}
