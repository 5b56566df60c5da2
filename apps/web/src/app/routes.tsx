import { lazy, useState, type ComponentType } from 'react';
import type { Role } from '@thongvon/contracts';
import type { messages } from './messages';

export interface Route {
  /** With `:name` for what varies; `pattern` of wouter. */
  readonly path: string;
  readonly page: ComponentType;
  /** Fetches the page's code. */
  readonly load: () => Promise<unknown>;
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

/** A page of its own chunk, loaded when it is first opened, or ahead of that: then it is drawn without waiting. */
function page(load: () => Promise<ComponentType>): Pick<Route, 'page' | 'load'> {
  let loaded: ComponentType | undefined;
  const once = async () => (loaded ??= await load());
  const Later = lazy(async () => ({ default: await once() }));
  function Page() {
    // Once chosen it stays, else the page would lose its state when it has come.
    const [Chosen] = useState(() => loaded ?? Later);
    return <Chosen />;
  }
  return { page: Page, load: once };
}

const Administration = page(
  async () => (await import('../features/administration/administration-page')).AdministrationPage,
);

/** Every page. The order is that of the masthead. */
export const ROUTES: readonly Route[] = [
  {
    path: '/lanh-dao',
    ...page(async () => (await import('../features/leader/leader-page')).LeaderPage),
    roles: ['leader', 'finance-officer', 'finance-head', 'administrator'],
    nav: 'leader',
    homeOf: ['leader'],
  },
  {
    path: '/tong-quan',
    ...page(async () => (await import('../features/overview/overview-page')).OverviewPage),
    roles: EVERYBODY,
    nav: 'overview',
    homeOf: ['finance-officer', 'finance-head'],
  },
  {
    path: '/vuong-mac',
    ...page(async () => (await import('../features/blockers/blockers-page')).BlockersPage),
    roles: EVERYBODY,
    nav: 'blockers',
  },
  {
    path: '/vuong-mac/:id',
    ...page(async () => (await import('../features/blockers/blocker-page')).BlockerPage),
    roles: EVERYBODY,
  },
  {
    path: '/du-an/:id',
    ...page(async () => (await import('../features/project/project-page')).ProjectPage),
    roles: EVERYBODY,
  },
  {
    path: '/bao-cao',
    ...page(async () => (await import('../features/returns/returns-page')).ReturnsPage),
    roles: SENDERS,
    nav: 'returns',
    homeOf: ['reporter'],
  },
  {
    path: '/bao-cao/:id',
    ...page(async () => (await import('../features/returns/return-page')).ReturnPage),
    roles: EVERYBODY,
  },
  {
    path: '/duyet',
    ...page(async () => (await import('../features/review/review-page')).ReviewPage),
    roles: FINANCE,
    nav: 'review',
  },
  {
    path: '/doi-chieu',
    ...page(async () => (await import('../features/review/reconciliation-page')).ReconciliationPage),
    roles: SENDERS,
    nav: 'reconciliation',
  },
  {
    path: '/so-ke-hoach',
    ...page(async () => (await import('../features/plan-ledger/plan-ledger-page')).PlanLedgerPage),
    roles: EVERYBODY,
    nav: 'planLedger',
  },
  {
    path: '/so-sanh',
    ...page(async () => (await import('../features/comparison/comparison-page')).ComparisonPage),
    roles: EVERYBODY,
    nav: 'comparison',
  },
  {
    path: '/thu-tuan',
    ...page(async () => (await import('../features/letters/letters-page')).LettersPage),
    roles: [...FINANCE, 'administrator'],
    nav: 'letters',
  },
  {
    path: '/quan-tri',
    ...Administration,
    roles: ['administrator'],
    nav: 'administration',
    homeOf: ['administrator'],
  },
  { path: '/quan-tri/:section', ...Administration, roles: ['administrator'] },
  {
    path: '/tai-khoan',
    ...page(async () => (await import('../features/account/account-page')).AccountPage),
    roles: EVERYBODY,
  },
];

/** Fetches the code of the page that an address names, or of the role's own page; nothing where it names none. */
export async function loadPage(asked: string, role?: Role): Promise<void> {
  const address = asked === '/' && role !== undefined ? homeOf(role) : asked;
  const parts = address.split('/');
  const names = (path: string) => {
    const pattern = path.split('/');
    return (
      pattern.length === parts.length &&
      pattern.every((part, index) => part.startsWith(':') || part === parts[index])
    );
  };
  await ROUTES.find(({ path }) => names(path))?.load();
}

/** Where `/` leads: the role's own page, else the first that it may open. */
export function homeOf(role: Role, routes: readonly Route[] = ROUTES): string {
  const own = routes.find((route) => route.homeOf?.includes(role));
  return (own ?? routes.find((route) => route.roles.includes(role)))?.path ?? '/';
}
