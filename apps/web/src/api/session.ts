import { queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { AboutView, SessionView, UserView } from '@thongvon/api-contract';
import { get, getQuery, Problem } from './client';
import { csrfToken } from './csrf-token';

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
  ...getQuery<AboutView>(['about'], '/api/about'),
  staleTime: 5 * 60_000,
});

/** Who is signed in, for all that is drawn while they are: also for what is still being drawn when the session ends. */
export const UserContext = createContext<UserView | undefined>(undefined);

/** The person who is signed in. Only for pages, which are never shown to anyone else. */
export function useUser(): UserView {
  const user = useContext(UserContext);
  if (user === undefined) throw new Error('a page was shown without a session');
  return user;
}

/** Today by the business clock, `YYYY-MM-DD`; undefined until it is known. */
export function useToday(): string | undefined {
  return useQuery(aboutQuery).data?.today;
}
