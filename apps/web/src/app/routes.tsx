import { lazy, useState, type ComponentType } from 'react';
import type { Role } from '@thongvon/api-contract';
import type { messages } from './messages';
import { PAGES, patternOf, type PagePath } from './pages';

export interface Route {
  /** With `:name` for what varies; `pattern` of wouter. */
  readonly path: PagePath;
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
function page(path: PagePath): Pick<Route, 'path' | 'page' | 'load'> {
  let loaded: ComponentType | undefined;
  const once = async () => (loaded ??= await PAGES[path]());
  const Later = lazy(async () => ({ default: await once() }));
  function Page() {
    // Once chosen it stays, else the page would lose its state when it has come.
    const [Chosen] = useState(() => loaded ?? Later);
    return <Chosen />;
  }
  return { path, page: Page, load: once };
}

/** Every page. The order is that of the masthead. */
export const ROUTES: readonly Route[] = [
  {
    ...page('/lanh-dao'),
    roles: ['leader', 'finance-officer', 'finance-head', 'administrator'],
    nav: 'leader',
    homeOf: ['leader'],
  },
  {
    ...page('/tong-quan'),
    roles: EVERYBODY,
    nav: 'overview',
    homeOf: ['finance-officer', 'finance-head'],
  },
  {
    ...page('/canh-bao'),
    roles: EVERYBODY,
    nav: 'alerts',
  },
  {
    ...page('/vuong-mac'),
    roles: EVERYBODY,
    nav: 'blockers',
  },
  {
    ...page('/vuong-mac/:id'),
    roles: EVERYBODY,
  },
  { ...page('/ghi-vuong-mac'), roles: ['reporter'] },
  {
    ...page('/hop-dong'),
    roles: [...SENDERS, 'leader'],
    nav: 'contracts',
  },
  {
    ...page('/du-an/:id'),
    roles: EVERYBODY,
  },
  {
    ...page('/bao-cao'),
    roles: SENDERS,
    nav: 'returns',
    homeOf: ['reporter'],
  },
  {
    ...page('/bao-cao/:id'),
    roles: EVERYBODY,
  },
  {
    ...page('/duyet'),
    roles: FINANCE,
    nav: 'review',
  },
  {
    ...page('/doi-chieu'),
    roles: SENDERS,
    nav: 'reconciliation',
  },
  {
    ...page('/so-ke-hoach'),
    roles: EVERYBODY,
    nav: 'planLedger',
  },
  {
    ...page('/so-sanh'),
    roles: EVERYBODY,
    nav: 'comparison',
  },
  {
    ...page('/thu-tuan'),
    roles: [...FINANCE, 'administrator'],
    nav: 'letters',
  },
  { ...page('/nam-truoc'), roles: FINANCE },
  {
    ...page('/quan-tri'),
    roles: ['administrator'],
    nav: 'administration',
    homeOf: ['administrator'],
  },
  { ...page('/quan-tri/:section'), roles: ['administrator'] },
  { ...page('/huong-dan'), roles: EVERYBODY },
  { ...page('/huong-dan/:guide'), roles: EVERYBODY },
  {
    ...page('/tai-khoan'),
    roles: EVERYBODY,
  },
];

/** Fetches the code of the page that an address names, or of the role's own page; nothing where it names none. */
export async function loadPage(asked: string, role?: Role): Promise<void> {
  const pattern = patternOf(asked === '/' && role !== undefined ? homeOf(role) : asked);
  await ROUTES.find(({ path }) => path === pattern)?.load();
}

/** Where `/` leads: the role's own page, else the first that it may open. */
export function homeOf(role: Role, routes: readonly Route[] = ROUTES): string {
  const own = routes.find((route) => route.homeOf?.includes(role));
  return (own ?? routes.find((route) => route.roles.includes(role)))?.path ?? '/';
}
