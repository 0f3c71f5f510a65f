import type { Outline } from '../clauses.ts'
import type { HeadMatter } from '../head-matter.ts'
import { idGiver } from '../ids.ts'
import type { Target } from '../plan-draft.ts'
import { bodyPosition, pageQuoteOf, quoteOf, type Reading } from '../reading.ts'
import { blotted, clausesIn, type Range, sentencesIn } from '../sentences.ts'
import { type Aim, type Standing, standingOf } from './deadlines.ts'
import { GROUNDS, type Ground, groundOf } from './judge.ts'
import { jointOf, kindOf } from './kinds.ts'
import { withParts } from './parts.ts'
import { restated } from './restated.ts'
import { metricName, type Scope, sharedBinding, yearsAlone } from './scope.ts'
import { type Segment, segmentsOf } from './segments.ts'
import { figureOf, tableExtras } from './table-targets.ts'
import { AIMED, APPLICANT, COMPARED, FORWARD, LOOKING_BACK, METRIC_END, PAST } from './words.ts'

type Draft = Omit<Target, 'id' | 'restates' | 'partOf' | 'kind'>

/** Finds the figures a plan sets itself, in its sentences and in its tables of indicators. */
export function findTargets(reading: Reading, outline: Outline, head: HeadMatter): readonly Target[] {
  const drafts = [...sentenceTargets(reading, outline, head), ...tableTargets(reading, outline)].sort((a, b) => a.start - b.start)
  const lastYear = head.planPeriod?.to ?? usualYear(drafts)
  const idFor = idGiver('t')
  const targets = drafts.map((draft): Target => {
    const id = idFor(`${draft.clause}|${draft.metric}|${String(draft.value)}${draft.unit ?? ''}`)
    const inherited = draft.deadline === null && lastYear !== null ? { deadlineInherited: String(lastYear) } : {}
    return { id, ...draft, kind: kindOf(draft), ...inherited }
  })
  return withParts(restated(targets), reading.source)
}

/** Without a period in the title, the year most targets name is the plan's last. */
function usualYear(drafts: readonly Draft[]): number | null {
  const times = new Map<string, number>()
  for (const { deadline } of drafts) if (deadline !== null) times.set(deadline, (times.get(deadline) ?? 0) + 1)
  const [most] = [...times].sort((a, b) => b[1] - a[1])
  return most ? Number(most[0]) : null
}

function sentenceTargets(reading: Reading, outline: Outline, head: HeadMatter): readonly Draft[] {
  const found: Draft[] = []
  let aim: Aim | null = null
  reading.body.paragraphs.forEach((paragraph, index) => {
    if (paragraph.start < head.planStart) return
    const text = reading.body.copy.text.slice(paragraph.start, paragraph.end)
    const place: Place = { reading, outline, head, paragraph: index, offset: paragraph.start, text: blotted(text), written: text }
    const entered = entering(place, aim)
    aim = entered
    for (const sentence of sentencesIn(place.text)) {
      if (!ANY_NUMBER.test(text.slice(sentence.start, sentence.end))) continue
      const standing = standingOf(text, sentence, {
        madeIn: head.madeIn,
        planEnd: head.planPeriod?.to ?? null,
        aim,
        paragraph: index,
        headingPath: headingPath(place),
        inGoals: isGoalSection(place),
      })
      aim = standing.aim
      found.push(...sentenceDrafts(place, sentence, standing))
    }
  })
  return found
}

// Half of all sentences hold no number; they set no target and name no year.
const ANY_NUMBER = /[\d二三四五六七八九十百千两翻倍]/

interface Place {
  readonly reading: Reading
  readonly outline: Outline
  readonly head: HeadMatter
  readonly paragraph: number
  readonly offset: number
  /** The paragraph with brackets and labels blotted out, and as written. */
  readonly text: string
  readonly written: string
}

function headingPath(place: Place): string {
  return place.reading.headings[place.outline.headingAt(place.offset) ?? -1]?.path ?? ''
}

function isGoalSection(place: Place): boolean {
  const heading = place.outline.headings[place.outline.headingAt(place.offset) ?? -1]
  return heading !== undefined && /目标|目標|指标|指標/.test(heading.text)
}

/** A year named for a goal section holds for its bullets and sub-headings; elsewhere it ends with its paragraph. */
function entering(place: Place, aim: Aim | null): Aim | null {
  if (!aim || aim.paragraph === place.paragraph) return aim
  const path = headingPath(place)
  const inside = path === aim.path || path.startsWith(`${aim.path}/`)
  const isBullet = /^(——|•|●|[-*] )/.test(place.written)
  return inside && (aim.inGoals || isBullet) ? aim : null
}

