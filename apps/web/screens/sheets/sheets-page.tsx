import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { LayoutsView } from '#contract/sheets.ts'
import { useSession } from '../../api/session-gate.ts'
import { layoutsQuery } from '../../api/sheets.ts'
import { type Column, DataTable } from '../../frame/data-table.tsx'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { sheetTexts } from '../../texts/texts-sheets.ts'
import { useSay } from '../../texts/use-say.ts'
import { instantInTable } from '../../values/moment.ts'

type LaidOutRegister = LayoutsView['registers'][number]

/** The registers that are filled in by sheets, and whose layout the sheet of each has. */
export function SheetsPage() {
  const say = useSay()
  const layouts = useQuery(layoutsQuery)
  return (
    <Page title={say(sheetTexts.title)} note={say(sheetTexts.note)}>
      <section className="panel">
        <Loaded query={layouts}>
          {({ registers }) => (registers.length === 0 ? <Empty title={say(sheetTexts.none)} /> : <Registers registers={registers} />)}
        </Loaded>
      </section>
    </Page>
  )
}

function Registers({ registers }: LayoutsView) {
  const say = useSay()
  const { jurisdiction } = useSession()
  const columns: readonly Column<LaidOutRegister>[] = [
    {
      key: 'register',
      title: say(sheetTexts.register),
      main: true,
      render: ({ register, title }) => (
        <Link to="/sheets/$register" params={{ register }}>
          {say(title)}
        </Link>
      ),
    },
    {
      key: 'columns',
      title: say(sheetTexts.columns),
      align: 'end',
      fit: true,
      render: ({ columns: many }) => <span className="number">{many}</span>,
    },
    {
      key: 'layout',
      title: say(sheetTexts.layout),
      fit: true,
      render: ({ isOwn }) => (
        <span className={`tag tag-${isOwn ? 'good' : 'plain'}`}>{say(isOwn ? sheetTexts.own : sheetTexts.isDefault)}</span>
      ),
    },
    {
      key: 'changed',
      title: say(sheetTexts.changed),
      render: ({ changedAt, changedBy }) =>
        changedAt === null
          ? say(sheetTexts.nothing)
          : say(sheetTexts.changedBy, { at: instantInTable(changedAt, jurisdiction.timeZone), by: changedBy ?? say(sheetTexts.nothing) }),
    },
  ]
  return (
    <DataTable
      caption={say(sheetTexts.registers)}
      columns={columns}
      rows={registers}
      rowKey={({ register }) => register}
      testId={({ register }) => `sheet-${register}`}
    />
  )
}
