import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { type Settings, SettingsFault } from '#platform/settings/settings.ts'

/** Looks, before anything is opened or made, whether the product may listen and write where its settings say: a fault for each that fails. */
export async function mustBeAbleToStart({ home, host, port }: Pick<Settings, 'home' | 'host' | 'port'>): Promise<void> {
  const faults = [await listeningFault(host, port), await writingFault(home)].filter((fault) => fault !== undefined)
  if (faults.length > 0) throw new SettingsFault(faults)
}

async function listeningFault(host: string, port: number): Promise<string | undefined> {
  const code = await codeOf(() => listenOnce(host, port))
  if (code === undefined) return undefined
  if (code === 'EADDRINUSE')
    return `PORT: 端口 ${port} 已被占用（也许蓝图已在运行）；停止占用它的程序，或另设 PORT，如 PORT=8081 npm start / port ${port} is taken (perhaps Lantu runs already); stop the program that has it, or choose another one: PORT=8081 npm start`
  if (code === 'EACCES') return `PORT: 无权使用端口 ${port}；请用 1024 以上的端口 / you may not use port ${port}; take one above 1024`
  return `LANTU_HOST: 不能在 ${host} 上监听（${code}）；应为本机的一个地址，如 0.0.0.0 / cannot listen on ${host} (${code}); expected an address of this machine, such as 0.0.0.0`
}

async function listenOnce(host: string, port: number): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen({ host, port }, resolve))
  await new Promise((resolve) => server.close(resolve))
}

async function writingFault(home: string): Promise<string | undefined> {
  const code = await codeOf(async () => {
    await mkdir(home, { recursive: true })
    await access(home, constants.W_OK | constants.X_OK)
  })
  if (code === undefined) return undefined
  return `LANTU_HOME: 不能建立或写入数据目录 ${home}（${code}）；请改用可写的目录，或更正其权限 / the data folder ${home} cannot be made or written (${code}); choose another one or mend its rights`
}

async function codeOf(act: () => Promise<void>): Promise<string | undefined> {
  try {
    await act()
    return undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code)
    throw error
  }
}
