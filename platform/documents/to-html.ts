import type { Block, Paper, Run, TableBlock } from '#contract/paper.ts'
import { drawChart, escaped } from './chart.ts'
import { titleLines } from './title-lines.ts'

/**
 * The document as a web page: an `article` without scripts or style of its own, for the product's pages and for a file. Figures are links;
 * what was something else in the last edition stands in `mark` with the former words in its title.
 */
export function paperToHtml(paper: Paper): string {
  const { head, title, addressee, blocks, attachments, signature, imprint } = paper
  return [
    '<article class="paper">',
    head &&
      `<header class="paper-head">${marks([head.copyNo, head.secrecy, head.urgency])}<p class="paper-issuer">${escaped(head.issuer)}</p><p class="paper-number">${escaped(head.number ?? '')}</p><hr></header>`,
    titled('h1', title),
    addressee !== undefined && `<p class="paper-addressee">${escaped(addressee)}</p>`,
    ...blocks.map(blockOf),
    attachments.length > 0 &&
      `<ol class="paper-attachments" aria-label="附件">${attachments.map((each) => `<li>${escaped(each.title)}</li>`).join('')}</ol>`,
    signature && `<footer class="paper-signature"><p>${escaped(signature.by)}</p><p>${escaped(signature.on)}</p></footer>`,
    ...attachments.map(
      (each, at) =>
        `<section class="paper-attachment"><p class="paper-mark">附件${attachments.length > 1 ? at + 1 : ''}</p>${titled('h2', each.title)}${each.blocks.map(blockOf).join('')}</section>`,
    ),
    imprint &&
      `<div class="paper-imprint">${imprint.copiesTo ? `<p>抄送：${escaped(imprint.copiesTo)}</p>` : ''}<p><span>${escaped(imprint.issuer)}</span><span>${escaped(imprint.on)}印发</span></p></div>`,
    '</article>',
  ]
    .filter((part) => typeof part === 'string')
    .join('')
}

function titled(tag: string, title: string): string {
  return `<${tag} class="paper-title">${titleLines(title).map(escaped).join('<br>')}</${tag}>`
}

function marks(given: readonly (string | undefined)[]): string {
  return given.map((mark) => (mark === undefined ? '' : `<p class="paper-mark">${escaped(mark)}</p>`)).join('')
}

function blockOf(block: Block): string {
  switch (block.is) {
    case 'heading':
      return `<h${block.level + 1} class="paper-heading paper-heading-${block.level}">${escaped(block.text)}</h${block.level + 1}>`
    case 'text':
      return `<p class="paper-text">${block.runs.map(runOf).join('')}</p>`
    case 'picture':
      return `<figure class="paper-picture" role="img" aria-label="${escaped(block.chart.title)}">${drawChart(block.chart).svg}</figure>`
    case 'table':
      return tableOf(block)
  }
}

function runOf({ text, link, was }: Run): string {
  const words = was === undefined ? escaped(text) : `<mark data-was="${escaped(was)}" title="上期：${escaped(was)}">${escaped(text)}</mark>`
  return link === undefined ? words : `<a href="${escaped(link)}">${words}</a>`
}

function tableOf({ title, note, columns, rows }: TableBlock): string {
  const cells = (row: TableBlock['rows'][number]) =>
    row.cells.map((cell, at) => `<td class="paper-${columns[at]?.align ?? 'left'}">${runOf(cell)}</td>`).join('')
  const caption = `${escaped(title)}${note === undefined ? '' : `<small>${escaped(note)}</small>`}`
  return [
    '<figure class="paper-table">',
    title === '' ? '' : `<figcaption>${caption}</figcaption>`,
    `<div class="paper-table-box"><table${title === '' ? '' : ` aria-label="${escaped(title)}"`}>`,
    `<thead><tr>${columns.map((column) => `<th scope="col">${escaped(column.title)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map((row) => `<tr class="paper-row-${row.kind}">${cells(row)}</tr>`).join('')}</tbody>`,
    '</table></div></figure>',
  ].join('')
}
