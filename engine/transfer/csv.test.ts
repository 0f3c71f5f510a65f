import { expect, test } from 'vitest'
import { csvLine, safeText } from './csv.ts'

test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', ' =1+1', '\t=1', '\r=1', '　=HYPERLINK("x")', '＝1+1', '-A1'])(
  'the text “%s” is not run by any spreadsheet program',
  (text) => {
    expect(safeText(text)).toBe(`'${text}`)
  },
)

test.each(['-2.5', '-12', '+3', '3.14', '量子科技', 'a-b', '91320500MA1N2P3Q4X'])('the text “%s” stays as it is', (text) => {
  expect(safeText(text)).toBe(text)
})

test.each(['913205000000000001', '0512', '2024E12', '3-1', '2026/03'])('“%s” stays a text', (text) => {
  expect(safeText(text)).toBe(`${text}\t`)
})

test('a line quotes what must be quoted and ends as Windows wants it', () => {
  expect(csvLine(['甲,"乙"', null, -2.5, '两\n行', new Date('2026-03-31')])).toBe('"甲,""乙""",,-2.5,"两\n行",2026-03-31\r\n')
})
