import { QueryCache, MutationCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';
import { SESSION_KEY } from './session';

/** Keeps answers for half a minute. A call that finds the session ended shows the sign-in page, whichever call it was. */
export function createQueryClient(): QueryClient {
  const onError = (error: Error): void => {
    if (error instanceof Problem && error.status === 401) client.setQueryData(SESSION_KEY, null);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // What the server refuses it will refuse again; only a lost connection and its own faults are worth a second try.
        retry: (count, error) =>
          count < 2 && (!(error instanceof Problem) || error.status === 0 || error.status >= 500),
      },
    },
  });
  return client;
}
