import { ACTION_NAMES, INSTRUMENT_NAMES, MODE_NAMES, REGISTER_NAMES } from '../finding-names.ts'
import type { Instrument, InstrumentAmount, Measure, RegisterMention, Responsibility } from '../plan-draft.ts'
import type { Text } from '../text.ts'
import { nameReason, type Pairing, pairUp, reasons } from './pair-up.ts'
import type { PlanFinding, PlanPair } from './plans-compared.ts'

const LEAST_ALIKE = 0.5
/** What is of another class is never paired: likeness is at most 1. */
const NEVER = -2
const MARKS = /[“”"《》（）()，,、；;：:。\s]|全省|全市|我省|我市/g
const bareOf = (words: string): string => words.replace(MARKS, '')

/** The measures of two plans, class of work by class of work: on one object, or offered when their objects are alike. */
export function measurePairs(one: readonly Measure[], other: readonly Measure[]): readonly PlanPair[] {
  return pairUp(one, other, {
    subject: 'measure',
    keyOf: ({ object }) => bareOf(object),
    findingOf: (measure) => ({
      ...placeOf(measure),
      name: `${measure.verb}${measure.object}`,
      says: {
        zh: `${ACTION_NAMES[measure.action].zh}${measure.strength === 'encourage' ? '，鼓励' : ''}`,
        en: `${ACTION_NAMES[measure.action].en}${measure.strength === 'encourage' ? ', encouraged' : ''}`,
      },
    }),
    least: LEAST_ALIKE,
    speaksFor: (left, right) => (left.action === right.action ? (left.strength === right.strength ? 0.02 : 0) : NEVER),
    verdict: (left, right) => {
      const { zh, en } = ACTION_NAMES[left.action]
      const action = { zh: `同属“${zh}”类举措`, en: `both are of the class “${en}”` }
      const name = nameReason(left.object, right.object)
      if (bareOf(left.object) !== bareOf(right.object)) return { kind: 'offered', why: reasons(action, name) }
      const strength = left.strength === right.strength ? null : STRENGTH
      return { kind: strength ? 'different' : 'same', why: reasons(action, name, strength) }
    },
  })
}

const STRENGTH: Text = { zh: '一为要求、一为鼓励', en: 'one asks for it, one only encourages it' }

/** The lists, libraries and platforms of two plans. */
export function registerPairs(one: readonly RegisterMention[], other: readonly RegisterMention[]): readonly PlanPair[] {
  return pairUp(one, other, {
    subject: 'register',
    keyOf: ({ name, quote }) => bareOf(name || quote),
    findingOf: (found) => ({
      ...placeOf(found),
      name: found.name || found.quote,
      says: {
        zh: `${REGISTER_NAMES[found.kind].zh}，${MODE_NAMES[found.mode].zh}`,
        en: `${REGISTER_NAMES[found.kind].en}, ${MODE_NAMES[found.mode].en}`,
      },
    }),
    least: LEAST_ALIKE,
    speaksFor: (left, right) => (left.kind === right.kind ? 0.1 : -0.3) + (left.mode === right.mode ? 0.02 : 0),
    verdict: (left, right) => {
      const [a, b] = [left.name || left.quote, right.name || right.quote]
      if (bareOf(a) !== bareOf(b) || left.kind !== right.kind) return { kind: 'offered', why: nameReason(a, b) }
      const mode = left.mode === right.mode ? null : MODE
      return { kind: mode ? 'different' : 'same', why: reasons(nameReason(a, b), mode) }
    },
  })
}

const MODE: Text = { zh: '新建与利用已有的不同', en: 'one is new, the other builds on what there is' }

/** The benefits of two plans, kind by kind, by who gets them. */
export function instrumentPairs(one: readonly Instrument[], other: readonly Instrument[]): readonly PlanPair[] {
  return pairUp(one, other, {
    subject: 'instrument',
    keyOf: (found) => bareOf(recipientOf(found)),
    findingOf: (found) => ({ ...placeOf(found), name: recipientOf(found), says: benefitWords(found) }),
    least: LEAST_ALIKE,
    speaksFor: (left, right) => (left.kind === right.kind ? (benefitWords(left).zh === benefitWords(right).zh ? 0.1 : 0) : NEVER),
    verdict: (left, right) => {
      const { zh, en } = INSTRUMENT_NAMES[left.kind]
      const kind = { zh: `同为${zh}`, en: `both are of the kind “${en}”` }
      const [a, b] = [recipientOf(left), recipientOf(right)]
      const why = reasons(kind, nameReason(a, b))
      if (bareOf(a) !== bareOf(b)) return { kind: 'offered', why }
      return { kind: benefitWords(left).zh === benefitWords(right).zh ? 'same' : 'different', why }
    },
  })
}

const SHORT = 24
const recipientOf = ({ recipient, quote }: Instrument): string => recipient ?? quote.slice(0, SHORT)

const ROLES = {
  condition: { zh: '条件', en: 'condition' },
  rate: { zh: '比例', en: 'rate' },
  ceiling: { zh: '最高', en: 'at most' },
  amount: { zh: '金额', en: 'amount' },
  duration: { zh: '期限', en: 'for' },
} as const satisfies Readonly<Record<InstrumentAmount['role'], Text>>

function benefitWords({ kind, conditions, benefits, per }: Instrument): Text {
  const figures = (language: 'zh' | 'en') =>
    [...conditions, ...benefits].map(({ role, value, unit }) => {
      const figure = typeof value === 'number' ? String(value) : value.join('—')
      return `${ROLES[role][language]}${language === 'en' ? ' ' : ''}${figure}${unit}`
    })
  return {
    zh: [INSTRUMENT_NAMES[kind].zh, ...per, ...figures('zh')].join('，'),
    en: [INSTRUMENT_NAMES[kind].en, ...per, ...figures('en')].join(', '),
  }
}

interface UnitDuties {
  readonly unit: string
  readonly lead: number
  readonly support: number
  readonly first: Responsibility
}

const OF_A_PLACE = /^(?:[\u4e00-\u9fff]{0,8}?(?:自治区|省|市|州)(?=[\u4e00-\u9fff]{3,})|省|市|县|区)/

/** What the units of two plans answer for, office by office, without the name of the place: how many tasks each leads and supports. */
export function dutyPairs(one: readonly Responsibility[], other: readonly Responsibility[]): readonly PlanPair[] {
  return pairUp(dutiesByUnit(one), dutiesByUnit(other), DUTIES)
}

const DUTIES: Pairing<UnitDuties> = {
  subject: 'duty',
  keyOf: ({ unit }) => unit,
  findingOf: ({ unit, lead, support, first }) => ({
    ...placeOf(first),
    name: unit,
    says: { zh: `牵头${lead}项，配合${support}项`, en: `leads ${lead}, supports ${support}` },
  }),
  // An office is the same or it is not: names that are only alike (科技局, 科协) are other offices.
  least: 1,
  verdict: (left, right) => ({
    kind: left.lead === right.lead && left.support === right.support ? 'same' : 'different',
    why: nameReason(left.unit, right.unit),
  }),
}

function dutiesByUnit(duties: readonly Responsibility[]): readonly UnitDuties[] {
  const units = new Map<string, UnitDuties>()
  for (const duty of duties) {
    const count = (names: readonly string[], part: 'lead' | 'support') => {
      for (const name of new Set(names)) {
        const unit = (duty.standardNames[name] ?? name).replace(OF_A_PLACE, '')
        const known = units.get(unit) ?? { unit, lead: 0, support: 0, first: duty }
        units.set(unit, { ...known, [part]: known[part] + 1 })
      }
    }
    count(duty.lead, 'lead')
    count(duty.support, 'support')
  }
  return [...units.values()]
}

function placeOf({ quote, start, end, clause }: Omit<PlanFinding, 'name' | 'says'>): Omit<PlanFinding, 'name' | 'says'> {
  return { quote, start, end, clause }
}
