import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Words } from '#engine/define/words.ts'

/** A file to be read, or why it cannot be. */
export interface Source {
  readonly name: string
  bytes(): Promise<{ readonly bytes: Uint8Array } | { readonly problem: Words }>
}

const READ = /\.(?:txt|html?|docx|pdf|md)$/i

/** The files that a name on the command line stands for: one, those of a folder with all its folders, or what is piped in (“-”). */
export async function sourcesOf(given: string): Promise<{ readonly folder: boolean; readonly sources: readonly Source[] }> {
  if (given === '-') return { folder: false, sources: [{ name: '-', bytes: piped }] }
  const isFolder = await stat(given).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) return { folder: false, sources: [fileAt(given)] }
  const names = await readdir(given, { recursive: true })
  return {
    folder: true,
    sources: names
      .filter((name) => READ.test(name) && !basename(name).startsWith('.'))
      .sort()
      .map((name) => fileAt(join(given, name))),
  }
}

function fileAt(name: string): Source {
  return {
    name,
    bytes: async () => {
      try {
        return { bytes: await readFile(name) }
      } catch (error) {
        return { problem: openingProblem(error) }
      }
    },
  }
}

async function piped(): Promise<{ readonly bytes: Uint8Array }> {
  const parts: Uint8Array[] = []
  for await (const part of process.stdin) parts.push(part as Uint8Array) // stdin without an encoding gives bytes
  return { bytes: Buffer.concat(parts) }
}

const OPENING_PROBLEMS: Readonly<Record<string, Words>> = {
  ENOENT: { zh: '找不到这个文件。请核对路径。', en: 'There is no such file. Check the path.' },
  EACCES: { zh: '没有读取权限。请修改权限后再试。', en: 'The file may not be read. Change its rights, then try again.' },
}

function openingProblem(error: unknown): Words {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return OPENING_PROBLEMS[code] ?? { zh: `文件打不开（${code}）。请检查文件。`, en: `The file cannot be opened (${code}). Check the file.` }
}
