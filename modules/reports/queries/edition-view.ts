import { z } from 'zod'
import type { EditionView } from '#contract/reports.ts'
import type { Actor } from '#engine/define/actor.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import { mayGive } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { type Edition, editionFiles, editions, readEdition, readFrozen } from '#engine/store/editions.ts'
import { historyOf } from '#engine/store/history.ts'
import { query } from '#engine/store/query.ts'
import { poolReader, titlesOf } from '#engine/store/read.ts'
import { paperToHtml } from '#platform/documents/to-html.ts'
import { report } from '../registers/report.register.ts'
import { REPORT_READERS } from '../rules/rights.ts'
import { stepsForward } from '../rules/steps-forward.ts'
import type { EditionContent } from './content.ts'

export const editionInput = z.object({ edition: z.uuid() })

/** A published edition as it was printed, with its fingerprints. */
export const editionView = query({
  name: 'reports.edition',
  label: { zh: '正式版', en: 'Edition' },
  input: editionInput,
  right: REPORT_READERS,
  async run({ store, actor }, { edition: id }) {
    const own = await editionFor(store, actor, id)
    if ('ok' in own) return own
    const [content, files, all, people, acts] = await Promise.all([
      readFrozen(poolReader(store), store, own.sha256),
      editionFiles(store, id),
      editions(store),
      titlesOf(poolReader(store), store, 'person', [own.publishedBy]),
      historyOf(store, report, own.report),
    ])
    const { paper, signed } = JSON.parse(content!) as EditionContent // written by keepFrozen
    const { template: _template, ...facts } = own
    return {
      edition: { ...facts, publishedBy: people[own.publishedBy] ?? '' },
      signed: signed ?? null,
      steps: stepsForward(acts.toReversed()).map(({ actLabel: title, person: by, post, at }) => ({ title, by, post, at })),
      html: paperToHtml(paper),
      files: files.map(({ format, sha256, bytes }) => ({ format, sha256, size: bytes.length })),
      later: all
        .filter((each) => each.template === own.template && each.publishedAt > own.publishedAt)
        .map(({ id: later, title, publishedAt }) => ({ id: later, title, publishedAt })),
    } satisfies EditionView
  },
})

/** The edition, or the refusal of one that is not there. */
export async function editionFor(store: Store, actor: Actor, id: string): Promise<Edition | Refusal> {
  const own = mayGive(REPORT_READERS, actor) ? await readEdition(store, id) : undefined
  return own ?? refuse('not_found', 'edition.unknown', '没有这一期正式版', 'there is no such edition')
}
