import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Programme } from '#contract/programmes.ts'
import { programmeQuery } from '../../api/queries.ts'
import { LongTable } from '../../frame/long-table.tsx'
import { Page } from '../../frame/page.tsx'
import { Loaded } from '../../frame/page-state.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { useMayGive } from '../../frame/use-may-give.ts'
import { programmeTexts, relationTexts } from '../../texts/texts-programme.ts'
import { versionTexts } from '../../texts/texts-versions.ts'
import { useSay } from '../../texts/use-say.ts'
import { thousands } from '../../values/money.ts'
import { NOTHING } from '../../values/print.ts'
import { SettingLines } from '../figures/settings.tsx'
import { KindName } from './confirm-registers.tsx'
import { valueInWords } from './item-words.ts'
import { PackBox } from './pack-box.tsx'
import { PackProposalList } from './pack-proposals.tsx'
import { asTree } from './target-tree.ts'

const route = getRouteApi('/frame/plans/$document/programme')

/** What a confirmed plan became: targets with their figures, settings, tasks, lists. */
export function ProgrammePage() {
  const say = useSay()
  const { document } = route.useParams()
  const mayRenew = useMayGive('programmes.adopt-version')
  const programme = useQuery(programmeQuery(document, useAsOf()))
  return (
    <Loaded query={programme}>
      {(loaded) => (
        <Page
          title={loaded.plan.title}
          note={say(programmeTexts.programmeNote, { from: loaded.plan.from ?? NOTHING, until: loaded.plan.until ?? NOTHING })}
          actions={
            <>
              {mayRenew && (
                <Link to="/plans/upload" search={{ supersedes: loaded.document.id }} data-testid="new-version">
                  {say(versionTexts.newVersion)}
                </Link>
              )}
              <Link to="/plans/$document" params={{ document: loaded.document.id }}>
                {say(programmeTexts.seeText)}
              </Link>
              <Link to="/tasks" search={{ document: loaded.document.id }} data-testid="to-tasks">
                {say(programmeTexts.taskCount, { count: loaded.tasks })}
              </Link>
            </>
          }
        >
          <PackBox programme={loaded} />
          <Targets programme={loaded} />
          <Settings programme={loaded} />
          <Registers programme={loaded} />
          <PackProposalList document={loaded.document.id} />
        </Page>
      )}
    </Loaded>
  )
}

type Target = Programme['targets'][number]

function Targets({ programme }: { readonly programme: Programme }) {
  const say = useSay()
  return (
    <section className="panel" aria-label={say(programmeTexts.targets)} data-testid="programme-targets">
      <h2>{say(programmeTexts.targets)}</h2>
      <LongTable
        caption={say(programmeTexts.targets)}
        rows={asTree(programme.targets, ({ id }) => id)}
        rowKey={({ id }) => id}
        testId={({ id }) => `target-${id}`}
        columns={[
          {
            key: 'target',
            title: say(programmeTexts.target),
            main: true,
            render: (target) => <TargetCell target={target} document={programme.document.id} />,
          },
          { key: 'relation', title: say(programmeTexts.relation), fit: true, render: ({ relation }) => say(relationTexts[relation]) },
          {
            key: 'value',
            title: say(programmeTexts.value),
            align: 'end',
            render: (target) => <span className="number">{say(valueInWords(target))}</span>,
          },
          { key: 'actual', title: say(programmeTexts.actual), align: 'end', render: (target) => <Actual target={target} /> },
        ]}
      />
    </section>
  )
}

function TargetCell({ target, document }: { readonly target: Target; readonly document: string }) {
  const say = useSay()
  return (
    <div className={target.relation === 'headline' ? 'tree-head' : 'tree-under'}>
      <strong>{target.title}</strong>
      <div className="note">
        <Link to="/plans/$document" params={{ document }} search={{ item: target.item }}>
          {target.quote}
        </Link>
      </div>
      {target.relationWhy && <div className="note">{say(target.relationWhy)}</div>}
    </div>
  )
}

function Actual({ target: { indicator, value, follows, source } }: { readonly target: Target }) {
  const say = useSay()
  if (indicator !== null && follows === 'statistic' && value === null) return <ToStatistics />
  if (indicator === null || value === null) return <span className="note">{NOTHING}</span>
  return (
    <>
      <Link to="/figures/$indicator" params={{ indicator }} className="number" data-testid={`target-figure-${indicator}`}>
        {thousands(value)}
      </Link>
      {source && <div className="note">{say(programmeTexts.statisticOf, { period: source.period, source: source.title })}</div>}
    </>
  )
}

/** A target that waits for its first published value. */
function ToStatistics() {
  const say = useSay()
  return (
    <Link to="/registers/$register" params={{ register: 'statistic' }} className="note" data-testid="target-to-enter">
      {say(programmeTexts.toEnter)}
    </Link>
  )
}

function Settings({ programme: { settings } }: { readonly programme: Programme }) {
  const say = useSay()
  const indicators = [...new Set(settings.map(({ indicator }) => indicator))]
  if (indicators.length === 0) return null
  return (
    <section className="panel" aria-label={say(programmeTexts.settings)}>
      <h2>{say(programmeTexts.settings)}</h2>
      {indicators.map((indicator) => (
        <SettingLines key={indicator} indicator={indicator} settings={settings.filter((each) => each.indicator === indicator)} changeable />
      ))}
    </section>
  )
}

function Registers({ programme: { registers } }: { readonly programme: Programme }) {
  const say = useSay()
  return (
    <section className="panel" aria-label={say(programmeTexts.registers)} data-testid="programme-registers">
      <h2>{say(programmeTexts.registers)}</h2>
      {registers.length === 0 ? (
        <p className="note">{say(programmeTexts.none)}</p>
      ) : (
        <LongTable
          caption={say(programmeTexts.registers)}
          rows={registers}
          rowKey={({ id }) => id}
          columns={[
            { key: 'list', title: say(programmeTexts.list), main: true, render: ({ name }) => name },
            { key: 'kind', title: say(programmeTexts.kind), fit: true, render: ({ kind }) => <KindName kind={kind} /> },
            { key: 'register', title: say(programmeTexts.register), render: (each) => <RegisterCell register={each} /> },
          ]}
        />
      )}
    </section>
  )
}

function RegisterCell({ register: { register, registerTitle, why } }: { readonly register: Programme['registers'][number] }) {
  const say = useSay()
  return (
    <>
      {register === null ? (
        say(programmeTexts.notSetUp)
      ) : (
        <Link to="/registers/$register" params={{ register }}>
          {registerTitle ? say(registerTitle) : register}
        </Link>
      )}
      {why && <div className="note">{say(why)}</div>}
    </>
  )
}
