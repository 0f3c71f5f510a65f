import { quoteIdentifier } from '#platform/db/identifier.ts'

/** The schema that all jurisdictions share: accounts, sessions, jurisdictions. */
export const SHARED_SCHEMA = 'lantu'

/** A jurisdiction's schema as SQL text; it comes from a table of ours and is checked all the same. */
export function schemaText(schema: string): string {
  if (!SCHEMA_NAME.test(schema)) throw new Error(`"${schema}" is no name of a jurisdiction's schema; expected such as j_jiangsu.`)
  return quoteIdentifier(schema)
}

/** Such as "j_jiangsu". */
const SCHEMA_NAME = /^[a-z][a-z0-9_]{0,40}$/
