import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { AdoptVersion, adoptVersionAnswer, Version } from '#contract/versions.ts'
import { queryString, request } from './request.ts'

type Adopted = z.infer<typeof adoptVersionAnswer>

/** A new version of a plan beside the one that runs. */
export const versionQuery = (document: string) =>
  queryOptions({
    queryKey: ['version', document],
    queryFn: () => request<Version>(`/queries/programmes.version${queryString({ document })}`),
  })

/** The new version takes the old one's place, with the changes that were decided. */
export const adoptVersion = (document: string, body: Omit<AdoptVersion, 'document'>) =>
  request<Adopted>('/commands/programmes.adopt-version', { method: 'POST', body: { document, ...body } })
