import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Role } from '@thongvon/api-contract';
import { aboutQuery, sessionQuery } from '../api/session';

/** What is for those who are signed in, and the page that the address names or that is the role's own. */
export const pagesQuery = (role: Role) =>
  queryOptions({
    queryKey: ['pages', role],
    queryFn: async () => {
      const { SignedIn, loadPage } = await import('./signed-in');
      // A page that doesn't come says so when it is drawn.
      await loadPage(window.location.pathname, role).catch(() => undefined);
      return { SignedIn };
    },
    staleTime: Infinity,
    throwOnError: true,
  });

/**
 * Waits for what must be known before anything can be drawn: who is there, what runs here, and the code of their page.
 * On an old computer each drawing of less than that costs a moment. What fails is asked for again, and reported, by the app.
 */
export async function firstNeeds(client: QueryClient): Promise<void> {
  const [session] = await Promise.all([
    client.query(sessionQuery).catch(() => null),
    client.query(aboutQuery).catch(() => undefined),
  ]);
  if (session !== null) await client.query(pagesQuery(session.user.role)).catch(() => undefined);
}
