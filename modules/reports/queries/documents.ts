import { z } from 'zod'
import { isRefusal, refuse } from '#engine/define/refusal.ts'
import { editionFiles } from '#engine/store/editions.ts'
import { query } from '#engine/store/query.ts'
import { DOCX, type MadeDocument } from '#platform/documents/made-document.ts'
import { REPORT_READERS } from '../rules/rights.ts'
import { editionFor } from './edition-view.ts'
import { draftOf, noReport, paperOf } from './report-view.ts'

const format = z.enum(['docx', 'pdf']).default('docx')
const TYPES = { docx: DOCX, pdf: 'application/pdf' } as const

/** A draft as a file, to be read and corrected; marked as no issued paper. */
export const reportDocument = query({
  name: 'reports.draft-file',
  label: { zh: '报告稿(Word、PDF)', en: 'Draft report (Word, PDF)' },
  input: z.object({ report: z.uuid(), format }),
  right: REPORT_READERS,
  async run(asked, { report: id, format: wanted }) {
    const found = await draftOf(asked, id)
    if (!found) return noReport()
    const paper = { ...paperOf(found.row, found.content), foot: '稿件，未印发' }
    const bytes =
      wanted === 'docx'
        ? await (await import('#platform/documents/to-docx.ts')).paperToDocx(paper)
        : await (await import('#platform/documents/to-pdf.ts')).paperToPdf(paper)
    return { name: `${paper.title}（稿）.${wanted}`, type: TYPES[wanted], bytes } satisfies MadeDocument
  },
})

/** The very file that was published. */
export const editionDocument = query({
  name: 'reports.edition-file',
  label: { zh: '正式版(Word、PDF)', en: 'Edition (Word, PDF)' },
  input: z.object({ edition: z.uuid(), format }),
  right: REPORT_READERS,
  async run({ store, actor }, { edition: id, format: wanted }) {
    const own = await editionFor(store, actor, id)
    if (isRefusal(own)) return own
    const file = (await editionFiles(store, id)).find((each) => each.format === wanted)
    if (!file) return refuse('not_found', 'edition.unknown', '这一期没有该格式的文件', 'this edition has no such file')
    return { name: `${own.title}.${wanted}`, type: TYPES[wanted], bytes: file.bytes } satisfies MadeDocument
  },
})
