import type { FrozenFigure, Verification } from '#contract/reports.ts'
import { parsePeriod } from '#engine/define/period.ts'
import type { Store } from '#engine/store/context.ts'
import { editionFiles, readFrozen, sha256Of } from '#engine/store/editions.ts'
import { query } from '#engine/store/query.ts'
import { poolReader } from '#engine/store/read.ts'
import { inSnapshot } from '#engine/store/snapshot.ts'
import { countedIndicators } from '#modules/plans/index.ts'
import { aroundFigures, figureOf } from '#modules/programmes/index.ts'
import { REPORT_READERS } from '../rules/rights.ts'
import { type EditionContent, signedFingerprint } from './content.ts'
import { editionFor, editionInput } from './edition-view.ts'

/** Makes the fingerprints of an edition anew and counts its figures again as of its day. */
export const verifyEdition = query({
  name: 'reports.verify',
  label: { zh: '核验正式版', en: 'Verify an edition' },
  input: editionInput,
  right: REPORT_READERS,
  async run({ store, actor }, { edition: id }) {
    const own = await editionFor(store, actor, id)
    if ('ok' in own) return own
    const content = (await readFrozen(poolReader(store), store, own.sha256)) ?? ''
    const is = sha256Of(content)
    const files = (await editionFiles(store, id)).map(({ format, sha256, bytes }) => {
      const now = sha256Of(bytes)
      return { format, same: now === sha256, was: sha256, is: now }
    })
    const kept = is === own.sha256 ? (JSON.parse(content) as EditionContent) : undefined // written by keepFrozen
    const figures = kept ? await countedAgain(store, kept) : { checked: 0, different: [] }
    const signed = kept ? againstSigned(kept) : null
    const whole = kept !== undefined && (signed?.same ?? true)
    const same = whole && files.length > 0 && files.every((file) => file.same) && figures.different.length === 0
    const at = store.clock.now().toISOString()
    return { content: { same: is === own.sha256, was: own.sha256, is }, signed, files, figures, same, at } satisfies Verification
  },
})

function againstSigned(kept: EditionContent): Verification['signed'] {
  if (!kept.signed) return null
  const is = signedFingerprint(kept, kept.own)
  return { same: is === kept.signed.sha256, was: kept.signed.sha256, is }
}

async function countedAgain(store: Store, { facts }: EditionContent): Promise<Verification['figures']> {
  const known = new Map(countedIndicators(store.catalogue).map((each) => [each.code, each]))
  const compared = await inSnapshot(store, async (frozen) => {
    const around = aroundFigures(frozen, facts.asOf)
    const all = []
    for (const [key, was] of Object.entries(facts.figures)) {
      const total = key.endsWith(' total')
      const period = parsePeriod(total ? `to:${facts.period.to}` : facts.period.code)!
      const found = known.get(was.code)
      const now = found && (await figureOf({ store: frozen }, found, period, around))
      const title = `${was.title}（${total ? '累计' : facts.period.title}）`
      all.push(...differences(title, was, now))
    }
    return all
  })
  return { checked: compared.length, different: compared.filter(({ was, is }) => was !== is) }
}

interface Compared {
  readonly title: string
  readonly was: string
  readonly is: string
}

/** The figure itself and each city's. */
function differences(title: string, was: FrozenFigure, now: Awaited<ReturnType<typeof figureOf>> | undefined): readonly Compared[] {
  if (!now) return [{ title, was: was.value, is: '指标已不存在' }]
  const rows = new Map(now.byArea.map((row) => [row.area, row]))
  return [
    { title, was: was.value, is: now.value },
    ...was.byArea.map(({ area, title: name, values }) => ({
      title: `${title} ${name}`,
      was: values[was.counted] ?? '0',
      is: rows.get(area)?.values[was.counted] ?? '—',
    })),
  ]
}
