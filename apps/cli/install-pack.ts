import { parseArgs } from 'node:util'
import { readPack } from '#apps/api/pack-folder.ts'
import type { PackInstalled } from '#contract/packs.ts'
import { execute } from '#engine/store/command.ts'
import { INSTALLER, jurisdictions } from '#modules/directory/index.ts'
import { readSettings } from '#platform/settings/settings.ts'
import { type Opened, openHome } from './open.ts'
import type { Terminal } from './terminal.ts'

const USAGE = '用法 / usage: lantu install-pack DIR --jurisdiction CODE\n'

/** `lantu install-pack DIR --jurisdiction CODE`: sets a programme up from a pack, or merges a later version into it. */
export async function installPackCommand(args: readonly string[], io: Terminal): Promise<number> {
  const wanted = wantedFrom(args)
  if (!wanted) {
    io.err(USAGE)
    return 2
  }
  const read = await readPack(wanted.folder)
  if ('faults' in read) {
    io.err(`${wanted.folder}: 方案包有误 | faults in the pack\n${read.faults.map((fault) => `  ${fault}\n`).join('')}`)
    return 1
  }
  const opened = await openHome(readSettings())
  try {
    return await install(opened, wanted.jurisdiction, read.pack, io)
  } finally {
    await opened.database.leave()
  }
}

/** Whoever has the machine acts for the planner, as with the first seed. */
const ACTOR = { ...INSTALLER, roles: new Set(['planner', 'administrator']) }

async function install({ installation }: Opened, code: string, pack: unknown, io: Terminal): Promise<number> {
  const known = await jurisdictions(installation.database)
  const own = known.find((each) => each.code === code)
  if (!own) {
    io.err(`没有辖区 ${code}，有：${known.map((each) => each.code).join('、')} | there is no jurisdiction ${code}\n`)
    return 1
  }
  const outcome = await execute(
    installation.storeOf(own.schema),
    installation.shipped.commands.get('programmes.install-pack')!,
    { actor: ACTOR, request: 'install-pack' },
    { pack },
  )
  if (!outcome.ok) {
    io.err(`${outcome.words.zh} | ${outcome.words.en}\n`)
    return 1
  }
  const { added, kept, changed, takenOut, conflicts, uncounted } = outcome.answer as PackInstalled // the answer of this command
  io.out(
    `新增 ${added}，保留原有 ${kept}，更新 ${changed}，移出 ${takenOut}，待定 ${conflicts} | added ${added}, kept ${kept}, changed ${changed}, taken out ${takenOut}, to decide ${conflicts}\n`,
  )
  if (uncounted.length > 0) io.out(`尚无台账计数的指标 | indicators that no register counts: ${uncounted.join(', ')}\n`)
  return 0
}

function wantedFrom(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { jurisdiction: { type: 'string' } } })
    const [folder, ...more] = positionals
    return folder === undefined || values.jurisdiction === undefined || more.length > 0
      ? undefined
      : { folder, jurisdiction: values.jurisdiction }
  } catch {
    return undefined
  }
}
