import type { CallTerms } from './decide-call.ts'

/** The terms of a call out of its row. */
export function termsOf(entry: object): CallTerms {
  const row = entry as Readonly<Record<string, unknown>> // typed rows have no index signature
  return {
    title: String(row['title']),
    state: String(row['state']),
    opensOn: (row['opensOn'] as string | null) ?? null,
    closesOn: (row['closesOn'] as string | null) ?? null,
    channels: (row['channels'] as CallTerms['channels'] | null) ?? [],
    quotas: (row['quotas'] as CallTerms['quotas'] | null) ?? [],
  }
}
