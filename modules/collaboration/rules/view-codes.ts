import type { ListLook } from '#contract/views.ts'
import type { Register } from '#engine/define/register.ts'
import { kindOf } from '#engine/kinds/index.ts'
import { nameKey } from '#engine/kinds/kind.ts'

/** A code or id that a view asks for by a field whose values another register names. */
export interface AskedCode {
  readonly field: string
  readonly code: string
  /** Under which its title is answered when it exists. */
  readonly key: string
}

/** The codes of areas, classes and entries that a view chooses by fields. */
export function codesAsked(register: Register, { f = {} }: ListLook): readonly AskedCode[] {
  return Object.entries(f).flatMap(([field, codes]) => {
    const definition = register.fields[field]!
    const by = kindOf(definition)
      .namesBy?.(definition)
      ?.find(({ column }) => column === undefined)
    const isRef = kindOf(definition).refersTo?.(definition) !== undefined
    if (!by && !isRef) return []
    return codes.filter((code) => code !== '').map((code) => ({ field, code, key: by ? nameKey(by, code) : code }))
  })
}

/** The view without the codes that are gone. */
export function withoutCodes({ f, area, ...rest }: ListLook, gone: readonly AskedCode[], isAreaGone: boolean): ListLook {
  const left = Object.entries(f ?? {})
    .map(([field, codes]) => [field, codes.filter((code) => !gone.some((one) => one.field === field && one.code === code))] as const)
    .filter(([, codes]) => codes.length > 0)
  return { ...rest, ...(left.length > 0 && { f: Object.fromEntries(left) }), ...(area !== undefined && !isAreaGone && { area }) }
}
