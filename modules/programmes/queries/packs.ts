import type { z } from 'zod'
import { type PacksView, packsInput, type shippedPackName } from '#contract/packs.ts'
import type { Row } from '#engine/access/holds.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { query } from '#engine/store/query.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { PLANNER, policyDocument } from '#modules/plans/index.ts'
import { installedPack } from '../registers/installed-pack.register.ts'
import { conflictsOf } from '../rules/pack-conflicts.ts'
import { type Pack, packSchema } from '../rules/pack-format.ts'
import { standingOf } from '../rules/pack-standing.ts'

/** The packs that are installed, and those that come with the program. */
export const packs = query({
  name: 'programmes.packs',
  label: { zh: '方案包', en: 'Packs' },
  input: packsInput,
  right: PLANNER,
  async run({ store }) {
    const rows = await ask(
      poolReader(store),
      `select pack.code, pack.title, pack.edition, pack.sha256, pack.conflicts, document.id as document, document.title as "documentTitle", document.text is not null as "hasText"
       from ${tableOf(store, installedPack)} pack join ${tableOf(store, policyDocument)} document on document.id = pack.document order by pack.code`,
      [],
    )
    const installed = new Map(rows.map((row) => [String(row['code']), row]))
    const { whole, faulty } = await shippedPacks(store)
    return {
      installed: rows.map(presentInstalled),
      shipped: whole.map((pack) => presentShipped(pack, installed.get(pack.code))),
      faulty: faulty.map(({ folder, faults }) => ({ folder, faults: [...faults] })),
    } satisfies PacksView
  },
})

function presentInstalled(row: Row): PacksView['installed'][number] {
  return {
    code: String(row['code']),
    title: String(row['title']),
    version: String(row['edition']),
    document: { id: String(row['document']), title: String(row['documentTitle']) },
    sha256: String(row['sha256']),
    hasText: row['hasText'] === true,
    conflicts: conflictsOf(row['conflicts']).length,
  }
}

function presentShipped(pack: Pack, installed: Row | undefined): PacksView['shipped'][number] {
  const { code, title, version, source } = pack
  const own = installed && { edition: String(installed['edition']), sha256: String(installed['sha256']) }
  return { code, title, version, source: source.title, sha256: source.sha256, standing: standingOf(pack, own) }
}

async function shippedPacks(store: Store) {
  const found = (await store.shippedPacks?.()) ?? []
  return {
    whole: found.flatMap((each) => ('pack' in each ? [packSchema.parse(each.pack)] : [])),
    faulty: found.flatMap((each) => ('faults' in each ? [each] : [])),
  }
}

/** A pack that comes with the program, in the version that somebody looked at. */
export async function shippedPack(store: Store, wanted: z.infer<typeof shippedPackName> | undefined): Promise<Pack | Refusal> {
  const { whole } = await shippedPacks(store)
  const found = whole.find(({ code, version }) => code === wanted?.code && version === wanted.version)
  return (
    found ??
    refuse(
      'not_found',
      'pack.not-shipped',
      '程序没有自带这一版方案包，可能已经更新；请刷新后重新选择',
      'no pack of this name and version comes with the program; perhaps it has changed, reload and choose again',
    )
  )
}
