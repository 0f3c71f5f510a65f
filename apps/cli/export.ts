import { createWriteStream } from 'node:fs'
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { EXPORT_FORMATS } from '#engine/transfer/export.ts'
import { exportTo } from '#engine/transfer/export-to.ts'
import { INSTALLER, jurisdictions } from '#modules/directory/index.ts'
import { readSettings } from '#platform/settings/settings.ts'
import { type Opened, openHome } from './open.ts'
import type { Terminal } from './terminal.ts'

const USAGE = '用法 / usage: lantu export REGISTER -o FILE.xlsx|csv|json [--jurisdiction CODE]\n'

/** `lantu export REGISTER -o FILE`: every entry of a register, in the format that the file's name says. */
export async function exportCommand(args: readonly string[], io: Terminal): Promise<number> {
  const wanted = wantedFrom(args)
  if (!wanted) {
    io.err(USAGE)
    return 2
  }
  const opened = await openHome(readSettings())
  try {
    return await exportFile(opened.installation, wanted, io)
  } finally {
    await opened.database.leave()
  }
}

/** Whoever has the machine reads as the planner does. */
const ACTOR = { ...INSTALLER, roles: new Set(['planner', 'administrator']) }

type Wanted = NonNullable<ReturnType<typeof wantedFrom>>

/** The same in an installation that is open. */
export async function exportFile(
  installation: Opened['installation'],
  { name, file, format, jurisdiction }: Wanted,
  io: Terminal,
): Promise<number> {
  const known = await jurisdictions(installation.database)
  const own = jurisdiction === undefined && known.length === 1 ? known[0] : known.find(({ code }) => code === jurisdiction)
  const register = installation.shipped.catalogue.get(name)
  if (!own || !register) {
    io.err(
      own
        ? `没有名为 ${name} 的台账 | no register is named ${name}\n`
        : `请用 --jurisdiction 指明辖区：${known.map(({ code }) => code).join('、')} | say which jurisdiction\n`,
    )
    return 1
  }
  const entries = await exportTo(
    installation.storeOf(own.schema),
    register,
    { actor: ACTOR, request: 'export' },
    { format, question: {} },
    createWriteStream(file),
  )
  io.out(`${file}：${entries} 条 | ${entries} entries\n`)
  return 0
}

function wantedFrom(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { output: { type: 'string', short: 'o' }, jurisdiction: { type: 'string' } },
    })
    const [name, ...more] = positionals
    const format = EXPORT_FORMATS.find((each) => extname(values.output ?? '') === `.${each}`)
    return name === undefined || values.output === undefined || format === undefined || more.length > 0
      ? undefined
      : { name, file: values.output, format, jurisdiction: values.jurisdiction }
  } catch {
    return undefined
  }
}
