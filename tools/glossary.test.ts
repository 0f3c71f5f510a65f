import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { register } from '#engine/define/register.ts'
import { namesInUse, namesOfRegister, unknownWords, wordsIn, wordsOfGlossary } from './glossary.ts'

const root = dirname(import.meta.dirname)
const known = wordsOfGlossary(readFileSync(join(root, 'GLOSSARY.md'), 'utf8'))

test('every word of every name in the definitions, commands, queries and roles stands in GLOSSARY.md', async () => {
  const names = await namesInUse(root)

  expect(names.length).toBeGreaterThan(200)
  expect(unknownWords(names, known)).toEqual([])
})

test('a word that the glossary lacks is found wherever a definition uses it', () => {
  const planted = register({
    name: 'quokka_list',
    title: { zh: '甲', en: 'A' },
    basis: 'planted',
    area: 'area',
    fields: {
      title: { kind: 'text', label: { zh: '乙', en: 'B' }, required: true },
      area: { kind: 'area', label: { zh: '乙', en: 'B' } },
      wombatUnit: { kind: 'text', label: { zh: '乙', en: 'B' } },
      evidence: { kind: 'rows', label: { zh: '丙', en: 'C' }, columns: { dingoNumber: { kind: 'text', label: { zh: '丁', en: 'D' } } } },
    },
    initial: 'draft',
    states: { draft: { label: { zh: '戊', en: 'E' }, moves: { koalaCheck: 'bilby' } }, bilby: { label: { zh: '己', en: 'F' }, moves: {} } },
    moves: { koalaCheck: { label: { zh: '庚', en: 'G' } } },
    access: { read: { always: true } },
    counting: {
      numbats: {
        version: 1,
        title: { zh: '辛', en: 'H' },
        unit: { zh: '个', en: 'I' },
        measures: { potoroo: { zh: '壬', en: 'J' } },
        counted: 'potoroo',
        terms: [],
      },
    },
  })

  const words = unknownWords(namesOfRegister(planted), known).map(({ word }) => word)

  expect(words).toEqual(['quokka', 'wombat', 'dingo', 'bilby', 'koala', 'numbats', 'potoroo'])
})

test('names are split into words whatever joins them', () => {
  expect(wordsIn('leadUnit')).toEqual(['lead', 'unit'])
  expect(wordsIn('org_unit')).toEqual(['org', 'unit'])
  expect(wordsIn('selection.add-to-batch')).toEqual(['selection', 'add', 'to', 'batch'])
})
