import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PackInstalled, PacksView } from '#contract/packs.ts'
import { packsQuery } from '../../api/queries.ts'
import { DataTable } from '../../frame/data-table.tsx'
import { Page } from '../../frame/page.tsx'
import { Empty, Loaded } from '../../frame/page-state.tsx'
import { packTexts } from '../../texts/texts-packs.ts'
import { useSay } from '../../texts/use-say.ts'
import { PackConflicts } from '../plans/pack-conflicts.tsx'
import { InstallDialog } from './install-dialog.tsx'
import { ShippedPacks } from './shipped-packs.tsx'

type ShippedPack = PacksView['shipped'][number]

/** Packs that are installed, those that can be, and what an upgrade left to decide. */
export function PacksPage() {
  const say = useSay()
  const packs = useQuery(packsQuery)
  const [chosen, setChosen] = useState<ShippedPack>()
  const [done, setDone] = useState<PackInstalled>()
  const close = (answer?: PackInstalled) => {
    setChosen(undefined)
    if (answer) setDone(answer)
  }
  return (
    <Page title={say(packTexts.title)} note={say(packTexts.note)}>
      <Loaded query={packs}>
        {({ installed, shipped, faulty }) => (
          <>
            {done && (
              <p className="note" role="status" data-testid="pack-done">
                {say(packTexts.done, counts(done))}
              </p>
            )}
            <InstalledPacks installed={installed} />
            <ShippedPacks shipped={shipped} faulty={faulty} onChoose={setChosen} />
          </>
        )}
      </Loaded>
      {chosen && <InstallDialog pack={chosen} onClose={close} />}
    </Page>
  )
}

/** The counts that the sentence tells. */
function counts({ added, kept, changed, takenOut, conflicts }: PackInstalled) {
  return { added, kept, changed, takenOut, conflicts }
}

function InstalledPacks({ installed }: Pick<PacksView, 'installed'>) {
  const say = useSay()
  const toProgramme = ({ document, title }: PacksView['installed'][number], words = title) => (
    <Link to="/plans/$document/programme" params={{ document: document.id }}>
      {words}
    </Link>
  )
  return (
    <section className="panel">
      <h2>{say(packTexts.installed)}</h2>
      {installed.length === 0 ? (
        <Empty title={say(packTexts.noneInstalled)} note={say(packTexts.noneInstalledNote)} />
      ) : (
        <DataTable
          caption={say(packTexts.installed)}
          rows={installed}
          rowKey={({ code }) => code}
          testId={({ code }) => `pack-installed-${code}`}
          columns={[
            { key: 'title', title: say(packTexts.pack), main: true, render: (row) => toProgramme(row) },
            {
              key: 'version',
              title: say(packTexts.version),
              fit: true,
              render: ({ version }) => <span className="number">{version}</span>,
            },
            { key: 'source', title: say(packTexts.source), render: ({ document }) => document.title },
            { key: 'sha', title: say(packTexts.sha256), render: ({ sha256 }) => <span className="note sha">{sha256}</span> },
            {
              key: 'text',
              title: say(packTexts.text),
              fit: true,
              render: (row) => (row.hasText ? say(packTexts.hasText) : toProgramme(row, say(packTexts.noText))),
            },
            {
              key: 'open',
              title: say(packTexts.open),
              align: 'end',
              fit: true,
              render: ({ conflicts }) => <span className="number">{conflicts}</span>,
            },
          ]}
        />
      )}
      {installed.map(({ code, conflicts }) => conflicts > 0 && <PackConflicts key={code} code={code} />)}
    </section>
  )
}
