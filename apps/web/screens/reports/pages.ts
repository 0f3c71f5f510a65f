import { splitTable, splitText } from './page-split.ts'

/**
 * Puts the paper on sheets of A4 as GB/T 9704-2012 has them: 225 mm of text, a number under each, an attachment on a sheet of its own,
 * the imprint at the foot of the last; answers how many there are. Where a sheet ends may differ by a line from the .pdf, whose faces are its own.
 */
export function setOnPages(article: HTMLElement): number {
  const parts = [...article.children].filter((part) => part instanceof HTMLElement)
  const sheets: HTMLElement[] = []
  const turn = () => {
    const sheet = newSheet(article, sheets.length + 1)
    sheets.push(sheet)
    return textOf(sheet)
  }
  article.replaceChildren()
  let text = turn()
  for (const part of parts) {
    const isAttachment = part.classList.contains('paper-attachment')
    if (isAttachment) text = turn()
    for (const block of isAttachment ? [...part.children] : [part]) if (block instanceof HTMLElement) text = place(block, text, turn)
  }
  return sheets.length
}

/** The text of the sheet on which the block ends. */
function place(block: HTMLElement, text: HTMLElement, turn: () => HTMLElement): HTMLElement {
  text.append(block)
  if (fits(text)) return text
  const rest = splitBlock(block, text)
  if (rest === block && text.childElementCount === 1) return text // higher than a sheet and of one piece: nothing is gained by turning
  const heads = rest === block ? headsBefore(block) : []
  const next = turn()
  next.append(...heads)
  return place(rest, next, turn)
}

/** What goes on the next sheet: the rest of the block, or all of it. */
function splitBlock(block: HTMLElement, text: HTMLElement): HTMLElement {
  const end = text.getBoundingClientRect().bottom
  if (block.classList.contains('paper-text')) return splitText(block, end)
  if (block.classList.contains('paper-table')) return splitTable(block, () => fits(text))
  return block
}

/** A heading never stands last on a sheet. */
function headsBefore(block: HTMLElement): readonly Element[] {
  const heads: Element[] = []
  for (let before = block.previousElementSibling; before?.classList.contains('paper-heading'); before = before.previousElementSibling)
    heads.unshift(before)
  return heads.length === block.parentElement!.childElementCount - 1 ? [] : heads
}

const ROUNDING = 1

function fits(text: HTMLElement): boolean {
  return text.scrollHeight <= text.clientHeight + ROUNDING
}

function newSheet(article: HTMLElement, number: number): HTMLElement {
  const sheet = document.createElement('section')
  sheet.className = 'paper-page'
  const text = document.createElement('div')
  text.className = 'paper-page-text'
  const foot = document.createElement('p')
  foot.className = 'paper-page-number'
  foot.textContent = `— ${number} —`
  sheet.append(text, foot)
  article.append(sheet)
  return sheet
}

function textOf(sheet: HTMLElement): HTMLElement {
  return sheet.querySelector<HTMLElement>('.paper-page-text')!
}
