import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frame, inside } from './frame-route.tsx'
import { given, type Search, text } from './search-params.ts'

const calendar = inside(
  '/calendar',
  lazyRouteComponent(() => import('../screens/administration/calendar-page.tsx'), 'CalendarPage'),
)
const takeBack = inside(
  '/take-back',
  lazyRouteComponent(() => import('../screens/administration/take-back-page.tsx'), 'TakeBackPage'),
)
const assistant = inside(
  '/assistant',
  lazyRouteComponent(() => import('../screens/administration/assistant-page.tsx'), 'AssistantPage'),
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

/** The pages by which the house keeps itself: days, the way back, notices, channels, packs, sheets, accounts, posts. */
export const houseRoutes = [
  calendar,
  takeBack,
  assistant,
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
] as const
