import { clausesIn, type Range } from '../sentences.ts'
import type { Standing } from './deadlines.ts'
import { type Draft, draftOf } from './drafts.ts'
import { groundOf } from './judge.ts'
import { headingWords, isGoalSection, type Place } from './places.ts'
import { type Scope, yearsAlone } from './scope.ts'
import { NEAR, type Segment, segmentsOf } from './segments.ts'
import { AIMED, APPLICANT, COMPARED, FORECAST, FORWARD, LOOKING_BACK, METRIC_END, PAST, REACHED_ALREADY, REPORTS } from './words.ts'

/** The figures of one sentence that are to be reached. */
export function sentenceDrafts(place: Place, sentence: Range, standing: Standing): readonly Draft[] {
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
  let reached = false
  for (const clause of clausesIn(place.text, sentence)) {
    const clauseText = place.text.slice(clause.start, clause.end)
    reached = isReached(clauseText, reached && place.text[clause.start - 1] !== ';')
    if (reached) continue
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
      scope.subject = draft.metric.replace(/(?:年均增速|增速|(?<=.{2})占[^,、]{1,16}(?:比重|比例|占比))$/, '')
    }
    lendNouns(drafts, first)
    scope.before = drafts.slice(first).map(({ metric }) => metric)
    if (segments.length === 0 && clauseText.length > 6) scope.subject = subjectOf(place.written.slice(clause.start, clause.end))
    scope.together = yearsAlone(clauseText) ?? scope.together
  }
  return drafts
}

// “形成2个百亿级、5个十亿级数据产业集聚区”
const SIZE = /^(.{0,8}[万亿]级)数量$/
const SIZED = /^.{0,8}[万亿]级(.{2,}数量)$/

/** A size alone takes its noun from the next figure of the clause. */
function lendNouns(drafts: Draft[], first: number): void {
  for (let at = drafts.length - 2; at >= first; at -= 1) {
    const [size, noun] = [SIZE.exec(drafts[at]?.metric ?? '')?.[1], SIZED.exec(drafts[at + 1]?.metric ?? '')?.[1]]
    const draft = drafts[at]
    if (draft && size !== undefined && noun !== undefined) drafts[at] = { ...draft, metric: size + noun }
  }
}

/** “高新技术企业数量较2025年实现倍增”, “实施“英才”计划”: what the figures of the next clause may be about. */
function subjectOf(clause: string): string {
  return clause.replace(
    /^以20\d\d年为基[数期准年]*$|^[把将]|(?:由|从)[^,、]{0,8}\d[^,]*$|^\d{1,2}[.、](?!\d)|(?:(?:较|比)20\d\d年(?:底|末)?)?(?:在20\d\d年的?基础上)?(?:均|分别)?(?:实现)?“?[\u4e00-\u9fff]{0,2}(?:倍增|大幅(?:提升|增长)|稳步(?:提升|增长))”?$|^实施/g,
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
  if (FORECAST.test(words)) return true
  if (standing.namesFuture) return false
  if (LOOKING_BACK.test(headingWords(place)) || standing.namesPast) return true
  if (COMPARED.test(words) && !AIMED.test(words) && !isGoalSection(place)) return true
  return (PAST.test(words) || isReport(place)) && !FORWARD.test(words)
}

/** “已辅导业者860家,累计节省劳动力约15%”: what was reached goes on until a word of aims or a year. */
function isReached(clause: string, before: boolean): boolean {
  return REACHED_ALREADY.test(clause) || (before && !AIMED.test(clause) && !FORWARD.test(clause) && !/20\d\d年|新增|每年/.test(clause))
}

function isReport(place: Place): boolean {
  const { text } = place.reading.body.copy
  return REPORTS.test(place.head.title ?? /^\S{0,60}/.exec(text)?.[0] ?? '') && !/下一步|打算|安排|计划|展望|目标/.test(headingWords(place))
}

function nearby(clause: string, segment: Segment, { start }: Range): string {
  if (clause.length <= 2 * NEAR) return clause
  const at = segment.quantity.start - start
  return clause.slice(Math.max(0, at - NEAR), at + NEAR)
}
