import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { csrfToken } from '../api/client';
import { createQueryClient } from '../api/query-client';
import { sessionQuery } from '../api/session';
import { PreferencesProvider } from '../language';
import { ErrorState, Loading } from '../shared';
import { SignInPage } from '../features/sign-in/sign-in-page';
import { AboutBanner } from './about-banner';
import { PageFault } from './page-fault';

const loadSignedIn = () => import('./signed-in');
const SignedIn = lazy(async () => ({ default: (await loadSignedIn()).SignedIn }));
// Who has a session will need it: it comes while the server is still asked who that is.
// If it doesn't, the page says so when it needs it.
if (csrfToken() !== undefined) loadSignedIn().catch(() => undefined);

export function App() {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <PreferencesProvider>
        <PageFault>
          <AboutBanner />
          <Door />
        </PageFault>
      </PreferencesProvider>
    </QueryClientProvider>
  );
}

/** Who isn't signed in sees the sign-in page at whatever address, and afterwards what the address names. */
function Door() {
  const session = useQuery(sessionQuery);
  if (session.data === null) return <SignInPage />;
  if (session.data === undefined)
    return (
      <main>
        {session.error ? (
          <ErrorState error={session.error} retry={() => void session.refetch()} />
        ) : (
          <Loading />
        )}
      </main>
    );
  return (
    <Suspense fallback={<Loading />}>
      <SignedIn user={session.data.user} />
    </Suspense>
  );
}
