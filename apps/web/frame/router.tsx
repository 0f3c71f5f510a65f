import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { getSession } from '../api/endpoints.ts'
import { ProblemError } from '../api/problem-error.ts'
import { currentSession, openGate } from '../api/session-gate.ts'
import { NotFound } from './not-found.tsx'
import { figureSearch, listSearch, workSearch } from './page-search.ts'
import { ErrorState, Loading } from './page-state.tsx'
import { day, given, type Search, text } from './search-params.ts'

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Search) => given({ next: text(search.next) }),
  component: lazyRouteComponent(() => import('../screens/sign-in/sign-in.tsx'), 'SignIn'),
})

/** Who is not signed in is asked to, and led back. */
async function needSession(address: string) {
  if (currentSession() !== undefined) return
  try {
    openGate(await getSession())
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 401) throw error
    throw redirect({ to: '/sign-in', search: address === '/' ? {} : { next: address } })
  }
}

const wall = createRoute({
  getParentRoute: () => root,
  path: '/wall',
  beforeLoad: ({ location }) => needSession(location.href),
  component: lazyRouteComponent(() => import('../screens/wall/wall.tsx'), 'Wall'),
})

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  validateSearch: (search: Search) => given({ asOf: day(search.asOf) }),
  search: { middlewares: [retainSearchParams(['asOf'])] },
  beforeLoad: ({ location }) => needSession(location.href),
  component: lazyRouteComponent(() => import('./frame.tsx'), 'Frame'),
})

/** A page inside the frame without choices in its address. */
const inside = <const Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => frame, path, component })

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/work' })
  },
})

const work = createRoute({
  getParentRoute: () => frame,
  path: '/work',
  validateSearch: workSearch,
  component: lazyRouteComponent(() => import('../screens/work-list/work-list.tsx'), 'WorkListPage'),
})
const overview = inside(
  '/overview',
  lazyRouteComponent(() => import('../screens/overview/overview.tsx'), 'OverviewPage'),
)
const figure = createRoute({
  getParentRoute: () => frame,
  path: '/figures/$indicator',
  validateSearch: figureSearch,
  component: lazyRouteComponent(() => import('../screens/figures/figure-page.tsx'), 'FigurePage'),
})

const registers = inside(
  '/registers',
  lazyRouteComponent(() => import('../screens/registers/register-index.tsx'), 'RegisterIndex'),
)

const list = createRoute({
  getParentRoute: () => frame,
  path: '/registers/$register',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../screens/registers/list-page.tsx'), 'ListPage'),
})
const create = createRoute({
  getParentRoute: () => frame,
  path: '/registers/$register/new',
  validateSearch: (search: Search) => given({ draft: text(search.draft) }),
  component: lazyRouteComponent(() => import('../screens/form/create-page.tsx'), 'CreatePage'),
})
const imports = inside(
  '/registers/$register/imports',
  lazyRouteComponent(() => import('../screens/imports/imports-page.tsx'), 'ImportsPage'),
)
const importOne = createRoute({
  getParentRoute: () => frame,
  path: '/registers/$register/imports/$import',
  validateSearch: (search: Search) => given({ outcome: text(search.outcome) }),
  component: lazyRouteComponent(() => import('../screens/imports/import-page.tsx'), 'ImportPage'),
})
const entry = inside(
  '/registers/$register/$id',
  lazyRouteComponent(() => import('../screens/entry/entry-page.tsx'), 'EntryPage'),
)
const edit = inside(
  '/registers/$register/$id/edit',
  lazyRouteComponent(() => import('../screens/form/edit-page.tsx'), 'EditPage'),
)

