import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect, retainSearchParams } from '@tanstack/react-router'
import { getSession } from '../api/endpoints.ts'
import { ProblemError } from '../api/problem-error.ts'
import { currentSession, openGate } from '../api/session-gate.ts'
import { NotFound } from './not-found.tsx'
import { day, given, type Search } from './search-params.ts'

/** Above all pages. */
export const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
})

/** Who is not signed in is asked to, and led back. */
export async function needSession(address: string) {
  if (currentSession() !== undefined) return
  try {
    openGate(await getSession())
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 401) throw error
    throw redirect({ to: '/sign-in', search: address === '/' ? {} : { next: address } })
  }
}

/** Around every page of somebody signed in. */
export const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  validateSearch: (search: Search) => given({ asOf: day(search.asOf) }),
  search: { middlewares: [retainSearchParams(['asOf'])] },
  beforeLoad: ({ location }) => needSession(location.href),
  component: lazyRouteComponent(() => import('./frame.tsx'), 'Frame'),
})

/** A page inside the frame without choices in its address. */
export const inside = <const Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => frame, path, component })
