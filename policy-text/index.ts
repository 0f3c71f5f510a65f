export { ACTION_CLASSES, type ActionClass } from './action-classes.ts'
export { type ClauseChange, type ComparedClause, clauseDifference, clausesToCompare } from './compare/clause-difference.ts'
export { comparePlans } from './compare/compare-plans.ts'
export { compareVersions, sharedClauses, type VersionDifference } from './compare/compare-versions.ts'
export { pairsByWords } from './compare/likeness.ts'
export { BASIS_NAMES, PAIR_NAMES, SUBJECT_NAMES } from './compare/pair-names.ts'
export {
  type AreaSize,
  type AreaSizes,
  BASES,
  type KeptPlan,
  type KnownAreas,
  PAIR_KINDS,
  type PairKind,
  PLAN_SUBJECTS,
  type PlanClause,
  type PlanComparison,
  type PlanFinding,
  type PlanPair,
  type PlanSubject,
} from './compare/plans-compared.ts'
export { type ComparedTarget, type TargetChange, targetChanges } from './compare/target-changes.ts'
export { type WordPiece, wordDifference } from './compare/word-difference.ts'
export { type DecodedText, decodeText, type TextEncodingName } from './decode.ts'
export { DOCUMENT_KINDS, type DocumentKind } from './document-kinds.ts'
export { FIELD_SCHEMES, type FieldScheme, schemePlaces } from './field-terms.ts'
export { ACTION_NAMES, DOCUMENT_KIND_NAMES, INSTRUMENT_NAMES, REGISTER_NAMES } from './finding-names.ts'
export { type KnownStatistic, knownStatistic } from './known-metrics.ts'
export { beginningWithin, type OutlineHeading, outlineOf, type Section, sectionAt, statesGoals } from './outline.ts'
export type {
  Clause,
  Comparator,
  FieldMention,
  Heading,
  Instrument,
  InstrumentKind,
  Measure,
  PlanDraft,
  Qualifier,
  Quote,
  RegisterKind,
  RegisterMention,
  RelativeTarget,
  Responsibility,
  Target,
  Text,
  Warning,
} from './plan-draft.ts'
export { COMPARATORS, INSTRUMENT_KINDS, QUALIFIERS, REGISTER_KINDS, WARNING_CODES } from './plan-draft.ts'
export { decimalText, dutyInWords, type Excerpt, type ExcerptKind, readExcerpt } from './read-excerpt.ts'
export { readPlan } from './read-plan.ts'
export { isTraditional, type SimplifiedPart, simplifiedParts, toSimplified } from './traditional.ts'
