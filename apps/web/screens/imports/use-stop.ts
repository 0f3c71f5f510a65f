import { useMutation } from '@tanstack/react-query'
import { cancelImport } from '../../api/imports.ts'
import { refreshAfterWrite } from '../../api/query-client.ts'

/** Stops an import and looks how it stands. */
export function useStop(id: string) {
  return useMutation({ mutationFn: () => cancelImport(id), onSettled: refreshAfterWrite })
}
