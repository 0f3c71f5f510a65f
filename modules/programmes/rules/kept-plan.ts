import type { Row } from '#engine/access/holds.ts'
import type {
  FieldMention,
  Instrument,
  KeptPlan,
  Measure,
  RegisterMention,
  RelativeTarget,
  Responsibility,
  Target,
} from '#policy-text/index.ts'
import { isTraditional, schemePlaces } from '#policy-text/index.ts'

/** The entries in force of a programme, its document, and the classes of the classifications that its pack names. */
export interface KeptRows {
  readonly head: Row
  readonly targets: readonly Row[]
  readonly tasks: readonly Row[]
  readonly lists: readonly Row[]
  readonly instruments: readonly Row[]
  /** The plan items that lists point to. */
  readonly items: readonly Row[]
  readonly terms: readonly Row[]
}

/** What a programme keeps of a plan, in the form in which two plans are compared: what a person has changed in it counts. */
export function keptPlanOf({ head, targets, tasks, lists, instruments, items, terms }: KeptRows): KeptPlan {
  const itemOf = new Map(items.map((row) => [row['id'], row]))
  const numbered = targets.filter((row) => row['relation'] !== 'restated')
  return {
    title: text(head, 'title'),
    docNumber: text(head, 'documentNo'),
    date: text(head, 'documentDate'),
    issuer: text(head, 'issuers')?.split('、') ?? [],
    planPeriod: periodOf(head),
    traditional: isTraditional(targets.map((row) => String(row['quote'])).join('')),
    targets: numbered.filter((row) => text(row, 'benchmark') === null).map(targetOf),
    relativeTargets: numbered.filter((row) => text(row, 'benchmark') !== null).map(relativeOf),
    fields: terms.map(fieldOf),
    measures: tasks.flatMap(measuresOf),
    responsibilities: tasks.map(dutyOf),
    registers: lists.map((row) => listOf(row, itemOf.get(row['item']) ?? row)),
    instruments: instruments.map(instrumentOf),
  }
}

function text(row: Row, field: string): string | null {
  const value = row[field]
  return typeof value === 'string' && value !== '' ? value : null
}

function number(row: Row, field: string): number | null {
  const value = row[field]
  return value === null || value === undefined || value === '' ? null : Number(value)
}

function periodOf(head: Row): KeptPlan['planPeriod'] {
  const [from, to] = [number(head, 'fromYear'), number(head, 'toYear')]
  return from === null || to === null ? null : { from, to }
}

/** Where an entry stands in its source. A person has confirmed it, so nothing is doubtful. */
function placeOf(row: Row) {
  const place = { quote: text(row, 'quote') ?? '', start: number(row, 'start') ?? 0, end: number(row, 'end') ?? 0 }
  return { ...place, clause: text(row, 'clause') ?? '', confidence: 1, why: KEPT }
}

const KEPT = { zh: '取自已确认的条目', en: 'from a confirmed entry' }

function targetOf(row: Row): Target {
  const [low, high, baseline] = [number(row, 'low'), number(row, 'high'), number(row, 'baseline')]
  return {
    ...placeOf(row),
    id: String(row['id']),
    metric: String(row['title']),
    value: low === null || high === null ? low : [low, high],
    unit: text(row, 'unit'),
    // What the register keeps was read by the same reader; another word would say nothing of the figure.
    qualifier: (text(row, 'qualifier') ?? 'exact') as Target['qualifier'],
    comparator: (text(row, 'comparator') ?? 'equal') as Target['comparator'],
    deadline: text(row, 'deadline'),
    period: text(row, 'period') as Target['period'], // as read
    kind: (text(row, 'kind') ?? 'cumulative') as Target['kind'], // one of the register's own codes
    parentQuote: null,
    ...(baseline !== null && { baseline }),
  }
}

function relativeOf(row: Row): RelativeTarget {
  return {
    ...placeOf(row),
    metric: String(row['title']),
    relation: row['comparator'] === 'more_than' ? 'above' : 'at_least',
    benchmark: text(row, 'benchmark') ?? '',
    deadline: text(row, 'deadline'),
  }
}

interface UnitRow {
  readonly name: string
  readonly title?: string | null
  readonly origin?: string | null
}

/** Only who is named for the task itself: who answers by default or for the whole document is named nowhere beside it. */
function dutyOf(row: Row): Responsibility {
  const named = (field: string) => unitsOf(row, field).filter(({ origin }) => origin === 'mark')
  const [lead, support] = [named('lead'), named('support')]
  return {
    ...placeOf(row),
    lead: lead.map(({ name }) => name),
    support: support.map(({ name }) => name),
    inheritedSupport: [],
    joint: row['joint'] === true,
    appliesTo: null,
    standardNames: Object.fromEntries([...lead, ...support].flatMap(({ name, title }) => (title ? [[name, title]] : []))),
  }
}

function unitsOf(row: Row, field: string): readonly UnitRow[] {
  return (row[field] ?? []) as readonly UnitRow[] // rows of the register's own columns
}

interface ActionRow {
  readonly action: Measure['action'] | null
  readonly object: string
  readonly strength: Measure['strength'] | null
  readonly deliverable: string | null
}

/** The measures of a task; of one that has none, the task itself. */
function measuresOf(row: Row): readonly Measure[] {
  const whole = { action: row['actionClass'], object: text(row, 'title') ?? '', strength: null, deliverable: null }
  const actions = [...((row['actions'] ?? []) as readonly ActionRow[])] // rows of the register's own columns
  return (actions.length > 0 ? actions : [whole as ActionRow]).flatMap(({ action, object, strength, deliverable }) =>
    action === null || action === undefined
      ? []
      : [
          {
            ...placeOf(row),
            action,
            verb: '',
            object,
            strength: strength ?? 'do',
            deliverable: { ...bothWays(deliverable ?? ''), proposed: true },
          },
        ],
  )
}

function bothWays(words: string) {
  return { zh: words, en: words }
}

function listOf(row: Row, item: Row): RegisterMention {
  return {
    ...placeOf(item),
    kind: (text(row, 'kind') ?? 'list') as RegisterMention['kind'], // one of the register's own codes
    name: String(row['name']),
    mode: 'set_up',
  }
}

interface AmountRow {
  readonly role: Instrument['benefits'][number]['role'] | null
  readonly low: string
  readonly high: string | null
  readonly unit: string | null
  readonly of: string | null
}

function instrumentOf(row: Row): Instrument {
  const amounts = (field: string) =>
    ((row[field] ?? []) as readonly AmountRow[]).map(({ role, low, high, unit, of }) => ({
      role: role ?? 'amount',
      text: `${low}${unit ?? ''}`,
      value: high === null || high === undefined ? Number(low) : ([Number(low), Number(high)] as const),
      unit: unit ?? '',
      of: of ?? null,
    }))
  return {
    ...placeOf(row),
    kind: row['kind'] as Instrument['kind'], // one of the register's own codes
    recipient: text(row, 'recipient') ?? text(row, 'title'),
    conditions: amounts('conditions'),
    benefits: amounts('benefits'),
    per: text(row, 'per')?.split('、') ?? [],
  }
}

function fieldOf(row: Row): FieldMention {
  const label = String(row['title'])
  return { ...placeOf(row), label, parent: text(row, 'parent'), standing: 'heading', mentions: 1, crosswalk: schemePlaces(label) }
}
