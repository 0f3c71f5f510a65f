import type { Decision, Register } from './register.ts'

/** What is wrong with what a register says of its batches: moves that exist, in an order that can be gone, and fields of the right kind. */
export function decisionFaults(register: Register): readonly string[] {
  const { decisions = {}, places, fields } = register
  return [
    ...Object.entries(decisions).flatMap(([code, decision]) =>
      [...movesWrong(register, decision), ...fieldsWrong(register, decision)].map((fault) => `decision ${code}: ${fault}`),
    ),
    ...(places === undefined || isPlaces(fields[places]) ? [] : [`places: ${places} is no table with the columns area and fromOn`]),
  ]
}

function movesWrong({ moves, states }: Register, { moves: steps }: Decision): readonly string[] {
  const named = Object.values(steps)
  const offered = (from: string, next: string) =>
    Object.values(states).some(({ moves: out }) => out[from] !== undefined && states[out[from]]?.moves[next] !== undefined)
  const order: readonly (readonly [string, string])[] = [
    [steps.propose, steps.takeOut],
    ...(steps.openNotice
      ? ([
          [steps.propose, steps.openNotice],
          [steps.openNotice, steps.publish],
        ] as const)
      : ([[steps.propose, steps.publish]] as const)),
  ]
  return [
    ...named.filter((move) => !moves[move]).map((move) => `there is no move ${move}`),
    ...named.filter((move) => moves[move] && !moves[move].via?.length).map((move) => `the move ${move} is made by no command`),
    ...order
      .filter(([from, next]) => moves[from] && moves[next] && !offered(from, next))
      .map(([from, next]) => `${next} does not follow ${from}`),
  ]
}

const KINDS = { batch: 'ref', documentNo: 'text', documentTitle: 'text', documentDate: 'day', countsOn: 'day' } as const

function fieldsWrong({ fields, moves, keys = {} }: Register, { writes, distinct }: Decision): readonly string[] {
  const written = Object.entries({ batch: 'batch', ...writes }) as readonly (readonly [keyof typeof KINDS, string])[]
  return [
    ...written
      .filter(([use, field]) => fields[field]?.kind !== KINDS[use] || !fields[field].system)
      .map(([use, field]) => `${use} needs a field of kind ${KINDS[use]} that the system writes; ${field} is none`),
    ...(distinct && fields[distinct.field]?.kind !== 'check' ? [`${distinct.field} is no check`] : []),
    ...(distinct && !keys[distinct.by] ? [`${distinct.by} is no key`] : []),
    ...(distinct?.loses && !moves[distinct.loses] ? [`${distinct.loses} is no move`] : []),
  ]
}

function isPlaces(field: Register['fields'][string] | undefined): boolean {
  return field?.kind === 'rows' && field.columns['area']?.kind === 'area' && field.columns['fromOn']?.kind === 'day'
}
