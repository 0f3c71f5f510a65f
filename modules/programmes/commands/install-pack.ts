import { z } from 'zod'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Call } from '#engine/store/call.ts'
import { command } from '#engine/store/command.ts'
import { countedIndicators, PLANNER, plan, policyDocument } from '#modules/plans/index.ts'
import { type InstalledPack, installedPack } from '../registers/installed-pack.register.ts'
import { type Conflict, mergePack, stillOpen } from '../rules/merge-pack.ts'
import { conflictsOf } from '../rules/pack-conflicts.ts'
import { type Pack, packSchema } from '../rules/pack-format.ts'
import { madeOf, partKey, partsOf } from '../rules/pack-parts.ts'
import { createParts } from './pack-entries.ts'
import { changePart, currentParts, keptPack, packRows, takeOutPart } from './pack-rows.ts'

/** Sets a programme up from a pack, in the state that confirming its plan would have left; a later version is merged into what runs. */
export const installPack = command({
  name: 'programmes.install-pack',
  label: { zh: '安装方案包', en: 'Install a pack' },
  input: z.object({ pack: packSchema }),
  right: PLANNER,
  async run(call, { pack }) {
    const [installed] = await call.find(installedPack, { field: 'code', is: pack.code })
    if (!installed) return await install(call, pack)
    if (installed.edition === pack.version) return alreadyInstalled(pack)
    if (installed.sha256 !== pack.source.sha256) return otherSource(pack)
    return await upgrade(call, pack, installed)
  },
})

/** What installing or upgrading did. */
export interface PackInstalled {
  readonly document: string
  readonly added: number
  readonly changed: number
  readonly takenOut: number
  readonly conflicts: number
  /** Parts that the province had already, of its own or from elsewhere: they stay as they are. */
  readonly kept: number
  /** Indicators that no register of this installation counts: their targets stand, uncounted. */
  readonly uncounted: readonly string[]
}

async function install(call: Call, pack: Pack): Promise<PackInstalled | Refusal> {
  const { title, issuers, documentNo, date } = pack.source
  const [document] = call.create(policyDocument, [
    {
      title,
      issuers: issuers.join('、') || null,
      documentNo,
      documentDate: date,
      fromYear: pack.fromYear,
      toYear: pack.toYear,
      warnings: [],
    },
  ])
  call.move(policyDocument, await call.readAll(policyDocument, [document!]), 'confirm')
  const [made] = call.create(plan, [
    {
      title,
      document: document!,
      fromOn: pack.fromYear === null ? null : `${pack.fromYear}-01-01`,
      untilOn: pack.toYear === null ? null : `${pack.toYear}-12-31`,
    },
  ])
  const place = { plan: made!, document: document! }
  const there = currentParts(await packRows(call, null, Object.keys(partsOf(pack))))
  const refused = await createParts(call, pack, place, (kind, key) => there[partKey(kind, key)] === undefined)
  if (refused) return refused
  call.create(installedPack, [
    {
      title: pack.title.zh,
      code: pack.code,
      edition: pack.version,
      ...place,
      sha256: pack.source.sha256,
      base: baseOf(pack),
      conflicts: [],
    },
  ])
  const parts = Object.keys(partsOf(pack))
  const kept = parts.filter((key) => there[key]).length
  const nothing = { changed: 0, takenOut: 0, conflicts: 0 }
  return { document: document!, added: parts.length - kept, kept, ...nothing, uncounted: uncountedIn(call, pack) }
}

async function upgrade(call: Call, pack: Pack, installed: InstalledPack): Promise<PackInstalled | Refusal> {
  call.because(`方案包升级至 ${pack.version}`)
  const [before, next] = [partsOf(keptPack(installed.base)), partsOf(pack)]
  const rows = await packRows(call, installed.plan, [...Object.keys(before), ...Object.keys(next)])
  const own = currentParts(rows)
  const { follow, add, leaveOut, conflicts: listed } = mergePack(madeOf(before, own), own, next)
  const conflicts = [...listed, ...stillOpen(conflictsOf(installed.conflicts), own, next, listed)]
  const wanted = new Set(add)
  const refused = await createParts(call, pack, installed, (kind, key) => wanted.has(partKey(kind, key)))
  if (refused) return refused
  call.because(`方案包升级至 ${pack.version}`)
  for (const [key, fields] of Object.entries(follow)) await changePart(call, rows, key, fields, pack)
  for (const key of leaveOut) takeOutPart(call, rows, key)
  call.change(installedPack, installed, { edition: pack.version, base: baseOf(pack), conflicts: conflicts.map(plainConflict) })
  const done = { added: add.length, changed: Object.keys(follow).length, takenOut: leaveOut.length, conflicts: conflicts.length, kept: 0 }
  return { document: installed.document, ...done, uncounted: uncountedIn(call, pack) }
}

type Kept = NonNullable<InstalledPack['base']>

function baseOf(pack: Pack): Kept {
  return JSON.parse(JSON.stringify(pack)) as Kept // JSON by its schema
}

function plainConflict(conflict: Conflict): Kept {
  return JSON.parse(JSON.stringify(conflict)) as Kept // made of JSON
}

function uncountedIn(call: Call, { targets }: Pack): readonly string[] {
  const known = new Set(countedIndicators(call.facts.store.catalogue).map(({ code }) => code))
  return [...new Set(targets.flatMap(({ indicator }) => (indicator === null || known.has(indicator) ? [] : [indicator])))]
}

function alreadyInstalled({ title, version }: Pack): Refusal {
  return refuse(
    'conflict',
    'pack.installed',
    `“${title.zh}”${version} 版已经安装；升级请使用更新的版本`,
    `“${title.en}” ${version} is installed already; an upgrade needs a later version`,
  )
}

function otherSource({ title }: Pack): Refusal {
  return refuse(
    'conflict',
    'pack.other-source',
    `“${title.zh}”新版所依据的原文与已安装的不同，不能合并；请作为另一个方案包安装`,
    `the new version of “${title.en}” rests on another text and cannot be merged; install it as a pack of its own`,
  )
}
