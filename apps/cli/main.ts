#!/usr/bin/env node
import { SettingsFault } from '#platform/settings/settings.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { installPackCommand } from './install-pack.ts'
import { migrateCommand } from './migrate.ts'
import { packCommand } from './pack.ts'
import { readCommand } from './read.ts'
import { resetPasswordCommand } from './reset-password.ts'
import { serveCommand } from './serve.ts'
import type { Terminal } from './terminal.ts'

const COMMANDS: Readonly<Record<string, { run(args: readonly string[], io: Terminal): Promise<number>; says: string }>> = {
  serve: { run: serveCommand, says: '启动服务（数据库、网页、演示数据） / start the product' },
  read: { run: readCommand, says: '读取方案文本：lantu read FILE [--format json|md] / read a plan' },
  pack: { run: packCommand, says: '由方案文本生成方案包初稿：lantu pack FILE -o DIR / draft a pack from a plan' },
  'install-pack': {
    run: installPackCommand,
    says: '安装或升级方案包：lantu install-pack DIR --jurisdiction CODE / install or upgrade a pack',
  },
  'reset-password': {
    run: resetPasswordCommand,
    says: '重设密码，给出一次性密码：lantu reset-password USERNAME / give somebody a new password',
  },
  export: { run: exportCommand, says: '导出台账：lantu export REGISTER -o FILE.xlsx|csv|json / take a register away as a file' },
  import: {
    run: importCommand,
    says: '导入表格：lantu import FILE --register REGISTER --as USERNAME [--history] [--preview-only] / take a sheet in',
  },
  migrate: { run: migrateCommand, says: '升级数据库结构 / bring the database up to date' },
}

const USAGE = `用法 / usage: lantu <command>\n${Object.entries(COMMANDS)
  .map(([name, { says }]) => `  ${name.padEnd(14)} ${says}`)
  .join('\n')}\n`

const io: Terminal = { out: (text) => void process.stdout.write(text), err: (text) => void process.stderr.write(text) }

process.exitCode = await main(process.argv.slice(2))

async function main([name = 'help', ...args]: readonly string[]): Promise<number> {
  const command = COMMANDS[name]
  if (!command) {
    io.err(USAGE)
    return name === 'help' || name === '--help' ? 0 : 2
  }
  try {
    return await command.run(args, io)
  } catch (error) {
    io.err(`${error instanceof SettingsFault ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return 1
  }
}