// A clause longer than this is no prose; what governs a figure stands this near.
const NEAR = 240

function nearby(clause: string, segment: Segment, { start }: Range): string {
  if (clause.length <= 2 * NEAR) return clause
  const at = segment.quantity.start - start
  return clause.slice(Math.max(0, at - NEAR), at + NEAR)
}

function sentenceDrafts(place: Place, sentence: Range, standing: Standing): readonly Draft[] {
  const words = place.written.slice(sentence.start, sentence.end)
  if (looksBack(place, words, standing) || APPLICANT.test(words)) return []
  const drafts: Draft[] = []
  const scope: Scope = {
    strives: false,
    yearly: false,
    subject: '',
    inList: false,
    before: [],
    shared: [],
    years: [],
    together: [],
    flow: '',
    binding: null,
  }
  for (const clause of clausesIn(place.text, sentence)) {
    const clauseText = place.text.slice(clause.start, clause.end)
    scope.strives ||=
      /^.{0,14}(力争|争取|努力)(?!突破\d|超过|达到|实现\d)/.test(clauseText) &&
      !/^.{4,}(力争|争取)(突破|超过|达到|达|不低于|增)/.test(clauseText)
    scope.yearly = isYearly(clauseText, scope.yearly && place.text[clause.start - 1] !== ';')
    const segments = segmentsOf(place.text, clause)
    const first = drafts.length
    for (const segment of segments) {
      const ground = groundOf(
        place.text,
        segment,
        nearby(clauseText, segment, clause),
        scope.inList || METRIC_END.test(scope.subject) || isShared(scope, clauseText),
      )
      if (!ground) continue
      const draft = draftOf({ place, segment, ground, standing, clause, scope })
      drafts.push(draft)
      scope.inList = true
      scope.subject = draft.metric.replace(/(年均增速|增速)$/, '')
    }
    scope.before = drafts.slice(first).map(({ metric }) => metric)
    if (segments.length === 0 && clauseText.length > 6) scope.subject = subjectOf(place.written.slice(clause.start, clause.end))
    scope.together = yearsAlone(clauseText) ?? scope.together
  }
  return drafts
}

/** “高新技术企业数量较2025年实现倍增”, “实施“英才”计划”: what the figures of the next clause may be about. */
function subjectOf(clause: string): string {
  return clause.replace(
    /^[把将]|(?:由|从)[^,、]{0,8}\d[^,]*$|^\d{1,2}[.、](?!\d)|(?:(?:较|比)20\d\d年(?:底|末)?)?(?:在20\d\d年的?基础上)?(?:均|分别)?(?:实现)?“?[\u4e00-\u9fff]{0,2}(?:倍增|大幅(?:提升|增长)|稳步(?:提升|增长))”?$|^实施/g,
    '',
  )
}

/** “高新技术企业和科技型企业实现倍增,分别超过90家和870家” */
function isShared({ subject }: Scope, clause: string): boolean {
  return clause.startsWith('分别') && /[、和与及]/.test(subject)
}

/** “每年” governs the clauses after it until one speaks of a total or names a year. */
function isYearly(clause: string, before: boolean): boolean {
  if (/每年|逐年/.test(clause)) return true
  return before && !/(20\d\d年|达到?|超过|突破|累计|总)/.test(clause)
}

/** “2023年…突破50%”, “目前已形成32个”: what was reached is no target, unless the sentence turns to the future. */
function looksBack(place: Place, words: string, standing: Standing): boolean {
  if (standing.namesFuture) return false
  const heading = place.outline.headings[place.outline.headingAt(place.offset) ?? -1]?.text ?? ''
  if (LOOKING_BACK.test(heading) || standing.namesPast) return true
  if (COMPARED.test(words) && !AIMED.test(words) && !isGoalSection(place)) return true
  return PAST.test(words) && !FORWARD.test(words)
}

interface DraftInput {
  readonly place: Place
  readonly segment: Segment
  readonly ground: Ground
  readonly standing: Standing
  readonly clause: Range
  readonly scope: Scope
}

