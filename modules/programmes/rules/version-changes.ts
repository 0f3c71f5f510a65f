import type { VersionChange } from '#contract/versions.ts'
import type { Words } from '#engine/define/words.ts'
import { type ComparedTarget, pairsByWords, targetChanges } from '#policy-text/index.ts'

/** A task as two versions of a plan have it; units by their standard names. */
export interface ComparedTask {
  readonly id: string
  readonly title: string
  /** An id that both versions share for clauses that belong together; null where it is not known. */
  readonly clause: string | null
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly dueYear: number | null
}

/** A list that a version asks for. */
export interface ComparedList {
  readonly id: string
  readonly name: string
}

/** One side of the comparison: what runs, or what the new version would make. */
export interface ComparedProgramme {
  readonly targets: readonly ComparedTarget[]
  readonly tasks: readonly ComparedTask[]
  readonly lists: readonly ComparedList[]
}

/** A change with the entry that runs and the item of the new version it is about. */
export interface ProgrammeChange extends VersionChange {
  readonly running: string | null
  readonly item: string | null
}

/** Names of tasks and of lists are the same when they share this much of their words. */
const LEAST_ALIKE = 0.6

/** What a new version of a plan changes in its running programme; what stays the same is there too, so that it can be given its new place. */
export function versionChanges(running: ComparedProgramme, next: ComparedProgramme): readonly ProgrammeChange[] {
  return [...ofTargets(running.targets, next.targets), ...ofTasks(running.tasks, next.tasks), ...ofLists(running.lists, next.lists)]
}

type Kind = VersionChange['kind']
type Sides = Pick<ProgrammeChange, 'running' | 'item'>

function change(
  subject: VersionChange['subject'],
  kind: Kind,
  sides: Sides,
  told: Pick<VersionChange, 'title' | 'before' | 'after' | 'changes' | 'why'>,
): ProgrammeChange {
  return { key: `${subject}:${sides.running ?? ''}:${sides.item ?? ''}`, subject, kind, ...sides, ...told }
}

function ofTargets(before: readonly ComparedTarget[], after: readonly ComparedTarget[]): readonly ProgrammeChange[] {
  return targetChanges(before, after).map(({ kind, before: was, after: is, changes, why }) =>
    change(
      'target',
      kind,
      { running: was?.id ?? null, item: is?.id ?? null },
      {
        title: (is ?? was)!.metric,
        before: was && valueOf(was),
        after: is && valueOf(is),
        changes: [...changes],
        why,
      },
    ),
  )
}

function valueOf({ low, high, unit, deadline }: ComparedTarget): string {
  const value = [low, high].filter((each) => each !== null).join('—')
  return `${value}${unit ?? ''}${deadline === null ? '' : `（${deadline}）`}`
}

function ofTasks(before: readonly ComparedTask[], after: readonly ComparedTask[]): readonly ProgrammeChange[] {
  return paired(before, after, ({ title }) => title, sameClause).map(({ was, is, why }) => {
    const changes = was && is ? taskChanges(was, is) : []
    const kind = !is ? 'dropped' : !was ? 'new' : changes.length > 0 ? 'changed' : 'same'
    const told = { title: (is ?? was)!.title, before: was && taskWords(was), after: is && taskWords(is), changes, why }
    return change('task', kind, { running: was?.id ?? null, item: is?.id ?? null }, told)
  })
}

function sameClause(was: ComparedTask, is: ComparedTask): boolean {
  return was.clause !== null && was.clause === is.clause
}

function taskChanges(was: ComparedTask, is: ComparedTask): VersionChange['changes'] {
  const differs = (one: readonly string[], other: readonly string[]) => one.toSorted().join() !== other.toSorted().join()
  return [
    ...(differs(was.lead, is.lead) ? (['lead'] as const) : []),
    ...(differs(was.support, is.support) ? (['support'] as const) : []),
    ...(was.dueYear === is.dueYear ? [] : (['due'] as const)),
    ...(was.title === is.title ? [] : (['title'] as const)),
  ]
}

function taskWords({ title, lead, support, dueYear }: ComparedTask): string {
  const units = `牵头：${lead.join('、') || '—'}${support.length > 0 ? `；配合：${support.join('、')}` : ''}`
  return `${title}（${units}${dueYear === null ? '' : `；${dueYear}年完成`}）`
}

/** A list that stays is only given its new place: what it is called does not change what is kept. */
function ofLists(before: readonly ComparedList[], after: readonly ComparedList[]): readonly ProgrammeChange[] {
  return paired(
    before,
    after,
    ({ name }) => name,
    () => false,
  ).map(({ was, is, why }) =>
    change(
      'list',
      !is ? 'dropped' : was ? 'same' : 'new',
      { running: was?.id ?? null, item: is?.id ?? null },
      { title: (is ?? was)!.name, before: was?.name ?? null, after: is?.name ?? null, changes: [], why },
    ),
  )
}

interface PairedOnes<One> {
  readonly was: One | null
  readonly is: One | null
  readonly why: Words
}

/** The same thing in both versions: in one clause, or of like words; then what is only in one of them. */
function paired<One>(
  before: readonly One[],
  after: readonly One[],
  name: (one: One) => string,
  isSame: (was: One, is: One) => boolean,
): readonly PairedOnes<One>[] {
  const pairs = pairsByWords(before.map(name), after.map(name), LEAST_ALIKE, (old, now) => (isSame(before[old]!, after[now]!) ? 1 : 0))
  const nowOf = new Map(pairs.map((pair) => [pair.before, pair.after]))
  const kept = new Set(nowOf.values())
  return [
    ...before.map((was, old): PairedOnes<One> => {
      const is = after[nowOf.get(old) ?? -1]
      if (is === undefined) return { was, is: null, why: GONE }
      return { was, is, why: isSame(was, is) ? ONE_CLAUSE : name(was) === name(is) ? ONE_NAME : LIKE_WORDS }
    }),
    ...after.flatMap((is, now): readonly PairedOnes<One>[] => (kept.has(now) ? [] : [{ was: null, is, why: CAME }])),
  ]
}

const GONE: Words = { zh: '新版本中没有对应内容', en: 'nothing in the new version belongs to it' }
const CAME: Words = { zh: '旧版本中没有对应内容', en: 'nothing in the old version belongs to it' }
const ONE_CLAUSE: Words = { zh: '在同一条款', en: 'it stands in the same clause' }
const ONE_NAME: Words = { zh: '名称相同', en: 'the names are equal' }
const LIKE_WORDS: Words = { zh: '名称用词相近', en: 'the names are worded alike' }
