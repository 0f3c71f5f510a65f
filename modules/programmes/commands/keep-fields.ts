import type { Call } from '#engine/store/call.ts'
import { classification } from '#modules/directory/index.ts'
import { findingsOf, type PolicyDocument } from '#modules/plans/index.ts'
import { chosenFields, draftedFields } from '../rules/draft-fields.ts'
import { createShared } from './pack-entries.ts'

/** The fields of a plan that a planner took on, by their codes, as a classification of its own; published schemes that they point to come along. */
export async function keepFields(call: Call, document: PolicyDocument, chosen: readonly string[]): Promise<void> {
  if (chosen.length === 0) return
  const drafted = chosenFields(draftedFields(document, findingsOf(document).fields), new Set(chosen))
  const codes = drafted.classifications.map(({ code }) => code)
  const there = new Set((await call.find(classification, { field: 'code', oneOf: codes })).map(({ code }) => code))
  const isNew = (key: string) => !there.has(key.split('.')[0]!)
  createShared(call, { ...NO_PARTS, ...drafted }, (kind, key) => kind === 'crosswalks' || isNew(key))
}

const NO_PARTS = {
  targets: [],
  tasks: [],
  registers: [],
  settings: [],
  areas: [],
  areaGroups: [],
  reports: [],
  indicators: [],
  instruments: [],
  sheets: [],
}
