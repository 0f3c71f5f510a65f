import type { Parts } from './merge-pack.ts'
import type { Pack } from './pack-format.ts'

/** The kinds of parts that an upgrade looks at, and of each the fields a new version may change. */
export const PART_FIELDS = {
  targets: [
    'title',
    'parent',
    'relation',
    'low',
    'high',
    'unit',
    'comparator',
    'qualifier',
    'deadline',
    'period',
    'indicator',
    'part',
    'strength',
    'approximate',
    'kind',
    'scope',
    'baseline',
    'nature',
    'direction',
    'benchmark',
    'jointOf',
  ],
  tasks: ['title', 'actionClass', 'dueYear', 'lead', 'support', 'joint', 'note', 'actions'],
  registers: ['name', 'kind', 'register'],
  settings: ['choice'],
  classifications: ['title', 'basis', 'fromOn', 'untilOn', 'note'],
  terms: ['title', 'titleEn', 'aliases', 'parent', 'fromOn', 'untilOn'],
  crosswalks: ['relation', 'basis'],
  areas: ['title', 'level', 'parent', 'zoneLevel', 'fromOn', 'untilOn', 'basis', 'tileColumn', 'tileRow'],
  areaGroups: ['title', 'kind', 'members', 'fromOn', 'untilOn', 'basis'],
  reports: ['title', 'body'],
  indicators: ['title', 'titleEn', 'unit', 'meaning'],
  sheets: ['columns'],
} as const

export type PartKind = keyof typeof PART_FIELDS
export const PART_KINDS = Object.keys(PART_FIELDS) as readonly PartKind[]

/** Kinds that belong to the province and not to one plan: a pack adds to them, what is there already is kept, nothing is ever taken away. */
export const SHARED_KINDS = [
  'settings',
  'classifications',
  'terms',
  'crosswalks',
  'areas',
  'areaGroups',
  'reports',
  'indicators',
  'sheets',
] as const
export type SharedKind = (typeof SHARED_KINDS)[number]

type Values = Readonly<Record<string, unknown>>
/** The parts of a pack without its head. */
export type Listed = Omit<Pack, 'code' | 'title' | 'version' | 'source' | 'fromYear' | 'toYear' | 'items'>

/**
 * A pack without the areas of another province than the jurisdiction's own: its plan runs beside those of the province, but the province's
 * figures would no longer add up with strange cities among its own. A jurisdiction without any province takes that of the pack.
 */
export function ofOwnProvince<Given extends Listed>(pack: Given, provinces: ReadonlySet<string>): Given {
  if (provinces.size === 0) return pack
  const isOwn = (code: string) => provinces.has(provinceOf(code))
  return {
    ...pack,
    areas: pack.areas.filter(({ code }) => isOwn(code)),
    areaGroups: pack.areaGroups.filter(({ members }) => members.every((each) => isOwn(typeof each === 'string' ? each : each.area))),
  }
}

/** By GB/T 2260 the first two digits of a code are the province's. */
function provinceOf(code: string): string {
  return `${code.slice(0, 2)}0000`
}

/** A pack's parts by kind and key, with the values of the entries they become. */
export function partLists(pack: Listed): Readonly<Record<PartKind, ReadonlyMap<string, Values>>> {
  const byKey = (rows: readonly (Values & { readonly key: string })[]) => new Map(rows.map((row) => [row.key, row]))
  const shared = (kind: SharedKind, rows: readonly Values[]) => new Map(rows.map((row) => [sharedKey(kind, row), row]))
  return {
    targets: byKey(pack.targets),
    tasks: byKey(pack.tasks),
    registers: byKey(pack.registers),
    settings: shared('settings', pack.settings),
    classifications: shared(
      'classifications',
      pack.classifications.map(({ terms: _terms, title, ...head }) => ({ ...head, title: title.zh })),
    ),
    terms: shared('terms', pack.classifications.flatMap(termsIn)),
    crosswalks: shared('crosswalks', pack.crosswalks),
    areas: shared('areas', pack.areas),
    areaGroups: shared(
      'areaGroups',
      pack.areaGroups.map(({ title, members, quote: _quote, start: _start, end: _end, ...group }) => ({
        ...group,
        title: title.zh,
        members: members.map((member) => (typeof member === 'string' ? { area: member, role: 'member' } : member)),
      })),
    ),
    reports: shared(
      'reports',
      pack.reports.map((template) => ({ code: template.code, title: template.title.zh, body: template })),
    ),
    // What a register counts is defined there.
    indicators: shared(
      'indicators',
      pack.indicators
        .filter(({ follows }) => follows === 'statistic')
        .map(({ code, title, unit, why }) => ({ code, title: title.zh, titleEn: title.en, unit, meaning: why.zh })),
    ),
    sheets: shared('sheets', pack.sheets),
  }
}

