import { lazy, useState, type ComponentType } from 'react';
import type { Role, WorkCountsView } from '@thongvon/api-contract';
import type { messages } from './messages';
import { PROJECTS } from '../shared/links';
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
  /** What stands next to that name. */
  readonly count?: keyof WorkCountsView;
  /** Whose work it is: in their masthead it stands before the others. */
  readonly workOf?: readonly Role[];
  /** A part of it that has a name of its own in the masthead of these roles, and stands behind `#`. */
  readonly part?: {
    readonly name: string;
    readonly nav: keyof typeof messages;
    readonly of: readonly Role[];
  };
  /** Whose first page it is. */
  readonly homeOf?: readonly Role[];
}

const EVERYBODY: readonly Role[] = ['reporter', 'finance-officer', 'finance-head', 'leader', 'administrator'];
const FINANCE: readonly Role[] = ['finance-officer', 'finance-head'];
const SENDERS: readonly Role[] = ['reporter', ...FINANCE];
/** Those who have a list of work; a leader has the week. */
const WORKERS: readonly Role[] = [...SENDERS, 'administrator'];

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

/** Every page. The order is that of the masthead, after what is a role's own work. */
export const ROUTES: readonly Route[] = [
  {
    ...page('/lanh-dao'),
    roles: ['leader', 'finance-officer', 'finance-head', 'administrator'],
    nav: 'leader',
    homeOf: ['leader'],
  },
  {
    ...page('/viec-cua-toi'),
    roles: WORKERS,
    nav: 'myWork',
    count: 'work',
    workOf: WORKERS,
    homeOf: SENDERS,
  },
  {
    ...page('/tong-quan'),
    roles: EVERYBODY,
    nav: 'overview',
    part: { name: PROJECTS, nav: 'myProjects', of: ['reporter'] },
  },
  {
    ...page('/canh-bao'),
    roles: EVERYBODY,
    nav: 'alerts',
    count: 'alerts',
  },
  {
    ...page('/vuong-mac'),
    roles: EVERYBODY,
    nav: 'blockers',
    count: 'blockers',
  },
  {
    ...page('/vuong-mac/:id'),
    roles: EVERYBODY,
  },
  { ...page('/ghi-vuong-mac'), roles: ['reporter'] },
  {
    ...page('/viec-giao'),
    roles: EVERYBODY,
    nav: 'tasks',
    count: 'tasks',
  },
  {
    ...page('/viec-giao/:id'),
    roles: EVERYBODY,
  },
  { ...page('/ket-luan/moi'), roles: [...FINANCE, 'leader'] },
  { ...page('/ket-luan/:id'), roles: EVERYBODY },
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
    ...page('/duyet'),
    roles: FINANCE,
    nav: 'review',
    count: 'review',
    workOf: FINANCE,
  },
  {
    ...page('/bao-cao'),
    roles: SENDERS,
    nav: 'returns',
    count: 'returns',
    workOf: SENDERS,
  },
  {
    ...page('/bao-cao/:id'),
    roles: EVERYBODY,
  },
  {
    ...page('/doi-chieu'),
    roles: SENDERS,
    nav: 'reconciliation',
    count: 'reconciliation',
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
    count: 'administration',
    workOf: ['administrator'],
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

/** A name in the masthead, and where it leads. */
export interface Section {
  readonly path: PagePath;
  /** What comes behind `#`: a part of the page. */
  readonly part?: string;
  readonly nav: keyof typeof messages;
  readonly count?: keyof WorkCountsView;
}

/** The names in a role's masthead: its own work first, then its part of a page, then the others. */
export function sectionsOf(role: Role, routes: readonly Route[] = ROUTES): Section[] {
  const seen = routes.filter(({ roles }) => roles.includes(role));
  const sections = (some: readonly Route[]): Section[] =>
    some.flatMap(({ path, nav, count }) =>
      nav === undefined ? [] : [{ path, nav, ...(count === undefined ? {} : { count }) }],
    );
  const isWork = ({ workOf }: Route): boolean => workOf?.includes(role) ?? false;
  const parts = seen.flatMap(({ path, part }) =>
    part?.of.includes(role) ? [{ path, part: part.name, nav: part.nav }] : [],
  );
  return [...sections(seen.filter(isWork)), ...parts, ...sections(seen.filter((route) => !isWork(route)))];
}
