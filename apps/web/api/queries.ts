import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { asText } from '../values/as-text.ts'
import { allPages } from './all-pages.ts'
import {
  countFacets,
  type FigureDoor,
  getEntry,
  getFigure,
  getFigureEntries,
  getHistory,
  getLate,
  getMatrix,
  getOverview,
  getPackConflicts,
  getPackPreview,
  getPackProposals,
  getPacks,
  getPlanDocument,
  getPosts,
  getProgramme,
  getProposal,
  getRegister,
  getRegisters,
  getSessions,
  getTasks,
  getTerms,
  getUnreadNotices,
  getWelcome,
  getWorkList,
  type ListQuery,
  listEntries,
  type MatrixQuestion,
  type WorkQuestion,
} from './endpoints.ts'
import type { ListedEntry } from './types.ts'

/** What is read from the server, by name; a write makes the names it touches stale. */
const FOR_LONG = 10 * 60_000

/** See `getWelcome`. */
export const welcomeQuery = queryOptions({ queryKey: ['welcome'], queryFn: getWelcome, staleTime: FOR_LONG, retry: false })
/** See `getRegisters`. */
export const registersQuery = queryOptions({ queryKey: ['registers'], queryFn: getRegisters, staleTime: FOR_LONG })
/** See `getRegister`. */
export const registerQuery = (name: string) =>
  queryOptions({ queryKey: ['register', name], queryFn: () => getRegister(name), staleTime: FOR_LONG })
/** A page of a register; the old page stays until the new one is there. */
export const entriesQuery = (register: string, list: ListQuery) =>
  queryOptions({
    queryKey: ['entries', register, list],
    queryFn: ({ signal }) => listEntries(register, list, signal),
    placeholderData: keepPreviousData,
  })
/** All entries of a register that is shown whole, as it was known on a day. */
export const allEntriesQuery = (register: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['entries', register, 'all', asOf],
    queryFn: ({ signal }) => allPages((page) => listEntries(register, { asOf, ...page }, signal)),
    placeholderData: keepPreviousData,
  })
/** See `countFacets`. */
export const facetsQuery = (register: string, { cursor: _page, sort: _order, ...list }: ListQuery) =>
  queryOptions({
    queryKey: ['facets', register, list],
    queryFn: ({ signal }) => countFacets(register, list, signal),
    placeholderData: keepPreviousData,
  })
/** See `getEntry`. */
export const entryQuery = (register: string, id: string, asOf?: string) =>
  queryOptions({ queryKey: ['entry', register, id, asOf], queryFn: () => getEntry(register, id, asOf) })
/** See `getHistory`. */
export const historyQuery = (register: string, id: string) =>
  queryOptions({ queryKey: ['history', register, id], queryFn: () => getHistory(register, id) })
/** See `getWorkList`. */
export const workListQuery = (question: WorkQuestion) =>
  queryOptions({ queryKey: ['work-list', question], queryFn: () => getWorkList(question), placeholderData: keepPreviousData })
/** See `getUnreadNotices`; asked again every minute while the page is looked at. */
export const unreadNoticesQuery = queryOptions({ queryKey: ['unread-notices'], queryFn: getUnreadNotices, refetchInterval: 60_000 })
/** See `getOverview`. */
export const overviewQuery = (asOf?: string) => queryOptions({ queryKey: ['overview', asOf], queryFn: () => getOverview(asOf) })
/** See `getLate`. */
export const lateQuery = queryOptions({ queryKey: ['late'], queryFn: getLate })
/** See `getFigure`. */
export const figureQuery = (indicator: string, period?: string, asOf?: string) =>
  queryOptions({
    queryKey: ['figure', indicator, period, asOf],
    queryFn: () => getFigure(indicator, period, asOf),
    placeholderData: keepPreviousData,
  })
/** See `getMatrix`; the old one stays until the new one is there. */
export const matrixQuery = (question: MatrixQuestion) =>
  queryOptions({ queryKey: ['figure-matrix', question], queryFn: () => getMatrix(question), placeholderData: keepPreviousData })
/** See `getFigureEntries`. */
export const figureEntriesQuery = (door: FigureDoor) =>
  queryOptions({ queryKey: ['figure-entries', door], queryFn: () => getFigureEntries(door) })
/** See `getPlanDocument`. */
export const planDocumentQuery = (document: string) =>
  queryOptions({ queryKey: ['plan', document], queryFn: () => getPlanDocument(document) })
/** See `getProposal`. */
export const proposalQuery = (document: string) => queryOptions({ queryKey: ['proposal', document], queryFn: () => getProposal(document) })
/** See `getProgramme`. */
export const programmeQuery = (document: string, asOf?: string) =>
  queryOptions({ queryKey: ['programme', document, asOf], queryFn: () => getProgramme(document, asOf) })
/** See `getPackConflicts`. */
export const packConflictsQuery = (code: string) =>
  queryOptions({ queryKey: ['pack-conflicts', code], queryFn: () => getPackConflicts(code) })
/** See `getPackProposals`. */
export const packProposalsQuery = (document: string) =>
  queryOptions({ queryKey: ['pack-proposals', document], queryFn: () => getPackProposals(document) })
/** See `getPacks`. */
export const packsQuery = queryOptions({ queryKey: ['packs'], queryFn: getPacks })
/** See `getPackPreview`. */
export const packPreviewQuery = (code: string, version: string) =>
  queryOptions({ queryKey: ['pack-preview', code, version], queryFn: () => getPackPreview(code, version) })
/** See `getTasks`. */
export const tasksQuery = (document: string | undefined, mine: 'yes' | undefined) =>
  queryOptions({ queryKey: ['tasks', document, mine], queryFn: () => getTasks(document, mine) })
/** All areas, in the order of their codes. */
export const areasQuery = queryOptions({ queryKey: ['areas'], queryFn: allAreas, staleTime: FOR_LONG })
/** See `getPosts`. */
export const postsQuery = queryOptions({ queryKey: ['posts'], queryFn: getPosts })
/** See `getTerms`. */
export const termsQuery = (scheme: string) =>
  queryOptions({ queryKey: ['terms', scheme], queryFn: () => getTerms(scheme), staleTime: FOR_LONG, enabled: scheme !== '' })
/** See `getSessions`. */
export const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: getSessions })

/** A line of the register of areas. */
export interface Area {
  readonly code: string
  readonly title: string
  readonly level: string
  readonly parent: string | null
  /** The last day on which the area was valid; null while it is. */
  readonly untilOn: string | null
}

/** The register of areas, all of it: some hundred lines that every form and filter needs. */
async function allAreas(): Promise<readonly Area[]> {
  const { entries } = await allPages((page) => listEntries('area', { sort: 'code', ...page }))
  return entries.map(areaOf).toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

function areaOf({ title, values }: ListedEntry): Area {
  const { code, level, parent, untilOn } = values
  return { code: asText(code), title, level: asText(level), parent: asText(parent) || null, untilOn: asText(untilOn) || null }
}
