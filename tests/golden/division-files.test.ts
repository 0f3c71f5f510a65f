import { expect, test } from 'vitest'
import { textFromHtml } from '#platform/documents/from-html.ts'
import { pagesFromPdf } from '#platform/documents/pdf-layout.ts'
import { readPlan } from '#policy-text/index.ts'
import { pdfOf } from '#tests/support/files.ts'

const HEAD = ['序号', '重点任务', '工作内容', '牵头单位', '责任单位']
const ROWS = [
  ['建设共享平台', '市科技局', '市财政局、市教育局'],
  ['引进人才', '市科技局', '各区政府'],
]

const rowsOf = (text: string) =>
  readPlan(text).responsibilities.map(({ row, lead, support }) => [row?.task, lead.join('、'), support.join('、')])

test('a division of tasks comes through a web page or a Word file with its merged cells and paragraphs', () => {
  const row = (cells: readonly string[], tag = 'td') => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  const merged = row(['1', '建设共享平台', '<p>开放仪器。</p><p>建立目录。</p>', '市科技局', '<p>市财政局</p><p>市教育局</p>']).replace(
    '<td>市科技局',
    '<td rowspan="2">市科技局',
  )

  expect(rowsOf(textFromHtml(`<table>${row(HEAD, 'th')}${merged}${row(['2', '引进人才', '引进团队。', '各区政府'])}</table>`))).toEqual(
    ROWS,
  )
})

test('and through a PDF, whose cells are broken over lines and stand in the middle of their rows', async () => {
  const COLUMNS = [40, 80, 200, 340, 440]
  const line = (y: number, ...cells: readonly string[]) => cells.flatMap((text, at) => (text === '' ? [] : [{ text, x: COLUMNS[at]!, y }]))
  const page = [
    ...line(760, ...HEAD),
    ...line(730, '', '', '开放仪器设备，', '', '市财政局、市'),
    ...line(714, '1', '建设共享平台', '建立目录，定期', '市科技局', '教育局'),
    ...line(698, '', '', '更新。'),
    ...line(672, '2', '引进人才', '引进团队。', '', '各区政府'),
  ]

  expect(rowsOf((await pagesFromPdf(pdfOf([page])))?.text ?? '')).toEqual(ROWS)
})
