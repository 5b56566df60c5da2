import { QueryClientProvider, queryOptions, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Role, UserView } from '@thongvon/contracts';
import { csrfToken } from '../api/client';
import { createQueryClient } from '../api/query-client';
import { aboutQuery, sessionQuery } from '../api/session';
import { PreferencesProvider } from '../language';
import { ErrorState, Loading } from '../shared';
import { SignInPage } from '../features/sign-in/sign-in-page';
import { AboutBanner } from './about-banner';
import { PageFault } from './page-fault';

/** What is for those who are signed in, and the page that the address names. */
async function loadPages(role?: Role) {
  const { SignedIn, loadPage } = await import('./signed-in');
  // A page that doesn't come says so when it is drawn.
  await loadPage(window.location.pathname, role).catch(() => undefined);
  return { SignedIn };
}

// Who has a session will need them: they come while the server is still asked who that is.
if (csrfToken() !== undefined) loadPages().catch(() => undefined);

const pagesQuery = (role: Role) =>
  queryOptions({
    queryKey: ['pages', role],
    queryFn: () => loadPages(role),
    staleTime: Infinity,
    throwOnError: true,
  });

/** Where a link to set a password leads: open to whoever has one, signed in or not. */
const PASSWORD_LINK = '/mat-khau';
const PasswordLinkPage = lazy(async () => ({
  default: (await import('../features/sign-in/password-link-page')).PasswordLinkPage,
}));

export function App() {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <PreferencesProvider>
        <PageFault>
          {window.location.pathname === PASSWORD_LINK ? (
            <Suspense fallback={<AtDoor />}>
              <PasswordLinkPage />
            </Suspense>
          ) : (
            <Door />
          )}
        </PageFault>
      </PreferencesProvider>
    </QueryClientProvider>
  );
}

/**
 * Who isn't signed in sees the sign-in page at whatever address, and afterwards what the address names. Waits for the
 * banner as well: coming later it would push the page down.
 */
function Door() {
  const session = useQuery(sessionQuery);
  const about = useQuery(aboutQuery);
  if (session.error) return <AtDoor error={session.error} retry={() => void session.refetch()} />;
  if (session.data === undefined || about.isPending) return <AtDoor />;
  if (session.data !== null) return <Pages user={session.data.user} />;
  return (
    <>
      <AboutBanner />
      <SignInPage />
    </>
  );
}

/** Drawn when all of its code is there: one waiting after another would each hold it up for a moment. */
function Pages({ user }: { readonly user: UserView }) {
  const { data } = useQuery(pagesQuery(user.role));
  if (data === undefined) return <AtDoor />;
  return (
    <>
      <AboutBanner />
      <data.SignedIn user={user} />
    </>
  );
}

function AtDoor(failed: { readonly error?: Error; readonly retry?: () => void }) {
  const { error, retry } = failed;
  return <main>{error ? <ErrorState error={error} {...(retry ? { retry } : {})} /> : <Loading />}</main>;
}
