import { Buffer } from 'node:buffer'
import type { Actor } from '#engine/define/actor.ts'
import { cityOf, isProvince } from '#engine/define/area-code.ts'
import type { Decision } from '#engine/define/register.ts'
import { execute } from '#engine/store/command.ts'
import { recordUpload } from '#engine/store/uploads.ts'
import { advance, enter, groups, must, type Planned, type Seeding, type Underway } from './advance.ts'
import { apply, openCall, sendLetters } from './calls.ts'
import { filled } from './filler.ts'
import type { Line } from './officials.ts'
import { seeded } from './random.ts'
import { ageOf, arriving, enteredOn, later, type Pace } from './recent.ts'
import { simulatedClock } from './simulated-clock.ts'
import { stories } from './stories/stories.ts'
import type { Later, Round, Story } from './stories/story.ts'
import type { SeededUnit } from './units.ts'

export interface People {
  readonly lineOf: (area: string) => Line
  readonly applicantOf: (unit: SeededUnit) => Actor
  /** The codes of all zones. */
  readonly zones: readonly string[]
}

/** Three years of the five registers: rounds that were published, later decisions, exits, what came in the last week, and applications on their way. */
export async function seedYears(seeding: Seeding, units: readonly SeededUnit[], people: People, share: number): Promise<void> {
  const uploads = new Map<string, Promise<Readonly<Record<string, unknown>>>>()
  // A file for each person and kind of paper: what hangs on thousands of entries need not be thousands of files.
  const upload = (actor: Actor, name: string) => {
    const key = `${actor.person}:${name}`
    const known = uploads.get(key) ?? putFile(seeding, actor, name)
    uploads.set(key, known)
    return known
  }
  // Side by side, each from a seed of its own: they wait for the database most of the time, and none depends on another.
  await Promise.all(
    stories({ upload })
      .map((story) => shortened(story, share))
      .map((story, place) => {
        const own: Seeding = { ...seeding, random: seeded(SEED + place) }
        return tell(own, story, people, makerOf(own, story, units, people, upload), place)
      }),
  )
}

/** The same story with so many of its entries; every state that is told of keeps one. */
function shortened(story: Story, share: number): Story {
  const fewer = (count: number) => Math.ceil(count * share)
  return {
    ...story,
    rounds: story.rounds.map((round) => ({ ...round, entries: fewer(round.entries) })),
    later: story.later.map((later) => ({ ...later, entries: fewer(later.entries) })),
    ...(story.lately && { lately: { ...story.lately, entries: fewer(story.lately.entries) } }),
    open: Object.fromEntries(Object.entries(story.open).map(([state, count]) => [state, fewer(count)])),
  }
}

/** What was completed later is not the plan's, though the demonstration may be made later. */
const END_OF_THE_PLAN = '2026-12-31'

type Maker = (day: string, isFit?: IsFit) => Promise<Planned>
type IsFit = (unit: SeededUnit) => boolean
const ANY: IsFit = () => true

/** Invented applications of a register, one after the other. */
function makerOf(
  { random }: Seeding,
  { register, unitTypes, said }: Story,
  units: readonly SeededUnit[],
  { lineOf, applicantOf, zones }: People,
  upload: (actor: Actor, name: string) => Promise<Readonly<Record<string, unknown>>>,
): Maker {
  const fit = units.filter(({ unitType }) => unitTypes.includes(unitType))
  let number = 0
  return async (day, isFit = ANY) => {
    number++
    // Every enterprise enters the library once, whoever is asked for; all of them lie in a county.
    const unit = register.name === 'enterprise' ? fit[(number * 7) % fit.length]! : random.pick(fit.filter(isFit))
    const creator = applicantOf(unit)
    const completedOn = daysBefore(day, 10 + random.below(60))
    const facts = {
      random,
      number,
      area: unit.area,
      unit: unit.id,
      unitTitle: unit.title,
      completedOn: completedOn < END_OF_THE_PLAN ? completedOn : END_OF_THE_PLAN,
      file: await upload(creator, '佐证材料'),
      terms: () => [],
    }
    const values = filled(register, facts, {
      contact: '演示联系人',
      disclosure: 'open',
      filedFor: null,
      zone: zoneFor(zones, unit.area, number),
      attributedYear: facts.completedOn.slice(0, 4),
      ...said(facts),
      ...(isProvince(unit.area) && { channel: 'university' }),
    })
    return { values, creator, line: lineOf(unit.area) }
  }
}

