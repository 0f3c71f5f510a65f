import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeText, readPlan } from '#policy-text/index.ts'

// The five source documents and their gold lie beside the repository, not in it; elsewhere this file is skipped.
const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared')
const GOLD = join(SHARED, 'gold')

interface Score {
  readonly f1: number
}

interface Scores {
  readonly __all: Readonly<Record<'headings' | 'targets' | 'responsibilities' | 'registers', Score>> & {
    readonly distractorHits: number
    readonly meta: Readonly<Record<string, readonly [number, number]>>
  }
}

const LIMITS = { headings: 0.95, targets: 0.85, responsibilities: 0.95, registers: 0.7 } as const

describe.skipIf(!existsSync(GOLD))('the reader against the gold of the five source documents', () => {
  let folder = ''
  let scores: Scores | null = null

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lantu-gold-'))
    for (const file of readdirSync(GOLD).filter((name) => name.endsWith('.gold.json'))) writePrediction(folder, file)
    execFileSync(process.execPath, [join(GOLD, 'score.mjs'), '--dir', folder, GOLD, '--json', join(folder, 'scores.json')])
    scores = JSON.parse(readFileSync(join(folder, 'scores.json'), 'utf8')) as Scores
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(Object.entries(LIMITS))('%s reach an F1 of at least %d', (category, limit) => {
    expect(scores?.__all[category as keyof typeof LIMITS].f1).toBeGreaterThanOrEqual(limit)
  })

  test('no distractor is taken for a target', () => {
    expect(scores?.__all.distractorHits).toBe(0)
  })

  test('title, issuer, document number and date are right in every document that has them', () => {
    for (const [right, all] of Object.values(scores?.__all.meta ?? {})) expect(right).toBe(all)
  })
})

function writePrediction(folder: string, goldFile: string): void {
  const gold = JSON.parse(readFileSync(join(GOLD, goldFile), 'utf8')) as { readonly file: string }
  const decoded = decodeText(readFileSync(join(SHARED, 'seeds', gold.file)))
  if ('problem' in decoded) throw new Error(`${gold.file}: ${decoded.problem.en}`)
  writeFileSync(join(folder, goldFile.replace('.gold.', '.pred.')), JSON.stringify(readPlan(decoded.text)))
}
