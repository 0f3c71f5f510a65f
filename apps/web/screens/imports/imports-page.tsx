import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { RegisterDescription } from '#contract/entries.ts'
import type { ImportRights, ImportState } from '#contract/imports.ts'
import { exportAddress, templateAddress } from '../../api/endpoints.ts'
import { importRightsQuery, importsQuery } from '../../api/imports.ts'
import { registerQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session-gate.ts'
import { type Column, DataTable } from '../../frame/data-table.tsx'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { useAsOf } from '../../frame/use-as-of.ts'
import { importStateTexts, importTexts, outcomeTexts } from '../../texts/texts-imports.ts'
import { useSay } from '../../texts/use-say.ts'
import { Icon } from '../../theme/icons.tsx'
import { instantInTable } from '../../values/moment.ts'
import { thousands } from '../../values/money.ts'
import { BackToList } from './back-to-list.tsx'
import { OUTCOMES } from './outcomes.ts'
import { SheetUpload } from './sheet-upload.tsx'

const route = getRouteApi('/frame/registers/$register/imports')

/** Where sheets for a register are fetched and handed in, and what became of those of the person. */
export function ImportsPage() {
  const { register } = route.useParams()
  const description = useQuery(registerQuery(register))
  const rights = useQuery(importRightsQuery(register))
  return (
    <Loaded query={description}>{(known) => <Loaded query={rights}>{(may) => <Imports description={known} may={may} />}</Loaded>}</Loaded>
  )
}

interface ImportsProps {
  readonly description: RegisterDescription
  readonly may: ImportRights
}

function Imports({ description, may }: ImportsProps) {
  const say = useSay()
  const asOf = useAsOf()
  const register = say(description.title)
  const title = say(importTexts.title, { register })
  if (asOf !== undefined) return <Empty title={say(importTexts.past)} />
  if (!may.import && !may.history) return <Empty title={say(importTexts.noRight)} note={say(importTexts.noRightNote)} />
  return (
    <Page title={title} note={say(importTexts.note)} actions={<BackToList description={description} />}>
      <div className="import-start">
        <Templates description={description} may={may} />
        <section className="panel">
          <h2>{say(importTexts.stepUpload)}</h2>
          <SheetUpload register={description.name} may={may} />
        </section>
      </div>
      <MyImports register={description.name} />
    </Page>
  )
}

function Templates({ description: { name: register, may }, may: rights }: ImportsProps) {
  const say = useSay()
  const empty = {
    id: 'empty-template',
    href: templateAddress(register),
    label: importTexts.emptyTemplate,
    note: importTexts.emptyTemplateNote,
  }
  const history = {
    id: 'history-template',
    href: templateAddress(register, 'history'),
    label: importTexts.historyTemplate,
    note: importTexts.historyTemplateNote,
  }
  const links = [
    ...(may.includes('create') ? [empty] : []),
    {
      id: 'filled-template',
      href: exportAddress(register, 'xlsx'),
      label: importTexts.filledTemplate,
      note: importTexts.filledTemplateNote,
    },
    ...(rights.history ? [history] : []),
  ]
  return (
    <section className="panel">
      <h2>{say(importTexts.stepTemplate)}</h2>
      <ul className="import-templates">
        {links.map(({ id, href, label, note }) => (
          <li key={id}>
            <a href={href} download className="plain-link" data-testid={id}>
              <Icon name="down" />
              {say(label)}
            </a>
            <span className="note">{say(note)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function MyImports({ register }: { readonly register: string }) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const imports = useQuery(importsQuery)
  const columns: readonly Column<ImportState>[] = [
    {
      key: 'file',
      title: say(importTexts.file),
      main: true,
      render: ({ id, fileName }) => (
        <Link to="/registers/$register/imports/$import" params={{ register, import: id }}>
          {fileName}
        </Link>
      ),
    },
    { key: 'at', title: say(importTexts.at), fit: true, render: ({ createdAt }) => instantInTable(createdAt, jurisdiction.timeZone) },
    { key: 'state', title: say(importTexts.state), fit: true, render: ({ state }) => <ImportTag state={state} /> },
    { key: 'result', title: say(importTexts.result), render: (row) => <Counts of={row} /> },
  ]
  return (
    <section className="panel">
      <h2>{say(importTexts.mine)}</h2>
      <Loaded query={imports}>
        {({ imports: all }) => {
          const own = all.filter((one) => one.register === register)
          return own.length === 0 ? (
            <Empty title={say(importTexts.none)} note={say(importTexts.noneNote)} />
          ) : (
            <DataTable
              caption={say(importTexts.mine)}
              columns={columns}
              rows={own}
              rowKey={({ id }) => id}
              testId={({ id }) => `import-${id}`}
            />
          )
        }}
      </Loaded>
    </section>
  )
}

const TONES = { reading: 'waiting', ready: 'warning', applying: 'waiting', done: 'good', cancelled: 'plain', failed: 'bad' } as const

function ImportTag({ state }: Pick<ImportState, 'state'>) {
  const say = useSay()
  return <span className={`tag tag-${TONES[state]}`}>{say(importStateTexts[state])}</span>
}

function Counts({ of: { counts } }: { readonly of: ImportState }) {
  const say = useSay()
  const told = OUTCOMES.filter((outcome) => counts[outcome] > 0)
  return (
    <span className="import-counts">
      {told.map((outcome) => (
        <span key={outcome}>
          {say(outcomeTexts[outcome])} <span className="number">{thousands(String(counts[outcome]))}</span>
        </span>
      ))}
    </span>
  )
}
