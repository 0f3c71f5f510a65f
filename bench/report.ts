import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { postgresProgram } from '#platform/db/postgres-program.ts'
import type { Result } from './result.ts'

/** One object a line, for programs. */
export function asLine({ name, value, unit, floor, ratio, limit, ok }: Result): string {
  const rounded = (number: number | null) => (number === null ? null : Number(number.toPrecision(4)))
  return JSON.stringify({
    name,
    value: rounded(value),
    unit,
    floor: rounded(floor),
    ratio: rounded(ratio),
    limit,
    ok,
  })
}

const HEADS = ['what', 'value', 'floor', 'ratio', 'limit', 'goal', ''] as const

/** Aligned columns, for people. */
export function asTable(results: readonly Result[]): string {
  const rows = [HEADS, ...results.map(cells)]
  const widths = HEADS.map((_head, at) => Math.max(...rows.map((row) => width(row[at]!))))
  return rows
    .map((row) =>
      row
        .map((cell, at) => pad(cell, widths[at]!, at === 0 ? 'left' : 'right'))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cells({ name, value, unit, floor, ratio, limit, ok, goal = '' }: Result): readonly string[] {
  const limited = limit === null ? '' : unit === '/s' ? `≤ ${limit} ×` : `≤ ${limit} ${unit}`
  return [
    name,
    `${print(value)} ${unit}`,
    floor === null ? '' : `${print(floor)} ${unit}`,
    ratio === null ? '' : `${print(ratio)} ×`,
    limited,
    goal,
    ok ? '' : 'MISSED',
  ]
}

function print(value: number): string {
  return value.toLocaleString('en', value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 })
}

/** × and ≤ are one column wide, Chinese would be two; names here are English. */
function width(text: string): number {
  return [...text].length
}

function pad(text: string, to: number, side: 'left' | 'right'): string {
  const space = ' '.repeat(to - width(text))
  return side === 'left' ? text + space : space + text
}

/** The page that is kept with the code: what was measured, where and with what. */
export function writeResultsPage(results: readonly Result[], seconds: number): void {
  const rows = [HEADS, HEADS.map((_head, at) => (at === 0 ? ':---' : '---:')), ...results.map(cells)]
  const text = [
    '# Results',
    '',
    `\`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, ${Math.round(seconds)} s. Only ratios mean anything: floor, product, load and database share the machine.`,
    '',
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}-${process.arch}; Node ${process.versions.node}, ${postgresVersion()}, pg ${packageVersion('pg')}, fastify ${packageVersion('fastify')}.`,
    'What the suites and their floors are: `README.md` here. “limit” fails the run; “goal” is what the design asks in the end.',
    '',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ]
  writeFileSync(join(import.meta.dirname, 'RESULTS.md'), text.join('\n'))
}

function postgresVersion(): string {
  const program = join(postgresProgram().folder, 'bin', 'postgres')
  return execFileSync(program, ['--version'], { encoding: 'utf8' }).trim().replace('postgres (PostgreSQL)', 'PostgreSQL')
}

function packageVersion(name: string): string {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../node_modules', name, 'package.json'), 'utf8')) as {
    readonly version: string
  }
  return version
}
