import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AboutView, SessionView, UserView } from '@thongvon/contracts';
import { csrfToken, get } from './client';
import { Problem } from './problem';

export const SESSION_KEY = ['session'] as const;

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: async ({ signal }): Promise<SessionView | null> => {
    if (csrfToken() === undefined) return null;
    try {
      return await get<SessionView>('/api/session', {}, signal);
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

/** What runs here: whether it is the demo, and the date that its clock shows. */
export const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: ({ signal }) => get<AboutView>('/api/about', {}, signal),
  staleTime: 5 * 60_000,
});

/** The person who is signed in. Only for pages, which are never shown to anyone else. */
export function useUser(): UserView {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('a page was shown without a session');
  return data.user;
}

/** Today by the business clock, `YYYY-MM-DD`; undefined until it is known. */
export function useToday(): string | undefined {
  return useQuery(aboutQuery).data?.today;
}