/** Every class is valid from the day its scheme is, and stands in the order written. */
function termsIn({ code: scheme, fromOn, terms }: Pack['classifications'][number]): readonly Values[] {
  return terms.map(({ title, aliases = [], ...term }, at) => ({
    fromOn,
    ...term,
    scheme,
    order: (at + 1) * ORDER_STEP,
    title: title.zh,
    titleEn: title.en,
    aliases: aliases.length > 0 ? aliases.join('、') : null,
  }))
}

const ORDER_STEP = 10

/** What an entry or part of a shared kind is known by. */
export function sharedKey(kind: SharedKind, row: Values): string {
  return KEY_FIELDS[kind].map((field) => String(row[field])).join('.')
}

export const KEY_FIELDS: Readonly<Record<SharedKind, readonly [string, ...string[]]>> = {
  settings: ['indicator', 'setting'],
  classifications: ['code'],
  terms: ['scheme', 'code'],
  crosswalks: ['fromScheme', 'fromCode', 'toScheme', 'toCode'],
  areas: ['code'],
  areaGroups: ['code'],
  reports: ['code'],
  indicators: ['code'],
  sheets: ['register'],
}

/** A pack's parts by key: targets/target-1000 → its fields. */
export function partsOf(pack: Listed): Parts {
  const lists = partLists(pack)
  return Object.fromEntries(
    PART_KINDS.flatMap((kind) => [...lists[kind]].map(([key, part]): [string, Values] => [partKey(kind, key), fieldsOf(kind, part)])),
  )
}

/** The base without what is shared and was never made: packs of before 1.1 brought their lists along and made none of them. */
export function madeOf(base: Parts, own: Parts): Parts {
  // Layouts came later and were always made: one that is not there any more was given up.
  const isShared = (key: string) => kindOfKey(key).kind !== 'sheets' && (SHARED_KINDS as readonly string[]).includes(kindOfKey(key).kind)
  return Object.fromEntries(Object.entries(base).filter(([key]) => own[key] !== undefined || !isShared(key)))
}

export function partKey(kind: PartKind, key: string): string {
  return `${kind}/${key}`
}

/** The kind and the key within it, out of targets/target-1000. */
export function kindOfKey(key: string): { readonly kind: PartKind; readonly own: string } {
  const [kind = '', ...rest] = key.split('/')
  return { kind: kind as PartKind, own: rest.join('/') } // made by partKey
}

/** An entry's or a pack's part as it is compared: decimals without empty places, units by name and origin. */
export function fieldsOf(kind: PartKind, row: Values): Values {
  return Object.fromEntries(PART_FIELDS[kind].map((field) => [field, comparable(field, row[field] ?? null)]))
}

const DECIMALS = new Set(['low', 'high', 'baseline'])

function comparable(field: string, value: unknown): unknown {
  if (DECIMALS.has(field) && typeof value === 'string') return String(Number(value))
  if (field === 'actions') return Array.isArray(value) && value.length > 0 ? (value as unknown) : null
  if (field === 'lead' || field === 'support')
    return (Array.isArray(value) ? value : []).map(({ name, origin }: { name: string; origin?: string | null }) => ({ name, origin }))
  return value
}
