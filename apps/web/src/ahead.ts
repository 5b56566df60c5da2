import { csrfToken } from './api/csrf-token';
import { PAGES, patternOf } from './app/pages';

/** What the app asks first (api/session.ts), and the browser then has already. */
const FIRST_CALLS = ['/api/session', '/api/about'];

/** What a page asks next where its address names nothing else, and waits for before it can ask for the rest. */
const FIRST_OF_PAGE: Readonly<Partial<Record<string, string>>> = {
  '/tong-quan': '/api/disbursements/curve',
  '/viec-cua-toi': '/api/my-work',
};

/**
 * Runs before the app has come, and only for who has a session (its readable cookie): what the app would ask for once
 * it runs is on its way by then. Whatever fails here is asked for, and reported, again by the app.
 */
if (csrfToken() !== undefined) {
  const { pathname, search } = window.location;
  const ofPage = search === '' ? FIRST_OF_PAGE[pathname] : undefined;
  for (const href of [...FIRST_CALLS, ...(ofPage === undefined ? [] : [ofPage])]) {
    const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', href });
    link.crossOrigin = 'anonymous';
    document.head.append(link);
  }
  const path = patternOf(pathname);
  for (const code of [import('./app/signed-in'), path && PAGES[path]()]) code?.catch(() => undefined);
}
