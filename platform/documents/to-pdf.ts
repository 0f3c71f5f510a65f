import { readFile } from 'node:fs/promises'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Block, Paper } from '#contract/paper.ts'
import { drawChart } from './chart.ts'
import { fontFiles } from './fonts.ts'
import { signatureIndent } from './official-layout.ts'
import { titleLines } from './title-lines.ts'

/** The document as .pdf by GB/T 9704-2012, its faces embedded. The same paper gives the same bytes. */
export async function paperToPdf(paper: Paper): Promise<Uint8Array> {
  const { own, source } = await (compiler ??= makeCompiler())
  const inputs = { paper: JSON.stringify(plain(paper)) }
  const pdf = own.pdf({ mainFileContent: source, inputs }, { creationTimestamp: 0 })
  // What was set is kept for the next page alike; more than the last few documents would only fill the memory.
  own.evictCache(KEPT_RUNS)
  return new Uint8Array(pdf)
}

/** Where 版记 stands: under the text; overleaf from it; or after a blank page, where the text fills the back of a sheet (GB/T 9704-2012, 7.4, 7.5). */
export type ImprintPlace = 'under' | 'overleaf' | 'after_blank'

/** See `ImprintPlace`; by our own setting of the paper. */
export async function placeOfImprint(paper: Paper): Promise<ImprintPlace> {
  if (!paper.imprint) return 'under'
  const { own, source } = await (compiler ??= makeCompiler())
  const compiled = { mainFileContent: source, inputs: { paper: JSON.stringify(plain(paper)) } }
  const found: unknown = own.query(compiled, { selector: '<imprint-alone>', field: 'value' })
  if (!Array.isArray(found) || found.length === 0) return 'under'
  return found[0] === true ? 'after_blank' : 'overleaf'
}

const KEPT_RUNS = 2
let compiler: Promise<{ readonly own: NodeCompiler; readonly source: string }> | undefined

async function makeCompiler() {
  const [source, ...fonts] = await Promise.all([
    readFile(new URL('./official.typ', import.meta.url), 'utf8'),
    ...fontFiles().map((path) => readFile(path)),
  ])
  return { own: NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] }), source }
}

/** The paper with every field there, as the template reads it; links have no place on paper. */
function plain({ head, title, addressee, blocks, attachments, signature, imprint, foot }: Paper) {
  return {
    head: head ? { number: null, copyNo: null, secrecy: null, urgency: null, ...head } : null,
    title,
    titleLines: titleLines(title).map(breakable),
    addressee: addressee ?? null,
    blocks: blocks.map(plainBlock),
    attachments: attachments.map((each) => ({
      title: each.title,
      titleLines: titleLines(each.title).map(breakable),
      blocks: each.blocks.map(plainBlock),
    })),
    signature: signature ? { ...signature, indent: signatureIndent(signature) } : null,
    imprint: imprint ? { copiesTo: null, ...imprint } : null,
    foot: foot ?? null,
  }
}

function plainBlock(block: Block) {
  if (block.is === 'text') return { is: block.is, runs: block.runs.map(({ text }) => breakable(text)) }
  if (block.is === 'heading') return { ...block, text: breakable(block.text) }
  if (block.is === 'picture') return { is: block.is, title: block.chart.title, svg: drawChart(block.chart).svg }
  const { note = null, rows, ...rest } = block
  return { ...rest, note, rows: rows.map(({ kind, cells }) => ({ kind, cells: cells.map(({ text }) => breakable(text)) })) }
}

/** A Latin word longer than a column would run over its edge: it may be broken after every twelfth sign. */
function breakable(text: string): string {
  return text.replaceAll(/[\x21-\x7e]{24,}/g, (word) => word.replaceAll(/.{12}/g, '$&\u200b'))
}