/** A zone is where it is; of the others in a city that has zones, every third lies in one. */
function zoneFor(zones: readonly string[], area: string, number: number): string | null {
  if (zones.includes(area)) return area
  const near = isProvince(area) || number % 3 !== 0 ? [] : zones.filter((zone) => cityOf(zone) === cityOf(area))
  return near[number % near.length] ?? null
}

async function tell(seeding: Seeding, story: Story, people: People, make: Maker, place: number): Promise<void> {
  let published: readonly Underway[] = []
  const chapters: readonly (Round | Later)[] = [...story.rounds, ...story.later].toSorted((a, b) => (a.from < b.from ? -1 : 1))
  for (const chapter of chapters) {
    const own = at(seeding, chapter.from)
    published =
      'decision' in chapter
        ? await decideLater(own, story, chapter, published)
        : [...published, ...(await tellRound(own, story, chapter, make))]
  }
  const call = await openCall(at(seeding, '2026-08-31'), story, people)
  await tellOpen(seeding, story, call, make, place)
  const [lately, earlier] = leaving(story, published)
  await leave(at(seeding, '2026-07-06'), story, earlier)
  await tellLastWeek(seeding, story, make, lately)
}

/** What is on its way: each entry came to where it stands some working days ago, by the steps of the weeks before. */
async function tellOpen(seeding: Seeding, story: Story, call: string | undefined, make: Maker, place: number): Promise<void> {
  let number = AGES_APART * place
  for (const [goal, count] of Object.entries(story.open)) {
    let waiting = 0
    const ages = Array.from({ length: count }, () => ageOf(number++))
    for (const [age, alike] of groups(ages, (each) => each)) {
      const own = at(seeding, AUTUMN)
      const day = later(AUTUMN, enteredOn(seeding.recent, age))
      own.clock.set(day, 9)
      const entered = await enter(own, story.register, await several(alike.length, () => make(day, fitFor(goal, waiting++))))
      const applied = call && goal !== 'draft' && goal !== 'reserve' ? await apply(own, call, entered) : entered
      const there = await advance(own, story.register, applied, goal, story.onTheWay, arriving(seeding.recent, age))
      if (call && goal === 'recommended') await sendLetters(own, story, call, there)
    }
  }
}

const SEED = 20_240_301
const AUTUMN = '2026-09-07'
/** The registers begin at different places of the ages, so that a small demonstration has late entries, too. */
const AGES_APART = 4
/** What the last week brought came so many working days ago. */
const LAST_WEEK = 3
const AFTER_AUTUMN = '2026-09-28'
/** From the proposed list over the public notice to the document, as `decide` moves the clock. */
const DAYS_OF_A_DECISION = 30
/** The longest way from the draft to the proposed list, three days a step. */
const DAYS_BEFORE_READY = 35

/** A chapter has a clock of its own: what several divisions do at the same time need not stand in one line. */
function at(seeding: Seeding, day: string): Seeding {
  const clock = simulatedClock(day)
  return { ...seeding, clock, store: { ...seeding.store, clock } }
}

async function tellRound(seeding: Seeding, story: Story, round: Round, make: Maker): Promise<readonly Underway[]> {
  const entered = await enter(seeding, story.register, await several(round.entries, () => make(round.from)))
  const decision = story.decision === undefined ? undefined : story.register.decisions![story.decision]!
  const ready = decision ? stateBefore(story, decision.moves.propose) : story.reached
  const waiting = await advance(seeding, story.register, entered, ready, story.onTheWay)
  return decision ? await decide(seeding, story, story.decision!, round, waiting) : waiting
}

/** Some of those published so far get the next title. */
async function decideLater(seeding: Seeding, story: Story, later: Later, published: readonly Underway[]): Promise<readonly Underway[]> {
  const from = stateBefore(story, story.register.decisions![later.decision]!.moves.propose)
  const fit = published.filter(({ state, values }) => state === from && values['category'] !== 'early')
  const step = Math.max(1, Math.floor(fit.length / later.entries))
  const chosen = fit.filter((_entry, position) => position % step === 0).slice(0, later.entries)
  const raised = new Map((await decide(seeding, story, later.decision, later, chosen)).map((entry) => [entry.id, entry]))
  return published.map((entry) => raised.get(entry.id) ?? entry)
}

function stateBefore({ register }: Story, move: string): string {
  return Object.entries(register.states).find(([, { moves }]) => moves[move])![0]
}

