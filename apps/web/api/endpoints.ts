import type { AssistAnswer, AssistantSwitchView, AssistantView, SwitchAssistant } from '#contract/assistant.ts'
import type { EntryAnswer, EntryPage, FacetsAnswer, RegisterDescription } from '#contract/entries.ts'
import type { Figure, FigureEntries, FigureMatrix, Overview } from '#contract/figures.ts'
import type { UploadedFile } from '#contract/files.ts'
import type { NoticeKind, NoticeList, UnreadNotices } from '#contract/notices.ts'
import type { PackConflicts, PackInstalled, PackPreview, PackProposals, PacksView } from '#contract/packs.ts'
import type { AddItemInput, ItemsAnswer, PlanDocument } from '#contract/plans.ts'
import type { HandOverAnswer, PostsOfUnits, ResetPasswordAnswer } from '#contract/posts.ts'
import type { ConfirmPlan, Programme, Proposal } from '#contract/programmes.ts'
import type { OpenSession, Session, SignInInput } from '#contract/session.ts'
import type { TaskList } from '#contract/tasks.ts'
import type { TermTree } from '#contract/terms.ts'
import type { CopyList, DoneList, LateList, StartedList, WorkList } from '#contract/work-list.ts'
import { API, queryString, request } from './request.ts'
import type { ConfirmPlanAnswer, History, Options, ReadPlanAnswer, RegisterList, SetMoved, Values, Welcome } from './types.ts'

/** Every route of contract/README.md that the web uses, with the type of its answer. */
const entryPath = (register: string, id = '') => `/registers/${register}/entries${id === '' ? '' : `/${id}`}`
const query = <Answer>(name: string, parameters: Readonly<Record<string, string | undefined>>, signal?: AbortSignal) =>
  request<Answer>(`/queries/${name}${queryString(parameters)}`, signal ? { signal } : {})
const command = <Answer>(name: string, body: unknown) => request<Answer>(`/commands/${name}`, { method: 'POST', body })

