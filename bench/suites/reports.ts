import { Document, Packer, Paragraph } from 'docx'
import type { Block, ChartFacts, Paper } from '#contract/paper.ts'
import { paperToDocx } from '#platform/documents/to-docx.ts'
import { paperToPdf } from '#platform/documents/to-pdf.ts'
import { duration, median, type Suite } from '../result.ts'

const CHARTS = 10
const SECTIONS = 10
const ROUNDS = 3
/** Milliseconds for a report of some 30 pages with 10 charts (issue of this suite). */
const LIMITS = { docx: 3_000, pdf: 10_000 } as const

/** A report of our own making as Word and as PDF, the first one of a process and later ones; the floor is the library with the bare words. */
export const reports: Suite = {
  name: 'reports',
  async *run() {
    const paper = report()
    const words = paper.blocks.flatMap((block) => (block.is === 'text' ? block.runs.map(({ text }) => text) : []))
    const first = { docx: await millis(() => paperToDocx(paper)), pdf: await millis(() => paperToPdf(paper)) }
    const own: Record<'docx' | 'pdf' | 'floor', number[]> = { docx: [], pdf: [], floor: [] }
    for (let round = 0; round < ROUNDS; round++) {
      own.floor.push(
        await millis(() => Packer.toBuffer(new Document({ sections: [{ children: words.map((text) => new Paragraph(text)) }] }))),
      )
      own.docx.push(await millis(() => paperToDocx(paper)))
      // The same paper would be found set already.
      own.pdf.push(await millis(() => paperToPdf({ ...paper, title: `${paper.title}${round}` })))
    }
    const name = `report of 30 pages, ${CHARTS} charts`
    yield duration({ name: `${name}: .docx, first`, unit: 'ms', value: first.docx }, LIMITS.docx)
    yield duration({ name: `${name}: .docx`, unit: 'ms', value: median(own.docx), floor: median(own.floor) }, LIMITS.docx)
    yield duration({ name: `${name}: .pdf, first`, unit: 'ms', value: first.pdf }, LIMITS.pdf)
    yield duration({ name: `${name}: .pdf`, unit: 'ms', value: median(own.pdf) }, LIMITS.pdf)
  },
}

function report(): Paper {
  const sections = Array.from({ length: SECTIONS }, (_, at): readonly Block[] => [
    { is: 'heading', level: 1, text: `第${at + 1}部分` },
    ...Array.from(
      { length: 3 },
      (): Block => ({ is: 'text', runs: [{ text: '本季度各地推进前沿技术攻关与应用场景建设，进展平稳。'.repeat(14) }] }),
    ),
    { is: 'picture', chart: chart(at) },
    {
      is: 'table',
      title: `表${at + 1}`,
      columns: ['地区', '储备', '推进', '已公布'].map((title, column) => ({
        title,
        width: 25,
        align: column === 0 ? ('left' as const) : ('right' as const),
      })),
      rows: Array.from({ length: 30 }, (_row, row) => ({
        kind: 'plain' as const,
        cells: [`地区${row}`, '12', '34', '56'].map((text) => ({ text })),
      })),
    },
  ])
  return { head: { issuer: '某省科学技术厅文件' }, title: '未来产业行动进展报告', blocks: sections.flat(), attachments: [] }
}

function chart(at: number): ChartFacts {
  const rows = Array.from({ length: 14 }, (_, row) => ({ label: `地区${row}`, value: (row * 7 + at) % 23 }))
  return {
    title: `第${at + 1}幅：地区3最多`,
    subtitle: '各地已公布',
    unit: '项',
    source: '数据截至2026年9月30日',
    shape: { is: 'bars', rows },
  }
}

async function millis(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
