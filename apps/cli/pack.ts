import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { shipped } from '#apps/api/installation.ts'
import { writePack } from '#apps/api/pack-folder.ts'
import { draftPack } from '#modules/programmes/index.ts'
import { decodeText, readPlan } from '#policy-text/index.ts'
import type { Terminal } from './terminal.ts'

const USAGE = '用法 / usage: lantu pack FILE -o DIR [--code CODE] [--version 1.0.0]\n'

/** `lantu pack FILE -o DIR`: drafts a pack from the text of a plan, to be corrected by hand. */
export async function packCommand(args: readonly string[], io: Terminal): Promise<number> {
  const wanted = wantedFrom(args)
  if (!wanted) {
    io.err(USAGE)
    return 2
  }
  const bytes = await readFile(wanted.file)
  const decoded = decodeText(bytes)
  if ('problem' in decoded) {
    io.err(`${wanted.file}: ${decoded.problem.zh} ${decoded.problem.en}\n`)
    return 1
  }
  const pack = draftPack({
    draft: readPlan(decoded.text),
    text: decoded.text,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    code: wanted.code,
    version: wanted.version,
    catalogue: shipped().catalogue,
  })
  await writePack(wanted.folder, pack)
  const { targets, tasks, registers } = pack
  io.out(
    `${wanted.folder}: ${targets.length} 个目标，${tasks.length} 项任务，${registers.length} 个清单 | ${targets.length} targets, ${tasks.length} tasks, ${registers.length} lists\n`,
  )
  return 0
}

function wantedFrom(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string', short: 'o' }, code: { type: 'string' }, version: { type: 'string', default: '1.0.0' } },
    })
    const [file, ...more] = positionals
    if (file === undefined || values.out === undefined || more.length > 0) return undefined
    return { file, folder: values.out, code: values.code ?? basename(values.out), version: values.version }
  } catch {
    return undefined
  }
}
