import type { HeadMatter } from './head-matter.ts'
import type { AttachmentMention, Disclosure, Recipients } from './plan-draft.ts'
import { quoteOf, type Reading, wordsOf } from './reading.ts'
import { splitNames } from './unit-names.ts'

const ADDRESSED = /^(?:各|省|市|县|区|国务院|有关|驻|中央)[\u4e00-\u9fff、,()]{2,200}:$/
const DISCLOSURES = [
  ['voluntary', /[([]此件(?:公开发布|主动公开)[)\]]|公开(?:方式|属性|类别):?主动公开/],
  ['on-request', /[([]此件依申请公开[)\]]|公开(?:方式|属性|类别):?依申请公开/],
  ['withheld', /[([]此件(?:不予公开|不公开)[)\]]|公开(?:方式|属性|类别):?不予公开/],
] as const satisfies readonly (readonly [Disclosure['kind'], RegExp])[]
const ATTACHMENT = /^附件(?<number>\d{0,2})[:\s]?(?<rest>.*)$/

/** To whom a document is addressed: the line that ends with a colon before its text. */
export function recipientsOf(reading: Reading): Recipients | null {
  const limit = reading.headings[0]?.start ?? reading.body.copy.text.length
  for (const paragraph of reading.body.paragraphs) {
    if (paragraph.start > limit) return null
    const text = reading.body.copy.text.slice(paragraph.start, paragraph.end)
    if (text.length > 200 || !ADDRESSED.test(text)) continue
    const units = splitNames(text.slice(0, -1)).map(({ name, start }) =>
      wordsOf(reading, paragraph.start + start, paragraph.start + start + name.length),
    )
    return { ...quoteOf(reading, paragraph.start, paragraph.end - 1), units }
  }
  return null
}

/** “(此件公开发布)”, “(此件依申请公开)”. */
export function disclosureOf(reading: Reading): Disclosure | null {
  const { text } = reading.body.copy
  for (const [kind, pattern] of DISCLOSURES) {
    const found = pattern.exec(text)
    if (found) return { ...quoteOf(reading, found.index, found.index + found[0].length), kind }
  }
  return null
}

/** The attachments a document lists, and whether their text is there. */
export function attachmentsOf(reading: Reading, head: HeadMatter): readonly AttachmentMention[] {
  const found: AttachmentMention[] = []
  const lines = lastLines(reading)
  let listing = false
  for (const paragraph of reading.body.paragraphs) {
    const text = reading.body.copy.text.slice(paragraph.start, paragraph.end)
    const opening = ATTACHMENT.exec(text)
    const item: RegExpExecArray | null = listing ? /^(?<number>\d{1,2})[.、](?<rest>.{2,60})$/.exec(text) : null
    const rest: string = (opening ?? item)?.groups?.['rest'] ?? ''
    listing = opening !== null ? rest !== '' : item !== null
    if (rest === '' || rest.length > 120) continue
    const title = rest.replace(/^\d{1,2}[.、]/, '')
    const start = paragraph.start + text.lastIndexOf(title)
    found.push({
      ...quoteOf(reading, start, start + title.length),
      title: wordsOf(reading, start, start + title.length),
      // Printed once more on a line of its own, the attachment begins there.
      present: bare(title) === bare(head.title ?? '') || (lines.get(bare(title)) ?? 0) > start,
    })
  }
  return found
}

function bare(title: string): string {
  return title.replace(/[《》“”"〈〉<> ]/g, '')
}

/** The last place where each line stands. */
function lastLines(reading: Reading): ReadonlyMap<string, number> {
  const { copy, paragraphs } = reading.body
  return new Map(
    paragraphs.filter(({ start, end }) => end - start < 120).map(({ start, end }) => [bare(copy.text.slice(start, end)), start]),
  )
}