/** What may be shown before anybody has signed in. */
export const getWelcome = () => request<Welcome>('/welcome', { anonymous: true })
/** Who is signed in, and as which post. */
export const getSession = () => request<Session>('/session', { anonymous: true })
/** Never repeated by itself: each try counts towards the lock-out. */
export const signIn = (body: SignInInput) => request<Session>('/session', { method: 'POST', body, anonymous: true, repeats: 0 })
/** Ends this session. */
export const signOut = () => request<void>('/session', { method: 'DELETE', anonymous: true })
/** Acts as another post of the same person from now on. */
export const choosePost = (post: string) => request<Session>('/session/post', { method: 'PUT', body: { post } })
/** The language in which the server writes to the person. */
export const chooseLanguage = (language: string) => request<unknown>('/session/language', { method: 'PUT', body: { language }, repeats: 0 })
/** The browsers that use the account. */
export const getSessions = () => request<readonly OpenSession[]>('/sessions')
/** Signs another browser out. */
export const endSession = (id: string) => request<void>(`/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' })
/** Changes the password; other sessions end. */
export const changePassword = (current: string, next: string) =>
  request<unknown>('/password', { method: 'PUT', body: { current, next }, repeats: 0 })

/** The registers the post may read. */
export const getRegisters = () => request<RegisterList>('/registers')
/** Fields, states, moves and columns of a register, cut to the rights. */
export const getRegister = (register: string) => request<RegisterDescription>(`/registers/${register}`)

/** What a list is asked for; `fields` are filters by choice. */
export interface ListQuery {
  readonly q?: string | undefined
  readonly state?: string | undefined
  readonly area?: string | undefined
  readonly sort?: string | undefined
  readonly filter?: string | undefined
  readonly cursor?: string | undefined
  readonly asOf?: string | undefined
  /** Only what is overdue. */
  readonly late?: 1 | undefined
  readonly limit?: number
  readonly count?: 1
  /** Whether each entry tells what the person may do with it. */
  readonly rights?: 1
  readonly fields?: Readonly<Record<string, readonly string[]>>
}

/** One page of a register. */
export function listEntries(register: string, { fields = {}, ...list }: ListQuery, signal?: AbortSignal): Promise<EntryPage> {
  const filters = Object.fromEntries(Object.entries(fields).map(([name, values]) => [`f.${name}`, values]))
  return request(entryPath(register) + queryString({ ...list, ...filters }), signal ? { signal } : {})
}

/** How the entries of a list divide by each facet; order and page make no difference. */
export function countFacets(
  register: string,
  { q, state, area, filter, late, asOf, fields = {} }: ListQuery,
  signal?: AbortSignal,
): Promise<FacetsAnswer> {
  const filters = Object.fromEntries(Object.entries(fields).map(([name, values]) => [`f.${name}`, values]))
  return request(
    `/registers/${register}/facets${queryString({ q, state, area, filter, late, asOf, ...filters })}`,
    signal ? { signal } : {},
  )
}

/** An entry, as it is or as it was on a day. */
export const getEntry = (register: string, id: string, asOf?: string) =>
  request<EntryAnswer>(entryPath(register, id) + queryString({ asOf }))
/** Who changed an entry, newest first. */
export const getHistory = (register: string, id: string) => request<History>(`${entryPath(register, id)}/history`)
/** A new entry in the first state of its register; tries with one key make one entry. */
export const createEntry = (register: string, body: { readonly values: Values; readonly draft?: string }, key: string) =>
  request<EntryAnswer>(entryPath(register), { method: 'POST', body, repeats: 0, key })

/** The entry to be changed, and the version that was looked at. */
export interface EntryChange {
  readonly register: string
  readonly id: string
  readonly version: number
}

/** Changes some fields; refused with 412 when somebody else was faster. */
export const editEntry = ({ register, id, version }: EntryChange, values: Values, repeats?: number) =>
  request<EntryAnswer>(entryPath(register, id), {
    method: 'PATCH',
    body: { values },
    version,
    ...(repeats === undefined ? {} : { repeats }),
  })
/** Takes an entry to its next state. */
export const moveEntry = (
  { register, id, version }: EntryChange,
  move: string,
  { reason, values }: { readonly reason?: string | undefined; readonly values?: Values | undefined } = {},
) =>
  request<EntryAnswer>(`${entryPath(register, id)}/moves/${move}`, {
    method: 'POST',
    body: { ...(reason && { reason }), ...(values && { values }) },
    version,
  })
/** Takes a set of entries to their next states, whole or not at all; a refusal names those that stand against it by id. */
export const moveEntries = (
  register: string,
  move: string,
  entries: readonly Omit<EntryChange, 'register'>[],
  given: { readonly reason: string; readonly values?: Values | undefined },
) =>
  request<SetMoved>(`/registers/${register}/moves/${move}`, {
    method: 'POST',
    body: {
      entries: entries.map(({ id, version }) => ({ id, version })),
      ...(given.reason !== '' && { reason: given.reason }),
      ...(given.values && { values: given.values }),
    },
  })
/** Entries whose title contains the words, for pickers. */
export const getOptions = (register: string, q: string, signal?: AbortSignal) =>
  request<Options>(`/registers/${register}/options${queryString({ q, limit: 20 })}`, signal ? { signal } : {})
/** A download asks the right to the entry, so its address names the entry. */
export const fileAddress = (register: string, id: string, file: UploadedFile) => `${API}${entryPath(register, id)}/files/${file.sha256}`

/** Where the list that a question shows is to be had as a file, without its pages; without columns all of them. */
export function exportPath(
  register: string,
  format: string,
  {
    fields = {},
    columns,
    q,
    state,
    area,
    sort,
    filter,
    late,
    asOf,
  }: Omit<ListQuery, 'cursor' | 'limit' | 'count'> & { readonly columns?: readonly string[] },
): string {
  const filters = Object.fromEntries(Object.entries(fields).map(([name, values]) => [`f.${name}`, values]))
  return `/registers/${register}/export.${format}${queryString({ q, state, area, sort, filter, late, asOf, columns: columns?.join(','), ...filters })}`
}
/** The whole register as a file. */
export const exportAddress = (register: string, format: string) => `${API}${exportPath(register, format, {})}`
/** The empty sheet to fill in. */
export const templateAddress = (register: string, what: 'entries' | 'history' = 'entries') =>
  `${API}/registers/${register}/template.xlsx${what === 'history' ? '?history=true' : ''}`

/** The classes of a classification that are valid today. */
export const getTerms = (scheme: string) => query<TermTree>('directory.terms', { scheme })

/** The posts of the units that the post may see. */
export const getPosts = () => query<PostsOfUnits>('directory.posts-of-unit', {})
/** Never repeated by itself: a repeat is told no password. */
export const handOver = (body: Values) => request<HandOverAnswer>('/commands/directory.hand-over', { method: 'POST', body, repeats: 0 })
export const resetPassword = (body: Values) =>
  request<ResetPasswordAnswer>('/commands/directory.reset-password', { method: 'POST', body, repeats: 0 })

/** What a tab of the work list is asked for, as its address has it. */
export type WorkQuestion = Readonly<
  Partial<Record<'register' | 'move' | 'under' | 'lateness' | 'single' | 'cursor' | 'limit', string | undefined>>
>
/** What waits for the post. */
export const getWorkList = (question: WorkQuestion) => query<WorkList>('collaboration.work-list', question)
/** What is overdue, whoever should do it. */
export const getLate = () => query<LateList>('collaboration.late', {})
/** What the post did. */
export const getDone = (question: WorkQuestion) => query<DoneList>('collaboration.done', question)
/** What the person started. */
export const getStarted = (question: WorkQuestion) => query<StartedList>('collaboration.started', question)
/** What the person was copied on. */
export const getCopies = (question: WorkQuestion) => query<CopyList>('collaboration.copies', question)
/** What the person was told of. */
export const getNotices = (question: Readonly<Record<string, string | undefined>>) => query<NoticeList>('collaboration.notices', question)
/** How much of it is unread. */
export const getUnreadNotices = () => query<UnreadNotices>('collaboration.unread-notices', {})
/** Marks those named, or all, as read. */
export const readNotices = (notices?: readonly string[]) => command<Values>('collaboration.read-notices', notices ? { notices } : {})
/** Whether one is told of a kind of news. */
export const chooseNotices = (kind: NoticeKind, wanted: boolean) => command<Values>('collaboration.choose-notices', { kind, wanted })
/** Copies the holders of posts on an entry. */
export const copyTo = (body: Values) => command<{ readonly copied: number; readonly already: number }>('collaboration.copy-to', body)
/** The headline figures. */
export const getOverview = (asOf?: string) => query<Overview>('programmes.overview', { asOf })
/** One figure, by city and month. */
export const getFigure = (indicator: string, period?: string, asOf?: string) =>
  query<Figure>('programmes.figure', { indicator, period, asOf })

/** A number on a figure page: of which measure, city and month. */
export interface FigureDoor {
  readonly indicator: string
  readonly measure: string
  readonly area?: string | undefined
  readonly group?: string | undefined
  readonly month?: string | undefined
  readonly since?: string | undefined
  readonly by?: string | undefined
  readonly class?: string | undefined
  readonly period?: string | undefined
  readonly asOf?: string | undefined
}

/** A figure in rows and columns. */
export interface MatrixQuestion {
  readonly indicator: string
  readonly by: string
  readonly columns: string
  readonly measure?: string | undefined
  readonly period?: string | undefined
  readonly asOf?: string | undefined
}
/** See `MatrixQuestion`. */
export const getMatrix = (question: MatrixQuestion) => query<FigureMatrix>('programmes.matrix', { ...question })
/** The entries behind a number. */
export const getFigureEntries = (door: FigureDoor) => query<FigureEntries>('programmes.figure-entries', { ...door })

/** An item and the version that was looked at. */
type SeenItem = Pick<EntryChange, 'id' | 'version'>
/** Reads an uploaded text into a plan draft. */
export const readPlan = (file: UploadedFile, supersedes?: string) =>
  command<ReadPlanAnswer>('plans.read', { file, ...(supersedes !== undefined && { supersedes }) })
/** A plan text with everything found in it. */
export const getPlanDocument = (document: string) => query<PlanDocument>('plans.document', { document })
/** Makes the draft a running plan; what is not named stays as proposed. */
export const confirmPlan = (document: string, changes: Omit<ConfirmPlan, 'document'>) =>
  command<ConfirmPlanAnswer>('programmes.confirm-plan', { document, ...changes })
/** What confirming would make. */
export const getProposal = (document: string) => query<Proposal>('programmes.proposal', { document })
/** What a confirmed plan became. */
export const getProgramme = (document: string, asOf?: string) => query<Programme>('programmes.programme', { document, asOf })
/** Answers a question that a plan's text leaves open. */
export const chooseSetting = (body: Values) => command<Values>('programmes.choose-setting', body)
/** Gives a plan that came in a pack its text; only the file with the pack's hash is taken. */
export const addText = (document: string, file: UploadedFile) => command<Values>('programmes.add-text', { document, file })
/** The packs that are installed, and those that come with the program. */
export const getPacks = () => query<PacksView>('programmes.packs', {})
/** What installing a pack, or upgrading to it, would do. */
export const getPackPreview = (code: string, version: string) => query<PackPreview>('programmes.pack-preview', { code, version })
/** Installs a pack that comes with the program, or upgrades to it. */
export const installPack = (code: string, version: string) =>
  command<PackInstalled>('programmes.install-pack', { shipped: { code, version } })
/** At which host a language model may be asked; null: none is switched on. */
export const getAssistant = () => request<AssistantView>('/assistant')
/** Whether it is used here, and every change of that. */
export const getAssistantSwitch = () => request<AssistantSwitchView>('/queries/plans.assistant-switch')
/** Uses the assistant from now on, or does not. */
export const switchAssistant = (body: SwitchAssistant) => request<unknown>('/commands/plans.switch-assistant', { method: 'POST', body })
/** What a language model finds in a document besides its items; kept nowhere. */
export const askAssistant = (document: string, signal: AbortSignal) =>
  request<AssistAnswer>('/documents:assist', { method: 'POST', body: { document }, repeats: 0, signal })
/** What the pack of a plan proposed: registers to be built in, benefits. */
export const getPackProposals = (document: string) =>
  request<PackProposals>(`/queries/programmes.pack-proposals${queryString({ document })}`)
/** What an upgrade of a pack left to decide. */
export const getPackConflicts = (code: string) => query<PackConflicts>('programmes.pack-conflicts', { code })
/** Keeps the province's value or takes the new version's. */
export const decideConflict = (body: Values) => command<Values>('programmes.decide-conflict', body)
/** The tasks of all plans or of one; of the own unit alone where `mine` says so. */
export const getTasks = (document: string | undefined, mine: 'yes' | undefined) => query<TaskList>('tasks.task-list', { document, mine })
/** An item over words that a person selected. */
export const addPlanItem = (body: AddItemInput) => command<ItemsAnswer>('plans.add-item', body)
/** One item becomes two at an offset of the text. */
export const splitPlanItem = (item: SeenItem, at: number) => command<ItemsAnswer>('plans.split-item', { item, at })
/** Two neighbours become one. */
export const joinPlanItems = (items: readonly [SeenItem, SeenItem]) => command<ItemsAnswer>('plans.join-items', { items })
/** Takes a split or a join back. */
export const bringBackPlanItems = (items: readonly SeenItem[]) => command<ItemsAnswer>('plans.bring-back', { items })
