import type { Words } from '#engine/define/words.ts'
import { bigrams } from '#engine/derive/bigrams.ts'

/** A list that a plan names. */
export interface NamedList {
  readonly name: string
  readonly kind: string | null
  /** Registers whose entries the targets of the same clause are counted from. */
  readonly countedHere: readonly string[]
}

/** A register of this installation that could keep it. */
export interface KeptRegister {
  readonly name: string
  readonly title: Words
  /** Titles of what its entries count. */
  readonly counts: readonly Words[]
}

export interface RegisterMatch {
  readonly register: string | null
  readonly why: Words
}

const ENOUGH = 0.5
/** With a figure of the same clause counted from the register, a weaker likeness of names is enough. */
const ENOUGH_WITH_COUNT = 0.2

/** Kinds that are kept as entries; a mechanism or a platform is not a list that somebody fills. */
const KEPT_AS_ENTRIES = new Set(['list', 'library', 'catalogue', 'ranking', 'database'])

/** The register that keeps a list a plan asks for, with the reason in words; none when nothing is like it. A person decides. */
export function matchRegister(list: NamedList, registers: readonly KeptRegister[]): RegisterMatch {
  if (list.kind !== null && !KEPT_AS_ENTRIES.has(list.kind))
    return {
      register: null,
      why: { zh: '未建：平台、机制、路线图不以条目台账管理', en: 'not set up: a platform, mechanism or roadmap is not kept as entries' },
    }
  const rated = registers
    .map((register) => ({
      register,
      likeness: Math.max(...[register.title, ...register.counts].map(({ zh }) => likenessOf(list.name, zh))),
    }))
    .toSorted((a, b) => b.likeness - a.likeness || a.register.name.localeCompare(b.register.name))
  const best = rated.find(({ register, likeness }) => likeness >= (list.countedHere.includes(register.name) ? ENOUGH_WITH_COUNT : ENOUGH))
  if (!best)
    return { register: null, why: { zh: '未建：没有名称或计数相符的台账', en: 'not set up: no register has a name or a count like it' } }
  const { title, name } = best.register
  const percent = Math.round(best.likeness * 100)
  const counted = list.countedHere.includes(name)
  return {
    register: name,
    why: {
      zh: `与台账“${title.zh}”用词相近（${percent}%）${counted ? '，同一条款的目标由该台账计数' : ''}`,
      en: `its words are like those of “${title.en}” (${percent}%)${counted ? ' and a target of its clause is counted from there' : ''}`,
    },
  }
}

/** Words that every list has. */
const KIND_WORDS = /清单|名录|名单|目录|榜单|台账|数据库|建设|需求|未来产业|未来|库$|表$/gu

/** How much of the shorter name the longer one says too. */
function likenessOf(left: string, right: string): number {
  const [a, b] = [left, right].map((name) => bigrams(name.replaceAll(KIND_WORDS, '')))
  if (!a?.size || !b?.size) return 0
  const shared = [...a].filter((pair) => b.has(pair)).length
  return shared / Math.min(a.size, b.size)
}
