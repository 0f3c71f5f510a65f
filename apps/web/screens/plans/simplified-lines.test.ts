import { expect, test } from 'vitest'
import { simplifiedParts } from '#policy-text/index.ts'
import { linesOf } from './segments.ts'
import { partsByLine } from './simplified-lines.ts'

test('each line of a traditional text has its own simplified words under it, blank lines none', () => {
  const text = '推動技術契約登記。\r\n\n拓展套用場景\n'
  const lines = linesOf(text)
  const byLine = partsByLine(lines, simplifiedParts(text))

  expect(
    lines.map(({ start }) =>
      (byLine.get(start) ?? [])
        .map(({ words }) => words)
        .join('')
        .trim(),
    ),
  ).toEqual(['推动技术合同登记。', '拓展应用场景'])
})
