import { useSearch } from '@tanstack/react-router'

/** The global as-of day; undefined for now. When it is set nothing can be changed. */
export function useAsOf(): string | undefined {
  const { asOf } = useSearch({ strict: false })
  return asOf
}