const plans = inside(
  '/plans',
  lazyRouteComponent(() => import('../screens/plans/plan-list.tsx'), 'PlanList'),
)
const upload = createRoute({
  getParentRoute: () => frame,
  path: '/plans/upload',
  validateSearch: (search: Search) => given({ supersedes: text(search.supersedes) }),
  component: lazyRouteComponent(() => import('../screens/plans/upload-page.tsx'), 'UploadPage'),
})
const plan = createRoute({
  getParentRoute: () => frame,
  path: '/plans/$document',
  validateSearch: (search: Search) => given({ item: text(search.item) }),
  component: lazyRouteComponent(() => import('../screens/plans/reading-page.tsx'), 'ReadingPage'),
})
const confirmPlan = inside(
  '/plans/$document/confirm',
  lazyRouteComponent(() => import('../screens/plans/confirm-page.tsx'), 'ConfirmPage'),
)
const version = inside(
  '/plans/$document/version',
  lazyRouteComponent(() => import('../screens/versions/version-page.tsx'), 'VersionPage'),
)
const programme = inside(
  '/plans/$document/programme',
  lazyRouteComponent(() => import('../screens/plans/programme-page.tsx'), 'ProgrammePage'),
)
const tasks = createRoute({
  getParentRoute: () => frame,
  path: '/tasks',
  validateSearch: (search: Search) =>
    given({ unit: text(search.unit), document: text(search.document), mine: search.mine === 'yes' ? ('yes' as const) : undefined }),
  component: lazyRouteComponent(() => import('../screens/tasks/task-list.tsx'), 'TaskListPage'),
})
const targets = inside(
  '/targets',
  lazyRouteComponent(() => import('../screens/targets/target-list.tsx'), 'TargetList'),
)
const batches = inside(
  '/batches',
  lazyRouteComponent(() => import('../screens/batches/batch-list.tsx'), 'BatchList'),
)
const batch = inside(
  '/batches/$id',
  lazyRouteComponent(() => import('../screens/batches/batch-page.tsx'), 'BatchPage'),
)
const calls = inside(
  '/calls',
  lazyRouteComponent(() => import('../screens/calls/call-list.tsx'), 'CallList'),
)
const call = inside(
  '/calls/$id',
  lazyRouteComponent(() => import('../screens/calls/call-page.tsx'), 'CallPage'),
)
const recommendation = inside(
  '/recommendations/$id',
  lazyRouteComponent(() => import('../screens/calls/recommendation-page.tsx'), 'RecommendationPage'),
)
const reports = inside(
  '/reports',
  lazyRouteComponent(() => import('../screens/reports/reports-page.tsx'), 'ReportsPage'),
)
const report = inside(
  '/reports/$id',
  lazyRouteComponent(() => import('../screens/reports/report-page.tsx'), 'ReportPage'),
)
const edition = inside(
  '/editions/$id',
  lazyRouteComponent(() => import('../screens/reports/edition-page.tsx'), 'EditionPage'),
)
const dispatchRound = inside(
  '/dispatch/$id',
  lazyRouteComponent(() => import('../screens/dispatch/round-page.tsx'), 'RoundPage'),
)
const dispatchReturn = inside(
  '/dispatch/returns/$id',
  lazyRouteComponent(() => import('../screens/dispatch/return-page.tsx'), 'ReturnPage'),
)
const checking = createRoute({
  getParentRoute: () => frame,
  path: '/checking/$register',
  validateSearch: (given_: Search) => given({ entry: text(given_.entry) }),
  component: lazyRouteComponent(() => import('../screens/checking/checking-page.tsx'), 'CheckingPage'),
})
const calendar = inside(
  '/calendar',
  lazyRouteComponent(() => import('../screens/administration/calendar-page.tsx'), 'CalendarPage'),
)
const notices = createRoute({
  getParentRoute: () => frame,
  path: '/notices',
  validateSearch: (given_: Search) => given({ kind: text(given_.kind), unread: text(given_.unread) }),
  component: lazyRouteComponent(() => import('../screens/notices/notices-page.tsx'), 'NoticesPage'),
})
const noticeSettings = inside(
  '/notices/settings',
  lazyRouteComponent(() => import('../screens/notices/own-delivery-page.tsx'), 'OwnDeliveryPage'),
)
const channels = createRoute({
  getParentRoute: () => frame,
  path: '/channels',
  validateSearch: (given_: Search) => given({ tab: text(given_.tab), state: text(given_.state), channel: text(given_.channel) }),
  component: lazyRouteComponent(() => import('../screens/channels/channels-page.tsx'), 'ChannelsPage'),
})
const packs = inside(
  '/packs',
  lazyRouteComponent(() => import('../screens/packs/packs-page.tsx'), 'PacksPage'),
)
const sheets = inside(
  '/sheets',
  lazyRouteComponent(() => import('../screens/sheets/sheets-page.tsx'), 'SheetsPage'),
)
const sheet = inside(
  '/sheets/$register',
  lazyRouteComponent(() => import('../screens/sheets/sheet-page.tsx'), 'SheetPage'),
)
const search = createRoute({
  getParentRoute: () => frame,
  path: '/search',
  validateSearch: (given_: Search) => given({ q: text(given_.q) }),
  component: lazyRouteComponent(() => import('../screens/search/search-page.tsx'), 'SearchPage'),
})
const account = inside(
  '/account',
  lazyRouteComponent(() => import('../screens/account/account-page.tsx'), 'AccountPage'),
)
const password = inside(
  '/account/password',
  lazyRouteComponent(() => import('../screens/account/password-page.tsx'), 'PasswordPage'),
)
const sessions = inside(
  '/account/sessions',
  lazyRouteComponent(() => import('../screens/account/sessions-page.tsx'), 'SessionsPage'),
)
const administration = inside(
  '/administration',
  lazyRouteComponent(() => import('../screens/administration/administration-page.tsx'), 'AdministrationPage'),
)

const posts = inside(
  '/posts',
  lazyRouteComponent(() => import('../screens/posts/posts-page.tsx'), 'PostsPage'),
)

/** An address of no page: said inside the frame, so that one can go on. */
const elsewhere = createRoute({ getParentRoute: () => frame, path: '$', component: NotFound })

const inFrame = [
  home,
  work,
  overview,
  figure,
  registers,
  list,
  create,
  imports,
  importOne,
  entry,
  edit,
  plans,
  upload,
  plan,
  confirmPlan,
  version,
  programme,
  tasks,
  targets,
  batches,
  batch,
  calls,
  call,
  recommendation,
  reports,
  report,
  edition,
  dispatchRound,
  dispatchReturn,
  checking,
  calendar,
  notices,
  noticeSettings,
  channels,
  packs,
  sheets,
  sheet,
  search,
  account,
  password,
  sessions,
  administration,
  posts,
  elsewhere,
] as const

/** Every page of the product; each loads its own code. */
export const router = createRouter({
  routeTree: root.addChildren([signIn, wall, frame.addChildren(inFrame)]),
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
