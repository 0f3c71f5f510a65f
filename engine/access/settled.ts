import type { Actor } from '#engine/define/actor.ts'
import type { Expression } from '#engine/define/expression.ts'

/** The same condition with the person's roles already answered: what is left speaks of the entry alone, and may be `always`. */
export function settled(expression: Expression, actor: Pick<Actor, 'roles'>): Expression {
  if ('all' in expression) return joined(expression.all, actor, false)
  if ('any' in expression) return joined(expression.any, actor, true)
  if ('not' in expression) return negated(settled(expression.not, actor))
  if ('role' in expression) return { always: actor.roles.has(expression.role) }
  return expression
}

/** Whether a settled condition holds for no entry at all. */
export function isNever(expression: Expression): boolean {
  return 'always' in expression && !expression.always
}

/** One part that is `deciding` decides an `any` (true) or an `all` (false); parts of the other kind say nothing. */
function joined(parts: readonly Expression[], actor: Pick<Actor, 'roles'>, deciding: boolean): Expression {
  const left: Expression[] = []
  for (const part of parts) {
    const own = settled(part, actor)
    if (!('always' in own)) left.push(own)
    else if (own.always === deciding) return own
  }
  const [only] = left
  if (only === undefined) return { always: !deciding }
  if (left.length === 1) return only
  return deciding ? { any: left } : { all: left }
}

function negated(expression: Expression): Expression {
  return 'always' in expression ? { always: !expression.always } : { not: expression }
}
