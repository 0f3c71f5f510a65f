import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type PlanDraft, readPlan } from '#policy-text/index.ts'

interface Gold {
  readonly title: string | null
  readonly issuer: readonly string[]
  readonly docNumber: string | null
  readonly date: string | null
  readonly headings: readonly (readonly [number, string, string])[]
  readonly targets: readonly unknown[]
  readonly responsibilities: readonly unknown[]
  readonly registers: readonly unknown[]
}

// Every passage is our own invention; places, units and numbers do not exist.
const PASSAGES = join(import.meta.dirname, 'passages')
const names = readdirSync(PASSAGES)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.replace('.txt', ''))

function textOf(name: string): string {
  return readFileSync(join(PASSAGES, `${name}.txt`), 'utf8')
}

function goldOf(name: string): Gold {
  return JSON.parse(readFileSync(join(PASSAGES, `${name}.gold.json`), 'utf8')) as Gold
}

/** The draft cut down to what the gold fixes. */
function asGold(draft: PlanDraft): Gold {
  return {
    title: draft.title,
    issuer: draft.issuer,
    docNumber: draft.docNumber,
    date: draft.date,
    headings: draft.headings.map(({ level, number, text }) => [level, number, text]),
    targets: draft.targets.map(({ quote, value, unit, qualifier, deadline, period }) => ({
      quote,
      value,
      unit,
      qualifier,
      deadline,
      period,
    })),
    responsibilities: draft.responsibilities.map(({ lead, support }) => ({ lead, support })),
    registers: draft.registers.map(({ kind, name }) => ({ kind, name })),
  }
}

describe('the reader finds in our own passages exactly what a person finds', () => {
  test.each(names)('%s', (name) => {
    expect(asGold(readPlan(textOf(name)))).toEqual(goldOf(name))
  })
})

describe('quotes are the text itself', () => {
  test.each(names)('%s', (name) => {
    const text = textOf(name)
    const draft = readPlan(text)

    for (const found of [...draft.targets, ...draft.responsibilities, ...draft.registers])
      expect(text.slice(found.start, found.end)).toBe(found.quote)
    for (const heading of draft.headings) expect(text.slice(heading.start, heading.end)).toContain(heading.text.slice(0, 2))
  })
})