function draftOf({ place, segment, ground, standing, clause, scope }: DraftInput): Draft {
  const { reading, outline, offset, text, written } = place
  const binding = sharedBinding(scope, text, segment)
  const { start, end } = afterNumber(place, trimmed(written, segment))
  const unit =
    segment.quantity.unit === '' ? null : quoteOf(reading, offset + segment.quantity.unitStart, offset + segment.quantity.unitEnd).quote
  const position = offset + start
  // The metric is read first: it may find years that several figures share.
  const metric = metricName(written, segment, start, scope)
  const lead = text.slice(Math.max(clause.start, segment.quantity.start - NEAR), segment.quantity.start)
  return {
    ...quoteOf(reading, position, offset + end),
    metric,
    value: segment.quantity.value,
    unit: segment.quantity.unit === '%' ? '%' : unit,
    qualifier: binding.qualifier,
    comparator: binding.comparator,
    ...(binding.strive && binding.qualifier !== 'strive' ? { strive: true as const } : {}),
    ...(binding.direction ? { direction: binding.direction } : {}),
    ...extrasOf(metric, lead),
    deadline: scope.years[0] ?? standing.yearAt(segment.quantity.start)?.toString() ?? null,
    period: periodOf(lead, segment) ?? (scope.yearly && segment.quantity.unitClass === 'count' ? 'per_year' : null),
    parentQuote: parentOf(place, position),
    clause: outline.clauseAt(position),
    confidence: GROUNDS[ground].confidence,
    why: { zh: GROUNDS[ground].zh, en: GROUNDS[ground].en },
  }
}

/** What a figure says besides: joint things, where it starts from, whether it binds. */
function extrasOf(metric: string, lead: string): Pick<Draft, 'jointOf' | 'baseline' | 'nature'> {
  const joint = jointOf(metric)
  const from = /[由从](?:20\d\d年的?|目前的?)?(\d+(?:\.\d+)?)[^,\d]{0,6}(?:提|增|上|扩|升|降|下|减|缩|压|发展)/.exec(lead)?.[1]
  return {
    ...(joint ? { jointOf: joint } : {}),
    ...(from === undefined ? {} : { baseline: Number(from) }),
    ...(/约束性/.test(lead) ? { nature: 'binding' as const } : {}),
  }
}

function periodOf(lead: string, segment: Segment): Target['period'] {
  if (/每年|年均|逐年|每年度|^年(新增|引进|培养|举办|认定|服务|培训|产|处理|加工|销售|交付)/.test(lead)) return 'per_year'
  return /累计/.test(lead) && segment.quantity.unitClass !== 'none' ? 'cumulative' : null
}

/** Drops “到2027年” and list words from the head of a quote: the shortest clause is wanted. */
function trimmed(written: string, segment: Segment): Range {
  const head =
    /^(?:——|[•●■]|以及|并|其中|和|及|\d{1,2}[.、]|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)*(?:即)?(?:(?:20\d\d年(?:、|和))*(?:力争)?(?:到|至|在)?(?:20\d\d年(?:年?底前|末前|底|末|前)?|“?十[三四五六]五”?(?:末|期末|期间|时期)))?/.exec(
      written.slice(segment.start, segment.quantity.start),
    )
  const rowNumber = segment.start === 0 ? /^\d{1,3}(?=[\u4e00-\u9fff“]{2})/.exec(written) : null
  return { start: segment.start + Math.max(head?.[0].length ?? 0, rowNumber?.[0].length ?? 0), end: segment.end }
}

/** “4.1 单位能耗下降3.5%”: the number of a heading is no part of a figure in it. */
function afterNumber({ reading, outline, offset }: Place, { start, end }: Range): Range {
  const heading = reading.headings[outline.headingAt(offset + start) ?? -1]
  return { start: Math.max(start, Math.min((heading?.textStart ?? 0) - offset, end)), end }
}

/** The nearest heading above; a figure in a heading belongs to the heading over it. */
function parentOf(place: Place, position: number): string | null {
  const { reading, outline } = place
  let at = outline.headingAt(position)
  if (at === null) return null
  const found = reading.headings[at]
  if (found && position < found.end) {
    at = reading.headings.findLastIndex((heading, index) => index < (at ?? 0) && heading.depth < found.depth)
  }
  const parent = outline.headings[at]
  return parent ? reading.source.slice(parent.start, parent.end) : null
}

function tableTargets(reading: Reading, outline: Outline): readonly Draft[] {
  return reading.tables.flatMap((table) =>
    table.rows.flatMap((row): Draft[] => {
      const figure = figureOf(row)
      if (!figure) return []
      const position = bodyPosition(reading, row.start)
      const parent = outline.headings[outline.headingAt(position) ?? -1]
      return [
        {
          ...pageQuoteOf(reading, row.start, row.end),
          metric: row.name,
          value: figure.value,
          unit: figure.unit,
          qualifier: figure.qualifier,
          comparator: figure.comparator,
          deadline: figure.deadline?.toString() ?? null,
          period: figure.period,
          parentQuote: parent ? reading.source.slice(parent.start, parent.end) : null,
          ...tableExtras(row),
          clause: outline.clauseAt(position),
          confidence: 0.85,
          why: { zh: '指标表中的目标值', en: 'the target column of a table of indicators' },
        },
      ]
    }),
  )
}
