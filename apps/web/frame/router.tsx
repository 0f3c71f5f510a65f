import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { frame, inside, needSession, root } from './frame-route.tsx'
import { houseRoutes } from './house-routes.tsx'
import { NotFound } from './not-found.tsx'
import { figureSearch, listSearch, overviewSearch, workSearch } from './page-search.ts'
import { ErrorState, Loading } from './page-state.tsx'
import { comparedArea, day, given, type Search, text } from './search-params.ts'

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Search) => given({ next: text(search.next) }),
  component: lazyRouteComponent(() => import('../screens/sign-in/sign-in.tsx'), 'SignIn'),
})

const wall = createRoute({
  getParentRoute: () => root,
  path: '/wall',
  validateSearch: (search: Search) => given({ asOf: day(search.asOf) }),
  beforeLoad: ({ location }) => needSession(location.href),
  component: lazyRouteComponent(() => import('../screens/wall/wall.tsx'), 'Wall'),
})

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
const overview = createRoute({
  getParentRoute: () => frame,
  path: '/overview',
  validateSearch: overviewSearch,
  component: lazyRouteComponent(() => import('../screens/overview/overview.tsx'), 'OverviewPage'),
})
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
const comparison = createRoute({
  getParentRoute: () => frame,
  path: '/plans/compare',
  validateSearch: (search: Search) =>
    given({
      one: text(search.one),
      other: text(search.other),
      oneArea: comparedArea(search.oneArea),
      otherArea: comparedArea(search.otherArea),
      subject: text(search.subject),
      kind: text(search.kind),
    }),
  component: lazyRouteComponent(() => import('../screens/comparison/comparison-page.tsx'), 'ComparisonPage'),
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
const reportTemplates = inside(
  '/reports/templates',
  lazyRouteComponent(() => import('../screens/reports/templates-page.tsx'), 'TemplatesPage'),
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
  comparison,
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
  reportTemplates,
  report,
  edition,
  dispatchRound,
  dispatchReturn,
  checking,
  ...houseRoutes,
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
