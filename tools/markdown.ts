/** A table of a markdown file, cells trimmed. */
export interface MarkdownTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Every table of a text, in order: a head, a line of dashes, rows. */
export function tablesOf(markdown: string): readonly MarkdownTable[] {
  const lines = markdown.split('\n')
  return lines.flatMap((line, at) => (isRule(line) ? [{ head: cellsOf(lines[at - 1] ?? ''), rows: rowsFrom(lines, at + 1) }] : []))
}

function rowsFrom(lines: readonly string[], from: number): readonly (readonly string[])[] {
  const rest = lines.slice(from)
  const end = rest.findIndex((line) => !line.startsWith('|'))
  return rest.slice(0, end === -1 ? rest.length : end).map(cellsOf)
}

/** "|---|:--:|" */
function isRule(line: string): boolean {
  return /^\|(?:\s*:?-+:?\s*\|)+\s*$/.test(line)
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

/** A fenced block of code and the line on which it begins, counted from 1. */
export interface CodeBlock {
  readonly language: string
  readonly code: string
  readonly line: number
}

/** Every fenced block of a text. */
export function codeBlocksOf(markdown: string): readonly CodeBlock[] {
  return [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(({ 1: language = '', 2: code = '', index }) => ({
    language,
    code,
    line: markdown.slice(0, index).split('\n').length,
  }))
}

/** The addresses of links, such as "docs/architecture.md"; images too. */
export function linksOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address = '']) => address)
}
