import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aliasesIn, findTerm } from '#engine/define/terms.ts'
import { createSchema } from '#engine/derive/schema.ts'
import { classification, classificationTerm } from '#modules/directory/index.ts'

interface Given {
  readonly code: string
  readonly terms: readonly { readonly code: string; readonly title: string; readonly aliases?: string; readonly parent?: string }[]
}

const CLASSIFICATIONS = JSON.parse(readFileSync(new URL('classifications.json', import.meta.url), 'utf8')) as readonly Given[]

test('every classification and class of the pack is what its register takes', () => {
  for (const { terms, ...head } of CLASSIFICATIONS) {
    expect(createSchema(classification).safeParse(head).error).toBeUndefined()
    for (const term of terms) expect(createSchema(classificationTerm).safeParse({ ...term, scheme: head.code }).error).toBeUndefined()
  }
})

test('the codes of technologies entered before fields became a classification are all there', () => {
  const codes =
    'semiconductor artificial_intelligence quantum network new_material synthetic_biology new_energy metaverse cell_gene deep_space other'
  const fields = CLASSIFICATIONS.find(({ code }) => code === 'future_fields')!

  expect(fields.terms.map(({ code }) => code)).toEqual(expect.arrayContaining(codes.split(' ')))
})

test('every title and alias of a classification means one class, and every parent is there', () => {
  for (const { terms } of CLASSIFICATIONS) {
    const known = terms.map(({ aliases, ...term }) => ({ ...term, aliases: aliasesIn(aliases) }))
    for (const { code, title, aliases, parent } of known) {
      for (const name of [title, ...aliases]) expect(findTerm(known, name)?.code, name).toBe(code)
      if (parent !== undefined) expect(known.map((each) => each.code)).toContain(parent)
    }
  }
})
