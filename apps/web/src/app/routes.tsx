import { lazy, type ComponentType } from 'react';
import type { Role } from '@thongvon/contracts';
import type { messages } from './messages';

export interface Route {
  /** With `:name` for what varies; `pattern` of wouter. */
  readonly path: string;
  readonly page: ComponentType;
  /** Who may open it; the API decides again for each of its calls. */
  readonly roles: readonly Role[];
  /** Its name in the masthead; without one it is reached from elsewhere. */
  readonly nav?: keyof typeof messages;
  /** Whose first page it is. */
  readonly homeOf?: readonly Role[];
}

const EVERYBODY: readonly Role[] = ['reporter', 'finance-officer', 'finance-head', 'leader', 'administrator'];
const FINANCE: readonly Role[] = ['finance-officer', 'finance-head'];
const SENDERS: readonly Role[] = ['reporter', ...FINANCE];

/** A page of its own chunk, loaded when it is first opened. */
function page(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}

const Administration = page(
  async () => (await import('../features/administration/administration-page')).AdministrationPage,
);

/** Every page. The order is that of the masthead. */
export const ROUTES: readonly Route[] = [
  {
    path: '/lanh-dao',
    page: page(async () => (await import('../features/leader/leader-page')).LeaderPage),
    roles: ['leader', 'finance-officer', 'finance-head', 'administrator'],
    nav: 'leader',
    homeOf: ['leader'],
  },
  {
    path: '/tong-quan',
    page: page(async () => (await import('../features/overview/overview-page')).OverviewPage),
    roles: EVERYBODY,
    nav: 'overview',
    homeOf: ['finance-officer', 'finance-head'],
  },
  {
    path: '/vuong-mac',
    page: page(async () => (await import('../features/blockers/blockers-page')).BlockersPage),
    roles: EVERYBODY,
    nav: 'blockers',
  },
  {
    path: '/vuong-mac/:id',
    page: page(async () => (await import('../features/blockers/blocker-page')).BlockerPage),
    roles: EVERYBODY,
  },
  {
    path: '/du-an/:id',
    page: page(async () => (await import('../features/project/project-page')).ProjectPage),
    roles: EVERYBODY,
  },
  {
    path: '/bao-cao',
    page: page(async () => (await import('../features/returns/returns-page')).ReturnsPage),
    roles: SENDERS,
    nav: 'returns',
    homeOf: ['reporter'],
  },
  {
    path: '/bao-cao/:id',
    page: page(async () => (await import('../features/returns/return-page')).ReturnPage),
    roles: EVERYBODY,
  },
  {
    path: '/duyet',
    page: page(async () => (await import('../features/review/review-page')).ReviewPage),
    roles: FINANCE,
    nav: 'review',
  },
  {
    path: '/doi-chieu',
    page: page(async () => (await import('../features/review/reconciliation-page')).ReconciliationPage),
    roles: SENDERS,
    nav: 'reconciliation',
  },
  {
    path: '/so-ke-hoach',
    page: page(async () => (await import('../features/plan-ledger/plan-ledger-page')).PlanLedgerPage),
    roles: EVERYBODY,
    nav: 'planLedger',
  },
  {
    path: '/so-sanh',
    page: page(async () => (await import('../features/comparison/comparison-page')).ComparisonPage),
    roles: EVERYBODY,
    nav: 'comparison',
  },
  {
    path: '/quan-tri',
    page: Administration,
    roles: ['administrator'],
    nav: 'administration',
    homeOf: ['administrator'],
  },
  { path: '/quan-tri/:section', page: Administration, roles: ['administrator'] },
];

/** Where `/` leads: the role's own page, else the first that it may open. */
export function homeOf(role: Role, routes: readonly Route[] = ROUTES): string {
  const own = routes.find((route) => route.homeOf?.includes(role));
  return (own ?? routes.find((route) => route.roles.includes(role)))?.path ?? '/';
}
