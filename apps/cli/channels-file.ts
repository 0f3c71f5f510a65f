import { readFile } from 'node:fs/promises'
import type { Installation } from '#apps/api/installation.ts'
import { channelsFile, keepChannels } from '#modules/delivery/index.ts'

/** Brings every jurisdiction's notice channels to what the file of LANTU_CHANNELS says. */
export async function setChannelsFrom(file: string, { stores }: Pick<Installation, 'stores'>): Promise<void> {
  const given = channelsFile.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!given.success) {
    const faults = given.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
    throw new Error(`${file} 中的通知渠道有误 / the notice channels in it are wrong\n${faults.join('\n')}`)
  }
  for (const store of stores.values()) await keepChannels(store, given.data)
}
