import { type Refusal, refuse } from '#engine/define/refusal.ts'

interface Titled {
  readonly title: string
}

export function noVersion({ title }: Titled): Refusal {
  return refuse(
    'invalid',
    'plan.no-version',
    `“${title}”不是哪份方案的新版本；请在方案执行页上传新版本`,
    `“${title}” is no new version of a plan; upload new versions on the page of the programme`,
  )
}

export function overtaken({ title }: Titled): Refusal {
  return refuse(
    'conflict',
    'plan.version-overtaken',
    `“${title}”已由另一新版本取代，或没有在执行；请对现行版本另行上传`,
    `“${title}” runs no more: another new version took its place; upload this one again for the version in force`,
  )
}

/** At most so many are named: the rest is seen on the page. */
const MOST_NAMED = 5

export function undecided(titles: readonly string[]): Refusal {
  const named = titles.slice(0, MOST_NAMED).join('、')
  return refuse(
    'invalid',
    'plan.changes-undecided',
    `还有 ${titles.length} 处变动没有决定是否采用：${named}${titles.length > MOST_NAMED ? '等' : ''}`,
    `${titles.length} changes are not decided yet: ${named}`,
    { faults: [{ path: 'decisions', message: { zh: '每处变动都要选择采用或不采用', en: 'decide on every change' } }] },
  )
}

export function movedOn(): Refusal {
  return refuse(
    'conflict',
    'plan.changes-moved-on',
    '条目或执行中的方案已有变化，变动清单与您看到的不同；请刷新后再决定',
    'items or the running programme have changed, and so have the changes you decided on; reload and decide again',
  )
}

export function newVersion({ title }: Titled): Refusal {
  return refuse(
    'conflict',
    'plan.is-new-version',
    `“${title}”是现行方案的新版本，不能另行确认；请在“新旧版本对比”中逐项采用`,
    `“${title}” is a new version of a plan that runs; decide on its changes instead of confirming it beside the old one`,
  )
}
