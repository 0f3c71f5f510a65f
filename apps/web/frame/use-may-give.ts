import { useQuery } from '@tanstack/react-query'
import { registersQuery } from '../api/queries.ts'
import { useAsOf } from './use-as-of.ts'

/** Whether to offer the button that gives a command, such as plans.read; on a past day nothing is offered. */
export function useMayGive(command: string): boolean {
  const { data } = useQuery(registersQuery)
  const asOf = useAsOf()
  return asOf === undefined && (data?.commands.includes(command) ?? false)
}
