import { Button } from 'antd'
import type { PacksView } from '#contract/packs.ts'
import { ActsHead, DataTable } from '../../frame/data-table.tsx'
import { Empty } from '../../frame/page-state.tsx'
import { testId } from '../../frame/test-id.ts'
import { useMayGive } from '../../frame/use-may-give.ts'
import { packStandingTexts, packTexts } from '../../texts/texts-packs.ts'
import { useSay } from '../../texts/use-say.ts'

interface ShippedPacksProps extends Pick<PacksView, 'shipped' | 'faulty'> {
  readonly onChoose: (pack: PacksView['shipped'][number]) => void
}

/** The packs that come with the program, with the one act that each of them allows. */
export function ShippedPacks({ shipped, faulty, onChoose }: ShippedPacksProps) {
  const say = useSay()
  const mayInstall = useMayGive('programmes.install-pack')
  const acts = { new: packTexts.install, newer: packTexts.upgrade, installed: undefined, older: undefined, other_source: undefined }
  return (
    <section className="panel">
      <h2>{say(packTexts.shipped)}</h2>
      {shipped.length === 0 ? (
        <Empty title={say(packTexts.noneShipped)} />
      ) : (
        <DataTable
          caption={say(packTexts.shipped)}
          rows={shipped}
          rowKey={({ code, version }) => `${code} ${version}`}
          testId={({ code }) => `pack-shipped-${code}`}
          columns={[
            { key: 'title', title: say(packTexts.pack), main: true, render: ({ title }) => say(title) },
            {
              key: 'version',
              title: say(packTexts.version),
              fit: true,
              render: ({ version }) => <span className="number">{version}</span>,
            },
            { key: 'source', title: say(packTexts.source), render: ({ source }) => source },
            { key: 'sha', title: say(packTexts.sha256), render: ({ sha256 }) => <span className="note sha">{sha256}</span> },
            { key: 'standing', title: say(packTexts.standing), fit: true, render: ({ standing }) => say(packStandingTexts[standing]) },
            {
              key: 'act',
              title: <ActsHead />,
              align: 'end',
              fit: true,
              render: (pack) => {
                const act = acts[pack.standing]
                return (
                  act &&
                  mayInstall && (
                    <Button size="small" type="primary" onClick={() => onChoose(pack)} {...testId(`choose-pack-${pack.code}`)}>
                      {say(act)}
                    </Button>
                  )
                )
              },
            },
          ]}
        />
      )}
      {faulty.map(({ folder, faults }) => (
        <div key={folder} className="refusal" role="alert">
          <p>{say(packTexts.faulty, { folder })}</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
