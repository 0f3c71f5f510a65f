import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlan } from '#policy-text/index.ts'

const PASSAGES = join(import.meta.dirname, 'passages')
const texts = readdirSync(PASSAGES)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(join(PASSAGES, file), 'utf8'))

// What pages, converters and people do to a text; the last ones are characters that take two units or change length.
const DAMAGE = [
  '\n',
  ' ',
  '\r\n',
  '\u3000',
  '\u00a0',
  '（',
  '〕',
  '“',
  '》',
  ',',
  '、',
  '—',
  '1',
  '2030年',
  '达到',
  '%',
  '責任單位:',
  '網際網路',
  '𬭊',
  '😀',
  '',
  '目录',
  '指标 单位 2030年 2035年',
] as const
const SEED = 20261122

interface Edit {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

const anyEdit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.integer({ min: 0, max: 30 }),
  insert: fc.constantFrom(...DAMAGE),
})
const anyText = fc
  .record({ text: fc.constantFrom(...texts), edits: fc.array(anyEdit, { maxLength: 12 }) })
  .map(({ text, edits }) => edits.reduce(edited, text))

function edited(text: string, { at, remove, insert }: Edit): string {
  const place = Math.floor(at * text.length)
  return text.slice(0, place) + insert + text.slice(place + remove)
}

test('whatever happens to a text, every quote is a piece of it at the offsets given', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const draft = readPlan(text)
      for (const { start, end, quote } of [...draft.targets, ...draft.responsibilities, ...draft.registers]) {
        expect(text.slice(start, end)).toBe(quote)
        expect(quote).not.toBe('')
      }
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test('headings and clauses lie inside the text, in order, and every finding names a clause that exists', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const draft = readPlan(text)
      const ids = new Set(draft.clauses.map((clause) => clause.id))
      expect(ids.size).toBe(draft.clauses.length)
      for (const { clause } of [...draft.targets, ...draft.responsibilities, ...draft.registers, ...draft.headings])
        expect(ids).toContain(clause)
      for (const { start, end } of [...draft.headings, ...draft.clauses])
        expect(start >= 0 && start <= end && end <= text.length).toBe(true)
    }),
    { seed: SEED, numRuns: 200 },
  )
})

test('ids of clauses survive an edit in another clause', () => {
  const text = texts.find((one) => one.includes('桐岭省')) ?? ''
  const before = readPlan(text)
  const after = readPlan(text.replace('推进低空智联网建设', '加快推进低空智联网和配套设施建设'))

  expect(after.clauses.map((clause) => clause.id)).toEqual(before.clauses.map((clause) => clause.id))
})
