import { QueryClient } from '@tanstack/react-query'
import { isTemporary, ProblemError } from './problem-error.ts'
import { delayBefore } from './retry.ts'

const REPEATS = 4

/** Reads are repeated when the server is busy; refusals are not. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => isTemporary(error) && failures < REPEATS,
      retryDelay: (failures, error) => delayBefore(failures, error instanceof ProblemError ? error.retryAfter : undefined),
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** After a write everything that may show it is read again; what never changes by a write stays. */
export function refreshAfterWrite() {
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => !LASTING.has(String(queryKey[0])) })
}

const LASTING = new Set(['registers', 'register', 'welcome', 'import-rights'])
