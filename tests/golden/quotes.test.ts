import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPlan } from '#policy-text/index.ts'
import { clausedFindings, misquoted } from './findings.ts'

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
      expect(misquoted(text, readPlan(text))).toEqual([])
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
      for (const { clause } of [...clausedFindings(draft), ...draft.headings]) expect(ids).toContain(clause)
      for (const { start, end } of [...draft.headings, ...draft.clauses])
        expect(start >= 0 && start <= end && end <= text.length).toBe(true)
    }),
    { seed: SEED, numRuns: 200 },
  )
})

const plan = texts.find((one) => one.includes('桐岭省')) ?? ''

test('ids of clauses survive an edit of any sentence that is no heading', () => {
  const before = readPlan(plan)
  const free = [...plan.matchAll(/[\u4e00-\u9fff]{6,}/g)].filter(
    ({ index }) => !before.headings.some(({ start, end }) => start - 2 <= index + 40 && index <= end + 2),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...free),
      fc.constantFrom('进一步', '，并做好相关工作', '和配套设施', ''),
      ({ index, 0: words }, insert) => {
        const changed = plan.slice(0, index + 3) + insert + plan.slice(index + Math.min(4, words.length))

        expect(readPlan(changed).clauses.map(({ id }) => id)).toEqual(before.clauses.map(({ id }) => id))
      },
    ),
    { seed: SEED, numRuns: 60 },
  )
})

test('a reworded heading changes its own id and no other; a new one before it changes none', () => {
  const before = readPlan(plan)
  const heading = before.headings[2]!
  const { start, end, clause } = heading
  const reworded = readPlan(`${plan.slice(0, start)}${plan.slice(start, end)}工程${plan.slice(end)}`)
  const inserted = readPlan(`${plan.slice(0, start)}（九）新增一项工作。按要求落实。\n${plan.slice(start)}`)
  const kept = (ids: readonly { readonly id: string }[]) => ids.map(({ id }) => id)

  expect(kept(before.clauses).filter((id) => !kept(reworded.clauses).includes(id))).toEqual([clause])
  expect(kept(before.clauses).filter((id) => !kept(inserted.clauses).includes(id))).toEqual([])
})
