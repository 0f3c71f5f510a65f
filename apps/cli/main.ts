#!/usr/bin/env node
import { SettingsFault } from '#platform/settings/settings.ts'
import type { Terminal } from './terminal.ts'

// Each command is loaded when it is asked for: reading one file should not wait for the whole product.
const COMMANDS: Readonly<Record<string, { run(args: readonly string[], io: Terminal): Promise<number>; says: string }>> = {
  serve: {
    run: async (args, io) => (await import('./serve.ts')).serveCommand(args, io),
    says: '启动服务（数据库、网页、演示数据） / start the product',
  },
  read: {
    run: async (args, io) => (await import('./read/read.ts')).readCommand(args, io),
    says: '读取方案文本：lantu read FILE|DIR [--format json|md|xlsx|html] / read a plan',
  },
  compare: {
    run: async (args, io) => (await import('./compare/compare.ts')).compareCommand(args, io),
    says: '比较同一方案的两个版本，或并列对比两份方案：lantu compare [--plans] A B / compare two versions of a plan, or two plans',
  },
  pack: {
    run: async (args, io) => (await import('./pack.ts')).packCommand(args, io),
    says: '由方案文本生成方案包初稿：lantu pack FILE -o DIR / draft a pack from a plan',
  },
  'install-pack': {
    run: async (args, io) => (await import('./install-pack.ts')).installPackCommand(args, io),
    says: '安装或升级方案包：lantu install-pack DIR --jurisdiction CODE / install or upgrade a pack',
  },
  'reset-password': {
    run: async (args, io) => (await import('./reset-password.ts')).resetPasswordCommand(args, io),
    says: '重设密码，给出一次性密码：lantu reset-password USERNAME / give somebody a new password',
  },
  export: {
    run: async (args, io) => (await import('./export.ts')).exportCommand(args, io),
    says: '导出台账：lantu export REGISTER -o FILE.xlsx|csv|json / take a register away as a file',
  },
  import: {
    run: async (args, io) => (await import('./import.ts')).importCommand(args, io),
    says: '导入表格：lantu import FILE --register REGISTER --as USERNAME [--history] [--preview-only] / take a sheet in',
  },
  migrate: {
    run: async (args, io) => (await import('./migrate.ts')).migrateCommand(args, io),
    says: '升级数据库结构 / bring the database up to date',
  },
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
