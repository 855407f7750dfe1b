/** Which address shows which page; every page is its own piece of the program, loaded when it is opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { parseAddress, writeAddress } from '../parts/address-state.ts'
import { Failure } from '../parts/notices.tsx'

type Load = () => Promise<Record<string, unknown>>
const lazy = (load: Load, name = 'default') => lazyRouteComponent(load as never, name as never)

const root = createRootRoute({ component: Outlet, notFoundComponent: lazy(() => import('./frame/frame.tsx'), 'Unfound') })
const office = createRoute({ getParentRoute: () => root, id: 'office', component: lazy(() => import('./frame/gate.tsx'), 'Gate') })

const page = (path: string, load: Load) => createRoute({ getParentRoute: () => office, path, component: lazy(load) })

const pages = [
  page('/', () => import('./home/page.tsx')),
  page('/account', () => import('./account/page.tsx')),
  page('/register', () => import('./register/page.tsx')),
  page('/households/$id', () => import('./household/page.tsx')),
  page('/differences', () => import('./differences/page.tsx')),
  page('/files', () => import('./files/page.tsx')),
  page('/files/$id', () => import('./file/page.tsx')),
  page('/screening', () => import('./screening/page.tsx')),
  page('/screening/$id', () => import('./screening-run/page.tsx')),
  page('/leads', () => import('./leads/page.tsx')),
  page('/leads/$id', () => import('./lead/page.tsx')),
  page('/cases', () => import('./cases/page.tsx')),
  page('/cases/$id', () => import('./cases/case.tsx')),
  page('/review', () => import('./review/page.tsx')),
  page('/review/meetings/$id', () => import('./review/meeting.tsx')),
  page('/review/notices/$id', () => import('./review/notice.tsx')),
  page('/help', () => import('./help/page.tsx')),
  page('/campaigns', () => import('./campaigns/page.tsx')),
  page('/joint', () => import('./joint/page.tsx')),
  page('/joint/$id', () => import('./joint/referral.tsx')),
  page('/worth', () => import('./worth/page.tsx')),
  page('/applications', () => import('./applications/page.tsx')),
  page('/applications/$id', () => import('./applications/one.tsx')),
  page('/visits', () => import('./visits/page.tsx')),
  page('/visits/$id', () => import('./visits/form.tsx')),
  page('/quality', () => import('./quality/page.tsx')),
  page('/overview', () => import('./overview/page.tsx')),
  page('/trial', () => import('./trial/page.tsx')),
  page('/policy', () => import('./policy/page.tsx')),
  page('/officers', () => import('./officers/page.tsx')),
  page('/audit', () => import('./audit/page.tsx')),
  page('/jobs', () => import('./jobs/page.tsx')),
  page('/security', () => import('./security/page.tsx')),
]

/** Outside the frame: the log-in, and what is printed. */
const bare = [
  createRoute({ getParentRoute: () => root, path: '/log-in', component: lazy(() => import('./log-in/page.tsx'), 'LogIn') }),
  createRoute({ getParentRoute: () => root, path: '/sign-in/sso', component: lazy(() => import('./log-in/single-sign-on.tsx')) }),
  createRoute({ getParentRoute: () => root, path: '/leads/$id/print', component: lazy(() => import('./lead/print.tsx')) }),
  createRoute({ getParentRoute: () => root, path: '/visits/$id/print', component: lazy(() => import('./visits/print.tsx')) }),
  createRoute({
    getParentRoute: () => root,
    path: '/households/$id/statement/$period/print',
    component: lazy(() => import('./joint/statement-print.tsx')),
  }),
  createRoute({ getParentRoute: () => root, path: '/applications/$id/print', component: lazy(() => import('./applications/print.tsx')) }),
  createRoute({
    getParentRoute: () => root,
    path: '/review/meetings/$id/print',
    component: lazy(() => import('./review/meeting-print.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/review/notices/$id/print',
    component: lazy(() => import('./review/notice-print.tsx')),
  }),
  createRoute({ getParentRoute: () => root, path: '/codes/print', component: lazy(() => import('./applications/posters.tsx')) }),
]

export const router = createRouter({
  routeTree: root.addChildren([...bare, office.addChildren(pages)]),
  parseSearch: parseAddress,
  stringifySearch: writeAddress,
  defaultPreload: 'intent',
  defaultErrorComponent: ({ error, reset }) => <Failure error={error} retry={reset} />,
  scrollRestoration: true,
})
