import { INSTRUMENT_NAMES, type InstrumentKind } from '#policy-text/index.ts'

/** “科技型中小企业：补助”. */
export function instrumentTitle(kind: InstrumentKind, recipient: string | null): string {
  const { zh } = INSTRUMENT_NAMES[kind]
  return recipient === null ? zh : `${recipient}：${zh}`
}

interface Amount {
  readonly role: string | null
  readonly low: string | null
  readonly high?: string | null
  readonly unit?: string | null
}

const ROLES: Readonly<Record<string, string>> = { condition: '条件', rate: '按', ceiling: '最高', amount: '', duration: '期限' }

/** “条件2000万元；最高50万元”. */
export function amountsInWords(amounts: readonly Amount[]): string {
  return amounts
    .map(({ role, low, high, unit }) => {
      const figure = [low, high].flatMap((each) => (each === null || each === undefined ? [] : [String(Number(each))])).join('—')
      return `${ROLES[role ?? ''] ?? ''}${figure}${unit ?? ''}`
    })
    .join('；')
}

/** A proposed definition as the file that a developer starts from; `name` must be that of a register. */
export function registerSource(definition: Readonly<Record<string, unknown>>): string {
  const name = String(definition['name'])
  const variable = name.replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())
  const body = JSON.stringify(definition, null, 2).replaceAll(/^(\s*)"([A-Za-z_]\w*)":/gm, '$1$2:')
  return `import { register } from '#engine/define/register.ts'

/** Proposed by a pack; check fields, states and rights before it is built in (docs/how-to/add-a-register.md). */
export const ${variable} = register(${body})
`
}
