import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import '@fontsource/be-vietnam-pro/latin-400.css';
import '@fontsource/be-vietnam-pro/latin-600.css';
import '@fontsource/be-vietnam-pro/vietnamese-400.css';
import '@fontsource/be-vietnam-pro/vietnamese-600.css';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import { Problem } from './api/client';
import { MY_WORK_KEY } from './api/my-work';
import { SESSION_KEY } from './api/session';
import { App, firstNeeds } from './app/app';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
openForPrint();
const client = createQueryClient();
void firstNeeds(client).then(() =>
  // In pieces, between which an old computer can answer.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App client={client} />
      </StrictMode>,
    ),
  ),
);

/** Paper can't be clicked: what is folded away is printed open, and folded again afterwards. */
function openForPrint(): void {
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open], .noprint)')];
    for (const one of opened) one.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
    opened = [];
  });
}

/** Keeps answers for half a minute. A call that finds the session ended shows the sign-in page, whichever call it was. */
function createQueryClient(): QueryClient {
  const onError = (error: Error): void => {
    if (error instanceof Problem && error.status === 401) client.setQueryData(SESSION_KEY, null);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    // Whatever was done, what waits may be less.
    mutationCache: new MutationCache({
      onError,
      onSuccess: () => void client.invalidateQueries({ queryKey: MY_WORK_KEY }),
    }),
    defaultOptions: {
      // Without a network a change says so; held back, it would be lost with the window.
      mutations: { networkMode: 'always' },
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
