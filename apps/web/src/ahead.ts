import { csrfToken } from './api/csrf-token';
import { PAGES, patternOf } from './app/pages';

/** What the app asks first (api/session.ts), and the browser then has already. */
const FIRST_CALLS = ['/api/session', '/api/about'];

/**
 * Runs before the app has come, and only for who has a session (its readable cookie): what the app would ask for once
 * it runs is on its way by then. Whatever fails here is asked for, and reported, again by the app.
 */
if (csrfToken() !== undefined) {
  for (const href of FIRST_CALLS) {
    const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', href });
    link.crossOrigin = 'anonymous';
    document.head.append(link);
  }
  const path = patternOf(window.location.pathname);
  for (const code of [import('./app/signed-in'), path && PAGES[path]()]) code?.catch(() => undefined);
}
