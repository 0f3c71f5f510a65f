import type { ClauseChange, ComparedTarget, TargetChange, VersionDifference } from '#policy-text/index.ts'

/** What became of a clause or a target, in words. */
export const KIND_WORDS = {
  same: '未变',
  changed: '修改',
  added: '新增',
  removed: '删去',
  dropped: '不再列出',
  new: '新增',
} as const satisfies Record<ClauseChange['kind'] | TargetChange['kind'], string>

const CHANGE_WORDS = {
  raised: '提高',
  lowered: '降低',
  later: '期限推后',
  earlier: '期限提前',
  unit: '单位改变',
  comparator: '比较词改变',
  deadline: '期限改变',
  value: '数值改变',
} as const satisfies Record<TargetChange['changes'][number], string>

/** “修改、移动” and the like. */
export function clauseWords({ kind, moved }: ClauseChange): string {
  if (!moved) return KIND_WORDS[kind]
  return kind === 'same' ? '移动' : `${KIND_WORDS[kind]}、移动`
}

export function targetWords({ kind, changes }: TargetChange): string {
  return changes.length > 0 ? changes.map((change) => CHANGE_WORDS[change]).join('、') : KIND_WORDS[kind]
}

/** “30家（2028）”; “—” where there is none. */
export function valueWords(target: ComparedTarget | null): string {
  if (!target) return '—'
  const value = [target.low, target.high].filter((each) => each !== null).join('—')
  return `${value}${target.unit ?? ''}${target.deadline === null ? '' : `（${target.deadline}）`}`
}

/** What is different in how many places, in one line. */
export function summaryWords({ clauses, targets }: VersionDifference): string {
  const of = (kind: ClauseChange['kind']) => clauses.filter((each) => each.kind === kind).length
  const moved = clauses.filter((each) => each.moved).length
  const changed = targets.filter(({ kind }) => kind !== 'same').length
  return `条款：新增 ${of('added')}、删去 ${of('removed')}、修改 ${of('changed')}、移动 ${moved}、未变 ${of('same')}；目标：变动 ${changed}、未变 ${targets.length - changed}`
}

/** Number and title of a clause as it stands now, or stood; a title that is a whole sentence only by its beginning. */
export function clauseTitle({ before, after }: ClauseChange): string {
  const { number, title } = (after ?? before)!
  return `${number}${title}`.trim() || '（正文之前）'
}

export function isDifferent({ kind, moved }: ClauseChange): boolean {
  return kind !== 'same' || moved
}