/** Proposed list, public notice where the decision has one, issued document. */
async function decide(
  { installation, store, clock }: Seeding,
  { register }: Story,
  code: string,
  { title, documentNo }: Round,
  entries: readonly Underway[],
): Promise<readonly Underway[]> {
  const decision: Decision = register.decisions![code]!
  const given = { actor: entries[0]!.line.planner, request: 'seed' }
  const run = (name: string, input: object) => must(execute(store, installation.shipped.commands.get(`selection.${name}`)!, given, input))
  clock.advance({ days: 5 })
  const { batch } = (await run('start-batch', { title: `${title}（演示）`, register: register.name, decision: code })) as { batch: string }
  await run('add-to-batch', { batch, entries: entries.map(({ id }) => id) })
  clock.advance({ days: 2 })
  if (decision.moves.openNotice) {
    await run('open-notice', { batch, from: clock.daysAgo(-1), to: clock.daysAgo(-15) })
    clock.advance({ days: 17 })
    await run('close-notice', { batch })
  }
  clock.advance({ days: 6 })
  await run('publish-batch', { batch, documentNo, documentTitle: `关于公布${title}名单的通知（演示）`, documentDate: clock.daysAgo(1) })
  const moves = [decision.moves.propose, decision.moves.openNotice, decision.moves.publish].filter((move) => move !== undefined)
  return entries.map((entry) => ({
    ...entry,
    version: entry.version + moves.length,
    state: moves.reduce((state, move) => register.states[state]!.moves[move]!, entry.state),
  }))
}

const FIRST_CITY = '3205'
/** What units of the province hand in goes by their department, past these. */
const THROUGH_A_COUNTY = new Set(['countyChecked', 'countyApproved', 'cityChecked', 'notRecommended'])

/** Of each kind the first is of the city whose accounts are tried out, so that a small demonstration has work for them, too. */
function fitFor(goal: string, place: number): IsFit {
  if (place === 0) return ({ area }) => area.startsWith(FIRST_CITY) && !area.endsWith('00')
  return THROUGH_A_COUNTY.has(goal) ? ({ area }) => !area.endsWith('00') : ANY
}

/** What the last week brought: some more of what counts, and one that left. */
async function tellLastWeek(seeding: Seeding, story: Story, make: Maker, lately: readonly Underway[]): Promise<void> {
  const { recent } = seeding
  const day = recent.workingDaysAgo(LAST_WEEK, AFTER_AUTUMN)
  await leave(at(seeding, day), story, lately, arriving(recent, LAST_WEEK))
  if (!story.lately) return
  const decision = story.decision === undefined ? undefined : story.register.decisions![story.decision]!
  const ready = decision ? daysBefore(day, DAYS_OF_A_DECISION) : day
  const own = at(seeding, daysBefore(ready, DAYS_BEFORE_READY))
  const entered = await enter(own, story.register, await several(story.lately.entries, () => make(daysBefore(ready, DAYS_BEFORE_READY))))
  const goal = decision ? stateBefore(story, decision.moves.propose) : story.reached
  const pace = decision ? undefined : arriving(recent, LAST_WEEK)
  const there = await advance(own, story.register, entered, goal, story.onTheWay, pace)
  own.clock.set(ready, 9)
  if (decision) await decide(own, story, story.decision!, { ...story.lately, from: ready }, there)
}

/** One in forty leaves again, so that figures fall as well as rise; the last of them in the last week. */
function leaving({ register, reached }: Story, published: readonly Underway[]): readonly [readonly Underway[], readonly Underway[]] {
  if (!register.moves['exit']) return [[], []]
  const all = published.filter(({ state }, position) => state === reached && position % 40 === 7)
  return [all.slice(-1), all.slice(0, -1)]
}

async function leave(seeding: Seeding, { register, onTheWay }: Story, entries: readonly Underway[], pace?: Pace): Promise<void> {
  await advance(seeding, register, entries, 'exited', onTheWay, pace)
}

async function several<Item>(count: number, make: () => Promise<Item>): Promise<readonly Item[]> {
  const items: Item[] = []
  for (let made = 0; made < count; made++) items.push(await make())
  return items
}

async function putFile({ installation, store }: Seeding, actor: Actor, kind: string) {
  const stored = await installation.files.put(
    Buffer.from(`演示数据\n${kind}\n本文件由演示程序生成，不是真实材料。\n岗位编号 ${actor.post}\n`),
    {
      limitBytes: 1_000_000,
    },
  )
  if ('problem' in stored) throw new Error(stored.words.zh)
  const file = { sha256: stored.sha256, name: `${kind}（演示）.txt`, size: stored.size, type: 'text/plain' }
  await recordUpload(store, actor, file)
  return file
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}
