import { query } from '#engine/store/query.ts'
import { poolReader, readEntry, titlesOf } from '#engine/store/read.ts'
import { areaTitles } from '#modules/directory/index.ts'
import { DOCX, type MadeDocument } from '#platform/documents/made-document.ts'
import { call } from '../registers/call.register.ts'
import { recommendationLetter } from '../rules/recommendation-letter.ts'
import { printedIn } from './letter-changes.ts'
import { readLetter, recommendationInput } from './recommendation-view.ts'

/** Whom a letter is sent to when no call names its issuer. */
const PROVINCE_OFFICE = '省科学技术厅'

/** The letter with its summary table, to be printed and sealed. */
export const recommendationLetterDocument = query({
  name: 'selection.recommendation-letter',
  label: { zh: '推荐函(Word)', en: 'Recommendation letter (Word)' },
  input: recommendationInput,
  right: { always: true },
  async run(asked, { recommendation: id }) {
    const own = await readLetter(asked, id)
    if ('ok' in own) return own
    const { store } = asked
    const [areas, units, under] = await Promise.all([
      areaTitles(store),
      titlesOf(poolReader(store), store, 'org_unit', [own.recommendingUnit]),
      own.call ? readEntry(poolReader(store), store, call, own.call) : undefined,
    ])
    // The library takes 0.3 s to load; the first letter waits for it, the start of the server does not.
    const { officialDocument } = await import('#platform/documents/official-document.ts')
    const registerTitle = store.catalogue.need(own.register).title.zh
    const letter = recommendationLetter({
      unit: units[own.recommendingUnit] ?? '',
      addressee: String(under?.['issuer'] ?? PROVINCE_OFFICE),
      registerTitle,
      call: under && { title: String(under['title']), noticeNo: (under['noticeNo'] as string | null) ?? null },
      issuedOn: own.issuedOn,
      checkCode: own.checkCode,
      entries: printedIn(own),
      areas,
    })
    return { name: `推荐函 ${own.checkCode}.docx`, type: DOCX, bytes: await officialDocument(letter) } satisfies MadeDocument
  },
})
