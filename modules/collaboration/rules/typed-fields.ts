import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'

/** What was typed into fields that the register has today and that people fill in. */
export function typedFields({ fields }: Register, typed: Row): Row {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => fields[name] && !fields[name].system))
}
