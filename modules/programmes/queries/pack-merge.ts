import type { Catalogue } from '#engine/define/catalogue.ts'
import { area } from '#modules/directory/index.ts'
import { countedIndicators } from '#modules/plans/index.ts'
import type { InstalledPack } from '../registers/installed-pack.register.ts'
import { type HeldBack, holdBack } from '../rules/hold-back.ts'
import { mergePack, stillOpen } from '../rules/merge-pack.ts'
import { conflictsOf } from '../rules/pack-conflicts.ts'
import type { Pack } from '../rules/pack-format.ts'
import { madeOf, ofOwnProvince, partsOf } from '../rules/pack-parts.ts'
import { currentParts, type Finder, keptPack, type PackRows, packRows, taskStandings, valuesOf } from './pack-rows.ts'

/** What putting a pack to work does, for the command that does it and for the page that asks before. */
export interface PackMerge extends HeldBack {
  readonly rows: PackRows
  /** Parts that a first installation finds there already: they stay as they are. */
  readonly kept: readonly string[]
}

export async function packMerge(finder: Finder, pack: Pack, installed: InstalledPack | undefined): Promise<PackMerge> {
  const provinces = await finder.find(area, { field: 'level', is: 'province' })
  const next = partsOf(ofOwnProvince(pack, new Set(provinces.map((each) => String(valuesOf(each)['code'])))))
  if (!installed) {
    const rows = await packRows(finder, null, Object.keys(next))
    const own = currentParts(rows)
    const [kept, add] = [Object.keys(next).filter((key) => own[key]), Object.keys(next).filter((key) => !own[key])]
    return { rows, kept, add, follow: {}, leaveOut: [], conflicts: [], left: [] }
  }
  const before = partsOf(keptPack(installed.base))
  const rows = await packRows(finder, installed.plan, [...Object.keys(before), ...Object.keys(next)])
  const own = currentParts(rows)
  const merge = mergePack(madeOf(before, own), own, next)
  const open = stillOpen(conflictsOf(installed.conflicts), own, next, merge.conflicts)
  return { ...holdBack({ ...merge, conflicts: [...merge.conflicts, ...open] }, own, taskStandings(rows)), rows, kept: [] }
}

/** Indicators that nothing follows in this installation, neither a register nor statistics: their targets stand, uncounted. */
export function uncountedIn(catalogue: Catalogue, { targets, indicators }: Pack): readonly string[] {
  const known = new Set(
    [...countedIndicators(catalogue), ...indicators.filter(({ follows }) => follows === 'statistic')].map(({ code }) => code),
  )
  return [...new Set(targets.flatMap(({ indicator }) => (indicator === null || known.has(indicator) ? [] : [indicator])))]
}
