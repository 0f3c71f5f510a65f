import { useQuery } from '@tanstack/react-query'
import { registersQuery } from '../api/queries.ts'
import { useSession } from '../api/session-gate.ts'
import { useAsOf } from './use-as-of.ts'

/** Plans and batches are begun by commands, of which `may` of their register says nothing yet; until it does, the role is the hint. The server decides. */
const BEGINNERS: ReadonlySet<string> = new Set(['planner', 'division_head'])

/** Whether to offer the button that begins a new entry of a register whose entries a command makes. */
export function useMayStart(register: string): boolean {
  const { data } = useQuery(registersQuery)
  const { posts, post } = useSession()
  const asOf = useAsOf()
  const may = data?.registers.find(({ name }) => name === register)?.may ?? []
  const role = posts.find(({ id }) => id === post)?.role ?? ''
  return asOf === undefined && (may.includes('create') || (may.includes('read') && BEGINNERS.has(role)))
}
