import { installPackInput, type PackInstalled } from '#contract/packs.ts'
import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Call } from '#engine/store/call.ts'
import { command } from '#engine/store/command.ts'
import { PLANNER, plan, policyDocument } from '#modules/plans/index.ts'
import { brokenLayouts } from '#modules/sheets/index.ts'
import { brokenTemplates } from '../queries/broken-templates.ts'
import { packMerge, uncountedIn } from '../queries/pack-merge.ts'
import { shippedPack } from '../queries/packs.ts'
import { type InstalledPack, installedPack } from '../registers/installed-pack.register.ts'
import type { Conflict } from '../rules/merge-pack.ts'
import { type Pack, packSchema } from '../rules/pack-format.ts'
import { partKey } from '../rules/pack-parts.ts'
import { standingOf } from '../rules/pack-standing.ts'
import { changePart, takeOutPart } from './change-parts.ts'
import { createParts } from './pack-entries.ts'
import { proposeDrafts } from './pack-proposals.ts'

/**
 * Sets a programme up from a pack, in the state that confirming its plan would have left; a later version is merged into what
 * runs. The pack is given whole, or named among those that come with the program.
 */
export const installPack = command({
  name: 'programmes.install-pack',
  label: { zh: '安装方案包', en: 'Install a pack' },
  input: installPackInput.extend({ pack: packSchema.optional() }),
  right: PLANNER,
  async run(call, { pack: given, shipped }) {
    const pack = given ?? (await shippedPack(call.facts.store, shipped))
    if (isRefusal(pack)) return pack
    const broken = brokenTemplates(call.facts.store.catalogue, pack.reports) ?? brokenLayouts(call.facts.store.catalogue, pack.sheets)
    if (broken) return broken
    const [installed] = await call.find(installedPack, { field: 'code', is: pack.code })
    if (!installed) return await install(call, pack)
    const standing = standingOf(pack, installed)
    if (standing === 'other_source') return otherSource(pack)
    return standing === 'newer' ? await upgrade(call, pack, installed) : alreadyInstalled(pack, installed)
  },
})

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
  const { add, kept } = await packMerge(call, pack, undefined)
  const wanted = new Set(add)
  const refused = await createParts(call, pack, place, (kind, key) => wanted.has(partKey(kind, key)))
  if (refused) return refused
  await proposeDrafts(call, pack, place)
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
  const nothing = { changed: 0, takenOut: 0, conflicts: 0 }
  return { document: document!, added: add.length, kept: kept.length, ...nothing, uncounted: uncountedIn(call.facts.store.catalogue, pack) }
}

async function upgrade(call: Call, pack: Pack, installed: InstalledPack): Promise<PackInstalled | Refusal> {
  call.because(`方案包升级至 ${pack.version}`)
  const { rows, follow, add, leaveOut, conflicts } = await packMerge(call, pack, installed)
  const wanted = new Set(add)
  const refused = await createParts(call, pack, installed, (kind, key) => wanted.has(partKey(kind, key)))
  if (refused) return refused
  await proposeDrafts(call, pack, installed)
  call.because(`方案包升级至 ${pack.version}`)
  for (const [key, fields] of Object.entries(follow)) await changePart(call, rows, key, fields, pack)
  for (const key of leaveOut) takeOutPart(call, rows, key)
  call.change(installedPack, installed, { edition: pack.version, base: baseOf(pack), conflicts: conflicts.map(plainConflict) })
  const done = { added: add.length, changed: Object.keys(follow).length, takenOut: leaveOut.length, conflicts: conflicts.length, kept: 0 }
  return { document: installed.document, ...done, uncounted: uncountedIn(call.facts.store.catalogue, pack) }
}

type Kept = NonNullable<InstalledPack['base']>

function baseOf(pack: Pack): Kept {
  return JSON.parse(JSON.stringify(pack)) as Kept // JSON by its schema
}

function plainConflict(conflict: Conflict): Kept {
  return JSON.parse(JSON.stringify(conflict)) as Kept // made of JSON
}

function alreadyInstalled({ title, version }: Pack, { edition }: InstalledPack): Refusal {
  return refuse(
    'conflict',
    'pack.installed',
    `“${title.zh}”已经安装了 ${edition} 版，${version} 版不必再装；升级请使用更新的版本`,
    `“${title.en}” is installed as ${edition}, which ${version} does not follow; an upgrade needs a later version`,
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
