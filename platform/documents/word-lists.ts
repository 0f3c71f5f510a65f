/** How Word numbers one level of a list (word/numbering.xml). */
export interface ListLevel {
  readonly start: number
  readonly format: string
  /** “第%1章”, “（%2）”, “%1.%2”. */
  readonly text: string
  readonly isLegal: boolean
  /** After the number: a tab unless it says otherwise. */
  readonly after: string
  /** The level, from 1, after which it begins again; 0 for never. */
  readonly restart: number | undefined
  readonly style: string | undefined
}

/** A list of paragraphs that are counted together, and what its own use changes. */
export interface WordList {
  /** Lists of the same kind count on from each other. */
  readonly kind: string
  readonly levels: ReadonlyMap<number, ListLevel>
  readonly startsAt: ReadonlyMap<number, number>
}

/** Which list and level a paragraph or a style names. */
export interface Numbered {
  readonly list: string | undefined
  readonly level: number | undefined
}

/** The lists of a Word document by their number. */
export function wordLists(numbering: string): ReadonlyMap<string, WordList> {
  const kinds = new Map(elements(numbering, 'abstractNum', 'abstractNumId').map(({ key, inside }) => [key, inside]))
  return new Map(
    elements(numbering, 'num', 'numId').map(({ key, inside }) => {
      const named = valueOf(inside, 'abstractNumId') ?? ''
      const kind = linked(kinds, named)
      const overrides = elements(inside, 'lvlOverride', 'ilvl')
      const levels = new Map([...levelsIn(kinds.get(kind) ?? ''), ...overrides.flatMap((one) => [...levelsIn(one.inside)])])
      const startsAt = overrides.flatMap((one) => {
        const start = valueOf(one.inside, 'startOverride')
        return start === undefined ? [] : [[Number(one.key), Number(start)] as const]
      })
      return [key, { kind, levels, startsAt: new Map(startsAt) }]
    }),
  )
}

/** A list may leave its levels to the one that carries the style it names. */
function linked(kinds: ReadonlyMap<string, string>, kind: string): string {
  const style = valueOf(kinds.get(kind) ?? '', 'numStyleLink')
  const other = style && [...kinds].find(([, inside]) => valueOf(inside, 'styleLink') === style)
  return other ? other[0] : kind
}

function levelsIn(xml: string): ReadonlyMap<number, ListLevel> {
  return new Map(
    elements(xml, 'lvl', 'ilvl').map(({ key, inside }) => {
      const restart = valueOf(inside, 'lvlRestart')
      return [
        Number(key),
        {
          start: Number(valueOf(inside, 'start') ?? 0),
          format: valueOf(inside, 'numFmt') ?? 'decimal',
          text: valueOf(inside, 'lvlText') ?? '',
          isLegal: /<w:isLgl\b(?![^>]*w:val="(?:0|false)")/.test(inside),
          after: valueOf(inside, 'suff') ?? 'tab',
          restart: restart === undefined ? undefined : Number(restart),
          style: valueOf(inside, 'pStyle'),
        },
      ]
    }),
  )
}

/** Which list and level each style brings to its paragraphs, from itself or from the style it is based on; '' is the style of those that name none. */
export function numberedStyles(styles: string, lists: ReadonlyMap<string, WordList>): ReadonlyMap<string, Numbered> {
  const all = new Map(elements(styles, 'style', 'styleId').map(({ key, inside }) => [key, inside]))
  const usual = /<w:style\b(?=[^>]*w:type="paragraph")(?=[^>]*w:default="(?:1|true)")[^>]*w:styleId="([^"]*)"/.exec(styles)?.[1]
  const found = new Map<string, Numbered>()
  for (const style of all.keys()) found.set(style, numberedStyle(all, lists, style))
  if (usual !== undefined) found.set('', found.get(usual) ?? NOT_NUMBERED)
  return found
}

const NOT_NUMBERED: Numbered = { list: undefined, level: undefined }
const LONGEST_CHAIN = 20

function numberedStyle(all: ReadonlyMap<string, string>, lists: ReadonlyMap<string, WordList>, style: string): Numbered {
  let level: number | undefined
  for (let [name, steps] = [style as string | undefined, 0]; name !== undefined && steps < LONGEST_CHAIN; steps += 1) {
    const inside: string = all.get(name) ?? ''
    const own = numberedIn(inside)
    const carries = [...(lists.get(own.list ?? '')?.levels ?? [])].find(([, one]) => one.style === name)?.[0]
    level ??= own.level ?? carries
    if (own.list !== undefined) return { list: own.list, level }
    name = valueOf(inside, 'basedOn')
  }
  return NOT_NUMBERED
}

/** What the properties of a paragraph or a style say of numbering. */
export function numberedIn(properties: string): Numbered {
  const inside = /<w:numPr>([\s\S]*?)<\/w:numPr>/.exec(properties)?.[1] ?? ''
  const level = valueOf(inside, 'ilvl')
  return { list: valueOf(inside, 'numId'), level: level === undefined ? undefined : Number(level) }
}

/** The value of the first element of this name. */
export function valueOf(xml: string, name: string): string | undefined {
  return new RegExp(`<w:${name}\\s[^>]*?w:val="([^"]*)"`).exec(xml)?.[1]
}

function elements(xml: string, name: string, key: string): readonly { readonly key: string; readonly inside: string }[] {
  return xml
    .split(new RegExp(`<w:${name}(?=\\s)`))
    .slice(1)
    .flatMap((rest) => {
      const head = rest.slice(0, rest.indexOf('>'))
      const named = new RegExp(`w:${key}="([^"]*)"`).exec(head)?.[1]
      return named === undefined ? [] : [{ key: named, inside: head.endsWith('/') ? '' : (rest.split(`</w:${name}>`, 1)[0] ?? '') }]
    })
}
