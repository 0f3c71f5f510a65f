import { type Proposal, proposalInput } from '#contract/programmes.ts'
import { holds } from '#engine/access/holds.ts'
import { refuse } from '#engine/define/refusal.ts'
import { mayRead } from '#engine/store/entries.ts'
import { list } from '#engine/store/list.ts'
import { query } from '#engine/store/query.ts'
import { poolReader, readEntry } from '#engine/store/read.ts'
import { countedIndicators, findingsOf, type PlanItem, type PolicyDocument, planItem, policyDocument } from '#modules/plans/index.ts'
import { draftedFields } from '../rules/draft-fields.ts'
import { type Drafts, draftedInstruments } from '../rules/draft-proposals.ts'
import { amountsInWords, instrumentTitle } from '../rules/pack-proposals.ts'
import { standingSettings } from '../rules/settings.ts'
import { keptRegisters, type Proposed, propose } from './propose.ts'
import { decidedSettings } from './standing.ts'
import { statisticFor } from './statistic-for.ts'

const MOST_ITEMS = 5000

/** What confirming a document would make, before it is done: targets under headlines, tasks with units, lists with registers. */
export const proposal = query({
  name: 'programmes.proposal',
  label: { zh: '确认前预览', en: 'What confirming would make' },
  input: proposalInput,
  right: { always: true },
  async run({ store, actor }, { document: id }) {
    const row = await readEntry(poolReader(store), store, policyDocument, id)
    if (!row || !mayRead(policyDocument, row, actor))
      return refuse('not_found', 'entry.not-found', '没有这份文件，或您的岗位无权查看', 'no such document, or your post may not read it')
    const found = await list(poolReader(store), store, planItem, actor, {
      filter: { field: 'document', is: id },
      sort: 'no',
      limit: MOST_ITEMS,
    })
    if (!found.ok) return found
    const document = row as unknown as PolicyDocument // read by its own definition
    const items = found.rows as unknown as readonly PlanItem[] // read by their own definition
    const indicators = countedIndicators(store.catalogue)
    const [proposed, decided] = await Promise.all([
      propose(
        store,
        document,
        items.filter(({ state }) => state !== 'removed' && state !== 'leftOut'),
      ),
      decidedSettings(store),
    ])
    return {
      document: {
        id,
        title: document.title,
        state: document.state,
        mayConfirm: document.state === 'draft' && holds(policyDocument.access.confirm, policyDocument, row, actor),
      },
      ...presented(proposed),
      indicators: indicators.map(({ code, rule }) => ({
        code,
        title: rule.title,
        unit: rule.unit,
        parts: Object.entries(rule.parts ?? {}).map(([part, { title }]) => ({ part, title })),
        settings: standingSettings(code, rule, decided).map((each) => ({ ...each, choices: [...each.choices] })),
      })),
      benefits: draftedInstruments(findingsOf(document).instruments).map((each) => benefitShown(each, document.text ?? '')),
      fields: fieldsShown(document),
      kept: keptRegisters(store.catalogue, indicators).map(({ name, title }) => ({ name, title })),
      removed: items.length - items.filter(({ state }) => state !== 'removed' && state !== 'leftOut').length,
    } satisfies Proposal
  },
})

function benefitShown({ kind, recipient, per, conditions, benefits, start, end }: Drafts['instruments'][number], text: string) {
  const figures = amountsInWords([...conditions, ...benefits])
  return {
    title: instrumentTitle(kind, recipient),
    words: [per.join('、'), figures].filter(Boolean).join('：'),
    quote: text.slice(start, end),
  }
}

function fieldsShown(document: PolicyDocument): Proposal['fields'] {
  const { classifications, crosswalks } = draftedFields(document, findingsOf(document).fields)
  const [own, ...published] = classifications
  const titleOf = (scheme: string, code: string) =>
    published.find((each) => each.code === scheme)?.terms.find((term) => term.code === code)?.title
  return (own?.terms ?? []).map(({ code, title, parent }) => ({
    code,
    title: title.zh,
    parent: parent ?? null,
    places: crosswalks.flatMap(({ fromCode, toScheme, toCode }) => (fromCode === code ? (titleOf(toScheme, toCode) ?? []) : [])),
  }))
}

function presented({ targets, tasks, registers }: Proposed): Pick<Proposal, 'targets' | 'tasks' | 'registers'> {
  return {
    targets: targets.map((target) => {
      const { source, relation, parent, relationWhy, indicator, part } = target
      const { id, label, quote, low, high, unit, comparator, deadline, period } = source
      const why = source.indicatorWhy as Proposal['targets'][number]['indicatorWhy'] // as the reader wrote it
      const shown = { item: id, label, quote, low, high, unit, comparator, deadline, period }
      return { ...shown, relation, parent, relationWhy, indicator, indicatorWhy: why, part, statistic: statisticFor(target)?.title ?? null }
    }),
    tasks: tasks.map(({ item, title, under, actionClass, dueYear, lead, support, joint }) => {
      return { item, title, under, actionClass, dueYear, lead: [...lead], support: [...support], joint }
    }),
    registers: registers.map(({ source, name, kind, register, why }) => ({ item: source.id, name, kind, register, why })),
  }
}
