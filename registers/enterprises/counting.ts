import type { CountingRule, Term } from '#engine/define/counting.ts'
import type { Expression } from '#engine/define/expression.ts'
import type { Words } from '#engine/define/words.ts'
import { LINE_UNDERWAY, MEASURES, onTheWay } from '../common/counting.ts'

const UNIT: Words = { zh: '家', en: 'enterprises' }
const kindIs = (code: 'backbone' | 'startup'): Expression => ({ field: 'category', is: code })

/** The stock on the day: a title counts from its first day on, and off from its last day or from a withdrawal. */
function held(from: string, until: string, ...which: readonly Expression[]): readonly Term[] {
  const has: readonly Expression[] = [{ field: from, filled: true }, ...which]
  return [
    { measure: 'published', when: { all: has }, countsOn: from },
    { measure: 'published', when: { all: [...has, { field: until, filled: true }] }, countsOn: until, amount: -1 },
    {
      measure: 'published',
      when: { all: [...has, { field: until, filled: false }, { field: 'state', is: 'revoked' }] },
      countsOn: 'revokedOn',
      amount: -1,
    },
  ]
}

function library(title: Words, code: 'backbone' | 'startup'): CountingRule {
  return {
    version: 1,
    title,
    unit: UNIT,
    measures: MEASURES,
    counted: 'published',
    terms: [
      ...onTheWay([...LINE_UNDERWAY, 'reviewed', 'proposed'], kindIs(code)),
      ...held('libraryFromOn', 'libraryUntilOn', kindIs(code)),
    ],
  }
}

/** A title above the library: those of the step below are its reserve, those proposed or on notice are under way. */
function title(
  words: Words,
  steps: { readonly reserve: string; readonly underway: readonly string[]; readonly name: string },
): CountingRule {
  return {
    version: 1,
    title: words,
    unit: UNIT,
    measures: MEASURES,
    counted: 'published',
    terms: [
      { measure: 'reserve', when: { field: 'state', is: steps.reserve }, countsOn: 'createdOn' },
      { measure: 'underway', when: { field: 'state', oneOf: steps.underway }, countsOn: 'createdOn' },
      ...held(`${steps.name}FromOn`, `${steps.name}UntilOn`),
    ],
  }
}

export const enterpriseCounting = {
  enterprise_library_backbone: library({ zh: '培育骨干高新技术企业', en: 'Backbone enterprises in the library' }, 'backbone'),
  enterprise_library_startup: library({ zh: '培育创业企业', en: 'Start-ups in the library' }, 'startup'),
  enterprise_demonstrations: title(
    { zh: '示范企业', en: 'Demonstration enterprises' },
    { reserve: 'published', underway: ['demonstrationProposed', 'demonstrationOnNotice', 'demonstrationObjected'], name: 'demonstration' },
  ),
  enterprise_leaders: title(
    { zh: '领军企业', en: 'Leading enterprises' },
    { reserve: 'demonstrating', underway: ['leaderProposed', 'leaderOnNotice', 'leaderObjected'], name: 'leader' },
  ),
} as const
