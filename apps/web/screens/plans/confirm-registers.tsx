import type { Proposal } from '#contract/programmes.ts'
import { REGISTER_NAMES } from '#policy-text/finding-names.ts'
import { PlainSelect } from '../../controls/plain-select.tsx'
import { LongTable } from '../../frame/long-table.tsx'
import { programmeTexts } from '../../texts/texts-programme.ts'
import { useSay } from '../../texts/use-say.ts'
import type { ConfirmChanges } from './confirm-changes.ts'
import { type Cut, CutTools, useCut } from './confirm-cut.tsx'

type Proposed = Proposal['registers'][number]

const NONE = ''
const keyOf = ({ item }: Proposed) => item
const wordsOf = ({ name }: Proposed) => name
const CUTS: readonly Cut<Proposed>[] = [
  { code: 'matched', title: programmeTexts.cutMatched, has: ({ register }) => register !== null },
  { code: 'none', title: programmeTexts.cutNotSetUp, has: ({ register }) => register === null },
]
/** No definition is proposed for what no list of entries is. */
const drafted = (kind: string | null) => kind !== 'platform' && kind !== 'map' && kind !== 'mechanism'

/** The lists a plan asks for, each with the register that keeps it, or none yet. */
export function ConfirmRegisters({ proposal, changes }: { readonly proposal: Proposal; readonly changes: ConfirmChanges }) {
  const say = useSay()
  const options = [
    { value: NONE, label: say(programmeTexts.notSetUp) },
    ...proposal.kept.map(({ name, title }) => ({ value: name, label: say(title) })),
  ]
  const cut = useCut({ proposed: proposal.registers, keyOf, wordsOf, cuts: CUTS })
  if (proposal.registers.length === 0) return null
  return (
    <section className="panel" aria-label={say(programmeTexts.registers)} id="confirm-registers">
      <h2>{say(programmeTexts.registers)}</h2>
      <CutTools cut={cut} caption={say(programmeTexts.registers)} testId="registers" />
      <LongTable
        caption={say(programmeTexts.registers)}
        rows={changes.registers.filter(({ item }) => cut.isShown(item))}
        rowKey={({ item }) => item}
        columns={[
          { key: 'list', title: say(programmeTexts.list), main: true, render: ({ name }) => name },
          { key: 'kind', title: say(programmeTexts.kind), fit: true, render: ({ kind }) => <KindName kind={kind} /> },
          {
            key: 'register',
            title: say(programmeTexts.register),
            render: ({ item, kind, register, why }) => (
              <div className="tree-choices">
                <PlainSelect
                  label={say(programmeTexts.register)}
                  value={register ?? NONE}
                  options={options}
                  onChange={(name) => changes.changeRegister(item, name === NONE ? null : name)}
                  testId={`register-${item}`}
                />
                <span className="note">{say(why)}</span>
                {register === null && drafted(kind) && <span className="note">{say(programmeTexts.asProposal)}</span>}
              </div>
            ),
          },
        ]}
      />
    </section>
  )
}

/** What sort of list it is. */
export function KindName({ kind }: { readonly kind: string | null }) {
  const say = useSay()
  const words = kind === null ? undefined : REGISTER_NAMES[kind as keyof typeof REGISTER_NAMES] // a code of the register
  return <span>{words ? say(words) : say(REGISTER_NAMES.list)}</span>
}
