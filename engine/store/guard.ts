import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Expression } from '#engine/define/expression.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'

/** A rule of a module against a move of registers it does not define: the quota of a call, an open objection. */
export interface Guard {
  /** Absent: every register that has the move. */
  readonly register?: string
  readonly move: string
  /** The sentences that stand against the move; none lets it pass. */
  against(question: GuardQuestion): Promise<readonly Words[]>
}

/** What a guard is told, and how it looks around; whatever the person may read. */
export interface GuardQuestion {
  readonly register: Register
  /** The entries that one act moves, as they stand before it. */
  readonly rows: readonly Row[]
  readonly today: string
  readonly actor: Actor
  readonly need: (register: string) => Register
  readonly look: (register: Register, where: Expression) => Promise<readonly Row[]>
  /** As `look`; in a command the entries stay locked until it ends, so that two of them count one after the other. */
  readonly lock: (register: Register, where: Expression) => Promise<readonly Row[]>
}
