import { FIELD_TERMS } from '../field-terms.ts'
import type { Text } from '../text.ts'

/** Names that plans use for one field; the first stands for all. */
const ALIASES: readonly string[] = [
  '可控核聚变|核聚变|聚变能|核聚变能|受控核聚变',
  '量子科技|量子信息|量子',
  '低空经济|低空产业',
  '第三代半导体|宽禁带半导体',
  '具身智能|具身智能机器人',
  '类脑智能|类脑计算',
  '合成生物|合成生物学',
  '细胞与基因|基因与细胞|细胞与基因治疗|基因与细胞治疗|基因治疗与细胞',
  '脑机接口|脑机交互',
  '卫星互联网|空天互联网',
  '新型储能|储能',
  '通用人工智能|通用智能',
  '6G|第六代移动通信',
]
const STANDARD = new Map(ALIASES.flatMap((names) => names.split('|').map((name): [string, string] => [name, names.split('|')[0]!])))
const AROUND = /^(?:未来|前沿)(?=.{3,}$)|(?:产业|技术|领域|方向|赛道|产业链)$/g
const KNOWN = new Set(FIELD_TERMS)

/** One name for all spellings of a field: “基因和细胞产业” and “细胞与基因” are one, and so are “深海深地” and “深地深海”. */
export function fieldKey(label: string): string {
  const bare = bareOf(label)
  const joined = membersOf(bare)
    .toSorted((a, b) => a.localeCompare(b, 'zh'))
    .join('与')
  return STANDARD.get(label) ?? STANDARD.get(bare) ?? STANDARD.get(joined) ?? (joined || label)
}

/** How two fields of unlike names belong together, in words; null when they are fields apart. Blind to their order. */
export function fieldKinship(one: string, other: string): Text | null {
  const [left, right] = [membersOf(fieldKey(one)), membersOf(fieldKey(other))]
  if (left.length === 1 && right.length === 1) return kinWords(one, other, kinshipOf(left[0]!, right[0]!))
  return left.some((name) => right.some((each) => each === name || kinshipOf(name, each))) ? SHARED : null
}

const SHARED: Text = { zh: '并列的领域中有相同或相近的一项', en: 'of the fields that stand together one is the same or close' }
const PRAISED: Text = { zh: '中心词相同，只是修饰语不同', en: 'the same head; only words of praise differ' }

function kinWords(one: string, other: string, kinship: Kinship | null): Text | null {
  if (kinship === null || kinship === 'praise') return kinship && PRAISED
  const [narrow, wide] = kinship === 'narrower' ? [one, other] : [other, one]
  return { zh: `“${narrow}”比“${wide}”更具体`, en: `“${narrow}” is more particular than “${wide}”` }
}

function bareOf(label: string): string {
  return label.replace(/[“”"《》+\s]/g, '').replace(AROUND, '')
}

/** “生物医药和医疗器械” names two fields, “深海深地深空” three; any other name is one. */
function membersOf(bare: string): readonly string[] {
  const parts = bare
    .split(/[与和及、]/)
    .map((part) => part.replace(AROUND, ''))
    .filter((part) => part !== '')
  return parts.length > 1 ? parts : coordinated(bare)
}

/** Chinese puts words of one length side by side without a conjunction: 深海 + 空天. */
function coordinated(bare: string): readonly string[] {
  const words = bare.match(/../g) ?? []
  return words.length > 1 && words.join('') === bare && words.every((word) => KNOWN.has(word)) ? words : [bare]
}

// Praise, not distinction: 先进半导体 and 新一代半导体 are one thing praised differently.
const PRAISE = /^(?:新一代|高性能|高可靠|高品质|新型|先进|高端|高效|前沿|未来|新兴|现代|尖端|创新|精密|优质|特色|关键|新)(?=.{2,}$)/
// Heads so general that without what distinguishes them they name no field: nothing is said to be a kind of 材料.
const GENERAL = /^(?:材料|装备|设备|制造|能源|信息|网络|健康|空间|计算|智能|系统|服务|应用|科技|数字|生活|器件|产品|软件|安全)$/
// What is added behind a field without making another one of it.
const TAIL = /^(?:及?(?:装备|设备|制造|器件|系统|网络|应用|服务|软件|产品|终端|整机|材料)|[学能源机业])$/

/** What the first is to the second. */
type Kinship = 'praise' | 'narrower' | 'wider'

/**
 * A Chinese name has its head at the end and what distinguishes it before: the same head with nothing or only praise before it is
 * the wider field, another distinction (工业互联网, 卫星互联网) is another field, however many characters they share.
 */
function kinshipOf(one: string, other: string): Kinship | null {
  if (core(one) === core(other)) return 'praise'
  return isNarrower(one, other) ? 'narrower' : isNarrower(other, one) ? 'wider' : null
}

function isNarrower(one: string, other: string): boolean {
  return namesOf(one).some((narrow) => namesOf(other).some((wide) => isKindOf(narrow, wide))) || isExtended(one, other)
}

/** A name as it stands and without praise, unless nothing is left of it then. */
function namesOf(name: string): readonly string[] {
  return GENERAL.test(core(name)) ? [name] : [name, core(name)]
}

function core(name: string): string {
  let bare = name
  while (PRAISE.test(bare)) bare = bare.replace(PRAISE, '')
  return bare
}

/** 人形机器人 is a kind of 机器人; 智能网联新能源汽车 of 智能网联汽车: one head, and the one distinction holds the other. */
function isKindOf(narrow: string, wide: string): boolean {
  if (narrow.length <= wide.length || GENERAL.test(wide)) return false
  if (narrow.endsWith(wide)) return true
  let head = 0
  while (narrow.at(-1 - head) === wide.at(-1 - head)) head += 1
  const [more, less] = [narrow, wide].map((name) => name.slice(0, name.length - head)) as [string, string]
  return head > 1 && less.length > 1 && (more.startsWith(less) || more.endsWith(less))
}

/** 氢能装备 is about 氢能. Of two characters only what a scheme names is a field: 生物制造 is no sort of 生物. */
function isExtended(long: string, short: string): boolean {
  return long.startsWith(short) && TAIL.test(long.slice(short.length)) && (short.length > 2 || KNOWN.has(short))
}
