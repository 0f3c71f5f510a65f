import type { Register } from '#engine/define/register.ts'

/**
 * A register can be decided in batches when its life cycle has the moves propose, takeOut, openNotice and publish and its
 * fields have batch, documentNo, documentTitle, documentDate and countsOn.
 */
const MOVES = ['propose', 'takeOut', 'openNotice', 'publish']
const FIELDS = ['batch', 'documentNo', 'documentTitle', 'documentDate', 'countsOn']

export function isBatched(register: Register): boolean {
  return MOVES.every((move) => register.moves[move]) && FIELDS.every((field) => register.fields[field])
}

/** The state from which entries are put into a batch: the one that `propose` leaves. */
export function readyState(register: Register): string {
  return Object.entries(register.states).find(([, { moves }]) => moves['propose'])?.[0] ?? ''
}
