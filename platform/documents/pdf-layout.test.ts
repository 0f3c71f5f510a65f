import { expect, test } from 'vitest'
import { onePagePdf, type Placed, pdfOf } from '#tests/support/files.ts'
import { pagesFromPdf } from './pdf-layout.ts'

const textOf = async (pages: readonly (readonly Placed[])[]) => (await pagesFromPdf(pdfOf(pages)))?.text.split('\n')

test('lines come from top to bottom whatever order they were written in, with their indentation', async () => {
  const page = [
    { text: '技术攻关,形成一批成果。', x: 72, y: 700 },
    { text: '一、总体要求', x: 104, y: 760 },
    { text: '到2030年,突破', x: 104, y: 730 },
  ]

  expect(await textOf([page])).toEqual(['    一、总体要求', '    到2030年,突破', '技术攻关,形成一批成果。'])
})

test('two columns of prose are read one after the other, the cells of a table side by side, one column below another', async () => {
  const column = (words: string, x: number) =>
    Array.from({ length: 10 }, (_, at) => ({ text: `${words}${at}的一行文字写满`, x, y: 760 - at * 20 }))
  const cells = Array.from({ length: 10 }, (_, at) => [
    { text: `指标${at}`, x: 72, y: 760 - at * 20 },
    { text: `${at}0`, x: 400, y: 760 - at * 20 },
  ]).flat()

  expect((await textOf([[...column('右', 320), ...column('左', 72)]]))?.map((line) => line[0])).toEqual([
    ...'左'.repeat(10),
    ...'右'.repeat(10),
  ])
  expect((await textOf([cells]))?.[1]).toMatch(/^指标1 {9,}10$/)
})

test('what stands at the head or foot of most pages is left out, page numbers with it', async () => {
  const page = (number: number) => [
    { text: '某省人民政府公报', x: 200, y: 800 },
    { text: `${'甲乙丙丁'[number]}项工作的第一行`, x: 72, y: 700 },
    { text: `${'甲乙丙丁'[number]}项工作的第二行`, x: 72, y: 660 },
    { text: `— ${number} —`, x: 280, y: 40 },
  ]

  expect(await textOf([1, 2, 3].map(page))).toEqual([...'乙丙丁'].flatMap((name) => [`${name}项工作的第一行`, `${name}项工作的第二行`]))
})

test('pages that are pictures are counted, and a broken file is told apart', async () => {
  expect(await pagesFromPdf(onePagePdf(''))).toEqual({ text: '', pages: 1, withoutText: 1 })
  expect(await pagesFromPdf(pdfOf([[{ text: '正文', x: 72, y: 700 }], []]))).toMatchObject({ pages: 2, withoutText: 1 })
  expect(await pagesFromPdf(new Uint8Array(Buffer.from('%PDF-1.7 broken')))).toBeUndefined()
})
